import { type Markup, markup } from '../../shared/text/markup.ts';

/** The signs of the mockups, on a grid of 16; drawn with the colour of the words beside them. */
const PATHS = {
  check: 'm3 8.5 3.2 3.2L13 4.8',
  checkWithWave: 'm2 7 3 3 6-6.5M4 14c1.5-1.6 3-1.6 4 0s2.5 1.6 4 0',
  cross: 'm4 4 8 8m0-8-8 8',
  flag: 'M4 2h8v12l-4-3-4 3z',
  copies: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  out: 'M7 3H3v10h10V9M9 3h4v4M13 3 7.5 8.5',
  circle: 'M13 8A5 5 0 1 1 3 8a5 5 0 0 1 10 0z',
  get: 'M8 2v8m-3.5-3L8 10.5 11.5 7M2.5 13.5h11',
  shield: 'M8 1.5 13 3.5v4c0 3.4-2 5.7-5 7-3-1.3-5-3.6-5-7v-4zM5.5 8l1.8 1.8L10.7 6',
  warn: 'M8 2 14.5 13.5h-13zM8 6.5v3M8 11.6v.1',
} as const;
export type IconName = keyof typeof PATHS;

/** A sign beside its word; nothing to a screen reader, which has the word. */
export function icon(name: IconName): Markup {
  return markup`<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="${PATHS[name]}"/></svg>`;
}
