import fc from 'fast-check';
import type { ParagraphId } from '../../shared/ids.ts';
import type { Block, CellPlace, Run } from '../../shared/text/paragraph.ts';
import { normalRuns, textOf } from '../../shared/text/paragraph.ts';

/** Words as papers have them: several scripts, quotes, a line break now and then; never only white space. */
const words = fc
  .array(
    fc.constantFrom(
      'the Group',
      'welcomes',
      '5Rights',
      '“cyber-bullying”',
      'المجموعة',
      '儿童',
      'защита',
      'ITU/COP',
      '😀',
      '–',
      'a\nb',
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(' '));

const run = fc.record(
  {
    text: words,
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    underline: fc.constant(true as const),
    link: fc.constantFrom('https://www.itu.int/', 'mailto:someone@example.org'),
  },
  { requiredKeys: ['text'] },
);

const runs: fc.Arbitrary<Run[]> = fc.array(run, { maxLength: 4 }).map((pieces) => withPlainBreaks(normalRuns(pieces)));

/** A line break has no format of its own in a draft. */
function withPlainBreaks(pieces: readonly Run[]): Run[] {
  return normalRuns(
    pieces.flatMap((piece) =>
      piece.text.split(/(\n)/).map((text): Run => (text === '\n' ? { text } : { ...piece, text })),
    ),
  );
}

type Shape = Pick<Block, 'kind' | 'level' | 'label' | 'labelAsTyped' | 'list'>;
const plain: Shape = { kind: 'paragraph', level: null, label: null, labelAsTyped: null };
const shapes: fc.Arbitrary<Shape> = fc.oneof(
  fc.constant<Shape>(plain),
  fc.constantFrom<Shape>(
    { ...plain, label: '6.2', labelAsTyped: '6.2' },
    { ...plain, label: '7.3', labelAsTyped: '7.3.' },
  ),
  fc
    .integer({ min: 1, max: 7 })
    .map((level): Shape => ({ ...plain, kind: 'heading', level, label: String(level), labelAsTyped: String(level) })),
  fc.constant<Shape>({ ...plain, kind: 'title' }),
  fc
    .integer({ min: 1, max: 3 })
    .map((level): Shape => ({ ...plain, kind: 'listItem', level, list: { type: 'bullet' } })),
);

const cell: fc.Arbitrary<CellPlace> = fc.record({
  table: fc.constant(1),
  row: fc.integer({ min: 1, max: 3 }),
  column: fc.integer({ min: 1, max: 3 }),
  rowSpan: fc.constant(1),
  columnSpan: fc.constant(1),
  header: fc.constant(false),
});

/** Blocks of a text, with ids by their place: `p1`, `p2` … */
export const texts: fc.Arbitrary<Block[]> = fc
  .array(fc.tuple(shapes, runs), { minLength: 1, maxLength: 14 })
  .map((blocks) => blocks.map(([shape, pieces], at) => blockOf(`p${at + 1}`, shape, pieces)));

/** A table of up to nine cells, each with one paragraph, in the order of rows and columns. */
export const tables: fc.Arbitrary<Block[]> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), runs, cell)
  .map(([height, width, pieces, place]) =>
    Array.from({ length: height * width }, (_, at) => ({
      ...blockOf(`c${at + 1}`, plain, pieces),
      cell: { ...place, row: Math.floor(at / width) + 1, column: (at % width) + 1 },
    })),
  );

export function blockOf(id: string, shape: Shape, pieces: readonly Run[]): Block {
  const { list, ...rest } = shape;
  return { id: id as ParagraphId, ...rest, text: textOf(pieces), runs: [...pieces], ...(list && { list }) };
}
