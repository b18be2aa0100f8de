import fc from 'fast-check';
import type { ParagraphId } from '../../shared/ids.ts';
import { addressed, labelFromTyped } from '../../shared/text/address.ts';
import {
  type Block,
  type CellPlace,
  normalRuns,
  type Paragraph,
  type Run,
  textOf,
} from '../../shared/text/paragraph.ts';

/**
 * Texts as a group may write them: numbers where numbers stand, lists that nest, tables without holes; in the words
 * every sign that means something to Word or to Markdown. No words begin like a number or a mark, because to any
 * reader they then are one.
 */
export function honestText(options: { headings: number; breaks: boolean; cells: boolean }): fc.Arbitrary<Paragraph[]> {
  const section = fc.oneof(
    { weight: 3, arbitrary: labelled('heading', options).map((block) => [block]) },
    { weight: 4, arbitrary: labelled('paragraph', options).map((block) => [block]) },
    { weight: 2, arbitrary: list(options.breaks) },
    { weight: 2, arbitrary: table(options) },
  );
  return fc.tuple(plain('title'), fc.array(section, { minLength: 1, maxLength: 8 })).map(([title, sections]) => {
    const parted = sections.flatMap((blocks, at) => {
      const follows = blocks[0]?.kind === 'listItem' && sections[at - 1]?.[0]?.kind === 'listItem';
      return follows ? [wordsBlock('paragraph', [{ text: 'And' }]), ...blocks] : blocks;
    });
    let tables = 0;
    return addressed(
      [title, ...parted].map((block, at) => {
        const { cell } = block;
        if (cell?.row === 1 && cell.column === 1 && block.id === 'first') tables += 1;
        return { ...block, id: `p-${at}` as ParagraphId, ...(cell && { cell: { ...cell, table: tables } }) };
      }),
    );
  });
}

const starts = [
  'Word',
  '"Quoted"',
  '#5',
  '+',
  '=',
  '===',
  '`code`',
  '*star*',
  '_under_',
  '[x]:',
  '~~~',
  '|a|',
  '\\',
  '&amp;',
  '<b>',
  '1.5-fold',
  '> quote',
  'الفقرة',
  '六项',
  '😀',
  '\u00ab',
];
const words = [
  'word',
  '*',
  '**',
  '_',
  '__a__',
  '[a](b)',
  '![a](b)',
  '<script>',
  '</w:t>',
  '&',
  '&lt;',
  '#',
  '1.',
  '-',
  '|',
  '\\',
  '\\*',
  '`',
  '~~x~~',
  'http://a.example/b_c?d=1&e=2',
  'www.example.org',
  'a_b@c.example',
  'a:b',
  '{#x}',
  '[^1]',
  'CWG-COP',
  'WTDC\u201114',
  'المجموعة',
  '(المجموعة)',
  '第三',
  '😀',
  'e\u0301',
  '\u00a0',
  '“x”',
  'x\ty',
];

function anyRuns(breaks: boolean): fc.Arbitrary<Run[]> {
  const gap = breaks ? fc.constantFrom(' ', ' ', ' ', '\n', '') : fc.constantFrom(' ', ' ', '');
  const piece = fc.record({
    text: fc.tuple(gap, fc.constantFrom(...words), gap).map(([before, word, after]) => before + word + after),
    bold: fc.boolean(),
    italic: fc.boolean(),
    underline: fc.boolean(),
    link: fc.option(fc.constantFrom('https://example.org/a_(b)?c=1&d=<2>', 'mailto:a@b.example'), {
      nil: undefined,
      freq: 4,
    }),
  });
  return fc.tuple(fc.constantFrom(...starts), fc.array(piece, { maxLength: 5 })).map(([start, pieces]) =>
    normalRuns([
      { text: `${start} ` },
      ...pieces.map(({ text, bold, italic, underline, link }) => ({
        text,
        ...(bold && { bold: true as const }),
        ...(italic && { italic: true as const }),
        ...(underline && link === undefined && { underline: true as const }),
        ...(link !== undefined && { link }),
      })),
      { text: ' end.' },
    ]),
  );
}

