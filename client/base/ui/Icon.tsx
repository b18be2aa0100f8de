/** The symbols of the product, drawn on a 16 px grid with one line width. A symbol never stands without a word. */
const paths = {
  check: <path d="m3 8.5 3.2 3.2L13 4.8" />,
  checkmod: <path d="m2 7 3 3 6-6.5M4 14c1.5-1.6 3-1.6 4 0s2.5 1.6 4 0" />,
  cross: <path d="m4 4 8 8m0-8-8 8" />,
  noted: <path d="M4 2h8v12l-4-3-4 3z" />,
  dup: <path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />,
  out: <path d="M7 3H3v10h10V9M9 3h4v4M13 3 7.5 8.5" />,
  open: <circle cx="8" cy="8" r="5" />,
  talk: <path d="M2 3h12v8H7l-3.5 3v-3H2z" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.5 1.5" />
    </>
  ),
  next: <path d="m6 3 5 5-5 5" />,
  previous: <path d="m10 3-5 5 5 5" />,
  down: <path d="m3 6 5 5 5-5" />,
  link: <path d="M7 9.5a3 3 0 0 0 4.2 0l2-2A3 3 0 0 0 9 3.3l-1 1M9 6.5a3 3 0 0 0-4.2 0l-2 2A3 3 0 0 0 7 12.7l1-1" />,
  find: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.5 3.5" />
    </>
  ),
  get: <path d="M8 2v8m-3.5-3L8 10.5 11.5 7M2.5 13.5h11" />,
  print: <path d="M4 6V2h8v4M4 11H2V6h12v5h-2M4 9h8v5H4z" />,
  shield: <path d="M8 1.5 13 3.5v4c0 3.4-2 5.7-5 7-3-1.3-5-3.6-5-7v-4zM5.5 8l1.8 1.8L10.7 6" />,
  warn: <path d="M8 2 14.5 13.5h-13zM8 6.5v3M8 11.6v.1" />,
  list: <path d="M2 4h12M2 8h8M2 12h10" />,
  mail: <path d="M2 4h12v9H2zM2 4.5l6 5 6-5" />,
  undo: <path d="M5.5 3 2.5 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6" />,
  redo: <path d="m10.5 3 3 3-3 3M13 6H6.5a3.5 3.5 0 0 0 0 7H10" />,
  ul: <path d="M6 4h8M6 8h8M6 12h8M2 4h1.5M2 8h1.5M2 12h1.5" />,
  ol: <path d="M7 4h7M7 8.5h7M7 13h7M2.2 3.2 3.4 2.5v4M2 10.2c.6-.9 2-.7 2 .3 0 .9-2 1.6-2 2.8h2.2" />,
  table: <path d="M2 3h12v10H2zM2 6.5h12M6.5 3v10" />,
  lock: <path d="M3.5 7h9v7h-9zM5.5 7V4.8a2.5 2.5 0 0 1 5 0V7" />,
  dots: <path d="M3 8h.1M8 8h.1M13 8h.1" />,
  up: <path d="M8 11V2M4.5 5.5 8 2l3.5 3.5M2.5 13.5h11" />,
  plus: <path d="M8 3v10M3 8h10" />,
} as const;

export type IconName = keyof typeof paths;

/** Arrows that point along the line turn round where the line does. */
const turning: ReadonlySet<IconName> = new Set(['next', 'previous', 'undo', 'redo', 'out']);

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={turning.has(name) ? 'i flip' : 'i'} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {paths[name]}
    </svg>
  );
}
