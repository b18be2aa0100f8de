import fc from 'fast-check';
import type { ParagraphId } from '../../shared/ids.ts';
import { addressed } from '../../shared/text/address.ts';
import { type Block, normalRuns, type Paragraph, type Run, textOf } from '../../shared/text/paragraph.ts';

/** What hostile people write: each must come back as words, whatever it stands in. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  'javascript:alert(1)',
  '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
  '</title></style></textarea><script>alert(1)</script>',
  '<!--><script>alert(1)</script>-->',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is hostile, not a template
  '${alert(1)} {{7*7}} `${1}` #{1} <%= 1 %>',
  '&lt;b&gt; &amp;amp; &#60;script&#62;',
  '<p style="position:fixed">x</p><base href="//evil.example">',
  ']]><x/><![CDATA[',
  '=cmd|"/c calc"!A1',
  'jav\tascript:alert(1)',
  ' data:text/html,<script>alert(1)</script>',
];
/** Addresses of which only the last two may become links. */
export const HOSTILE_LINKS: readonly string[] = [
  ...HOSTILE,
  'JaVaScRiPt:alert(1)',
  '\u0001javascript:alert(1)',
  'vbscript:x',
  'file:///etc/passwd',
  'https://example.org/"onclick="alert(1)',
  'mailto:a@example.org',
];

/** Places in a text, each with any words: kinds, levels, labels, lists and cells that need not fit each other. */
export function anyText(): fc.Arbitrary<Paragraph[]> {
  return fc
    .array(anyBlock(), { maxLength: 12 })
    .map((blocks) => addressed(blocks.map((block, at) => ({ ...block, id: `p-${at}` as ParagraphId }))));
}

function anyBlock(): fc.Arbitrary<Block> {
  return fc
    .record({
      kind: fc.constantFrom('title', 'heading', 'paragraph', 'listItem'),
      level: fc.integer({ min: 1, max: 12 }),
      label: fc.option(anyWords(), { nil: null }),
      runs: fc.array(anyRun(), { maxLength: 4 }),
      list: fc.record({ type: fc.constantFrom('bullet', 'number'), start: fc.option(fc.nat(9), { nil: undefined }) }),
      cell: fc.option(
        fc.record({
          table: fc.integer({ min: 1, max: 2 }),
          row: place(),
          column: place(),
          rowSpan: place(),
          columnSpan: place(),
          header: fc.boolean(),
        }),
        { nil: undefined, freq: 3 },
      ),
    })
    .map(({ kind, level, label, runs, list, cell }) => {
      const normal = normalRuns(runs);
      return {
        id: 'p' as ParagraphId,
        kind,
        level: kind === 'heading' || kind === 'listItem' ? level : null,
        label,
        labelAsTyped: label,
        text: textOf(normal),
        runs: normal,
        ...(kind === 'listItem' && { list }),
        ...(cell && { cell }),
      };
    });
}

const place = () => fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 1_000_000 }));

function anyRun(): fc.Arbitrary<Run> {
  return fc
    .record({
      text: anyWords(),
      bold: fc.boolean(),
      italic: fc.boolean(),
      underline: fc.boolean(),
      link: fc.option(fc.oneof(fc.constantFrom(...HOSTILE_LINKS), fc.webUrl()), { nil: undefined }),
    })
    .map(({ text, bold, italic, underline, link }) => ({
      text,
      ...(bold && { bold: true as const }),
      ...(italic && { italic: true as const }),
      ...(underline && { underline: true as const }),
      ...(link !== undefined && { link }),
    }));
}

/** Any text at all, with the signs of HTML more often than chance would have them. NUL, which no HTML can hold, is left out. */
function anyWords(): fc.Arbitrary<string> {
  return fc
    .oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({ unit: fc.constantFrom(...'<>&"\'`=/\\ \n\t\r-!#;x'), maxLength: 12 }),
      fc.constantFrom(...HOSTILE),
      fc.constantFrom('الفقرة الأولى', '六、讨论', '«Итоги»'),
    )
    .map((text) => text.replaceAll('\0', ''));
}