function wordsBlock(kind: Block['kind'], runs: Run[], more: Partial<Block> = {}): Block {
  const level = kind === 'heading' || kind === 'listItem' ? 1 : null;
  return { id: 'p' as ParagraphId, kind, level, label: null, labelAsTyped: null, text: textOf(runs), runs, ...more };
}

const plain = (kind: Block['kind']) => anyRuns(false).map((runs) => wordsBlock(kind, runs));

function labelled(
  kind: 'heading' | 'paragraph',
  { headings, breaks }: { headings: number; breaks: boolean },
): fc.Arbitrary<Block> {
  const typed = fc.constantFrom('1', '6.2', '7.3.', 'A.1', '(a)', '3)', '6.2bis', '§ 31a', 'IV.', '(ii)');
  return fc
    .tuple(
      anyRuns(breaks && kind === 'paragraph'),
      fc.option(typed, { nil: null }),
      fc.integer({ min: 1, max: headings }),
    )
    .map(([runs, labelAsTyped, level]) =>
      wordsBlock(kind, runs, {
        labelAsTyped,
        label: labelAsTyped === null ? null : labelFromTyped(labelAsTyped),
        ...(kind === 'heading' && { level }),
      }),
    );
}

/** Items of which none is more than one deeper than the one before; each level has one mark. */
function list(breaks: boolean): fc.Arbitrary<Block[]> {
  const item = fc.tuple(anyRuns(breaks), fc.integer({ min: -2, max: 1 }));
  return fc
    .tuple(
      fc.array(item, { minLength: 1, maxLength: 6 }),
      fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      fc.constantFrom(1, 1, 5),
    )
    .map(([items, numbered, start]) => {
      let level = 1;
      const counts: number[] = [];
      return items.map(([runs, step], at) => {
        level = at === 0 ? 1 : Math.max(1, Math.min(level + step, 6));
        counts.length = Math.min(counts.length, level);
        const first = level === 1 ? start : 1;
        const number = (counts[level - 1] ?? first - 1) + 1;
        counts[level - 1] = number;
        if (!numbered[level - 1]) return wordsBlock('listItem', runs, { level, list: { type: 'bullet' } });
        const place = { type: 'number' as const, ...(first !== 1 && { start: first }) };
        return wordsBlock('listItem', runs, { level, list: place, label: `${number})` });
      });
    });
}

/** A full grid; where cells may be merged, the first of the second row reaches down or across. */
function table({ cells, breaks }: { cells: boolean; breaks: boolean }): fc.Arbitrary<Block[]> {
  return fc
    .record({
      rows: fc.integer({ min: 2, max: 3 }),
      columns: fc.integer({ min: 2, max: 3 }),
      header: fc.boolean(),
      merge: cells ? fc.constantFrom('none', 'down', 'across') : fc.constant('none'),
      many: cells ? fc.boolean() : fc.constant(false),
      words: fc.array(anyRuns(breaks), { minLength: 12, maxLength: 12 }),
    })
    .map(({ rows, columns, header, merge, many, words: wordsOfCells }) => {
      const blocks: Block[] = [];
      for (let row = 1; row <= rows; row++)
        for (let column = 1; column <= columns; column++) {
          const isMerged = row === 2 && column === 1;
          const isCovered =
            (merge === 'down' && row === 3 && column === 1) || (merge === 'across' && row === 2 && column === 2);
          if (isCovered) continue;
          const cell: CellPlace = {
            table: 1,
            row,
            column,
            rowSpan: isMerged && merge === 'down' ? rows - 1 : 1,
            columnSpan: isMerged && merge === 'across' ? 2 : 1,
            header: header && row === 1,
          };
          const id = blocks.length === 0 ? 'first' : 'p';
          const runs = wordsOfCells[blocks.length] ?? [];
          blocks.push({ ...wordsBlock('paragraph', runs, { cell }), id: id as ParagraphId });
          if (many && isMerged) blocks.push(wordsBlock('listItem', runs, { cell, list: { type: 'bullet' } }));
        }
      return blocks;
    });
}
