import {
  type FileChild,
  HeadingLevel,
  type IParagraphOptions,
  Table,
  TableCell,
  TableRow,
  WidthType,
  Paragraph as WordParagraph,
} from 'docx';
import { type Direction, directionOfText } from '../../shared/text/direction.ts';
import type { Paragraph } from '../../shared/text/paragraph.ts';
import { type TableCell as Cell, tableLength, tableRows, tableWidth } from '../../shared/text/table.ts';
import { paragraphDirection, wordRuns } from './docx-runs.ts';
import { BULLETS, DEEPEST_ITEM, HANG, itemIndent, numberReference } from './docx-styles.ts';
import { type ItemPlace, writtenLabel } from './lists.ts';

/** Word refuses a file with a wider table. */
const WIDEST_TABLE = 63;
const TEXT_WIDTH = 9360;

/** What a paragraph is drawn with: the direction of the text, and where each list item stands. */
interface Drawing {
  direction: Direction;
  places: ReadonlyMap<Paragraph, ItemPlace>;
}

/** The text as Word's paragraphs and tables. An empty paragraph parts tables, which Word would join, and ends the last. */
export function wordBlocks(
  paragraphs: readonly Paragraph[],
  places: ReadonlyMap<number, ItemPlace>,
  direction: Direction,
): FileChild[] {
  const byParagraph = new Map([...places].flatMap(([at, place]) => (paragraphs[at] ? [[paragraphs[at], place]] : [])));
  const drawing: Drawing = { direction, places: byParagraph };
  const blocks: FileChild[] = [];
  let at = 0;
  while (at < paragraphs.length) {
    const paragraph = paragraphs[at];
    if (!paragraph) break;
    const length = Math.max(1, tableLength(paragraphs, at));
    if (paragraph.cell) blocks.push(...table(paragraphs.slice(at, at + length), drawing), new WordParagraph({}));
    else blocks.push(wordParagraph(paragraph, drawing));
    at += length;
  }
  return blocks;
}

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

function wordParagraph(paragraph: Paragraph, drawing: Drawing): WordParagraph {
  const direction = paragraphDirection(paragraph, drawing.direction);
  const label = writtenLabel(paragraph);
  return new WordParagraph({
    ...placing(paragraph, label, drawing),
    ...(direction === 'rtl' && { bidirectional: true }),
    children: wordRuns(paragraph.runs, label, direction),
  });
}

/**
 * Style, list and indents. A numbered item with a number of its own (`(a)`) has no second one from Word. A label hangs
 * before the words; in a cell there is no room for that.
 */
function placing(paragraph: Paragraph, label: string | null, { places }: Drawing): IParagraphOptions {
  const hanging = label === null || paragraph.cell ? {} : { indent: { left: HANG, hanging: HANG } };
  const level = Math.min(paragraph.level ?? 1, HEADINGS.length);
  if (paragraph.kind === 'title') return { ...hanging, heading: HeadingLevel.TITLE };
  if (paragraph.kind === 'heading') return { ...hanging, heading: HEADINGS[level - 1] ?? HeadingLevel.HEADING_6 };
  const place = places.get(paragraph);
  if (!place) return hanging;
  if (place.type === 'number' && label !== null) return { style: 'ListParagraph', indent: itemIndent(place.level) };
  const depth = Math.min(place.level, DEEPEST_ITEM) - 1;
  if (place.type === 'bullet') return { numbering: { reference: BULLETS, level: depth } };
  return { numbering: { reference: numberReference(place.start), level: depth, instance: place.list } };
}

function table(paragraphs: readonly Paragraph[], drawing: Drawing): FileChild[] {
  const rows = tableRows(paragraphs);
  const width = tableWidth(rows);
  if (width > WIDEST_TABLE) return paragraphs.map((paragraph) => wordParagraph(paragraph, drawing));
  const direction = directionOfText(paragraphs.map((paragraph) => paragraph.text).join('\n')) ?? drawing.direction;
  return [
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      columnWidths: Array.from({ length: width }, () => Math.floor(TEXT_WIDTH / width)),
      ...(direction === 'rtl' && { visuallyRightToLeft: true }),
      rows: rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            ...(isHeader(row) && { tableHeader: true }),
            children: row.map(
              (cell) =>
                new TableCell({
                  ...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan }),
                  ...(cell.columnSpan > 1 && { columnSpan: cell.columnSpan }),
                  margins: { top: 60, bottom: 60, left: 100, right: 100 },
                  children:
                    cell.paragraphs.length > 0
                      ? cell.paragraphs.map((paragraph) => wordParagraph(paragraph, drawing))
                      : [new WordParagraph({})],
                }),
            ),
          }),
      ),
    }),
  ];
}

/** Word knows header rows only, so a row is one when nothing else is in it. */
function isHeader(row: readonly Cell[]): boolean {
  return row.some((cell) => cell.header) && row.every((cell) => cell.header || cell.paragraphs.length === 0);
}
