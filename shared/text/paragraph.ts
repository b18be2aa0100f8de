import { z } from 'zod';
import { paragraphId } from '../ids.ts';

/** Words with one format. `link` is an http, https or mailto address; anything else is refused at the door. */
export const run = z.object({
  text: z.string(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  underline: z.literal(true).optional(),
  link: z.string().optional(),
});
export type Run = z.infer<typeof run>;
export type Format = 'bold' | 'italic' | 'underline';

export const paragraphKind = z.enum(['title', 'heading', 'paragraph', 'listItem']);
export type ParagraphKind = z.infer<typeof paragraphKind>;

/** The list an item stands in: its mark, and the number of the first item where it is numbered. */
export const listPlace = z.object({ type: z.enum(['bullet', 'number']), start: z.number().int().min(0).optional() });
export type ListPlace = z.infer<typeof listPlace>;

/**
 * The table cell a block stands in. `table` counts the tables of the text from 1; `row` and `column`
 * are grid places from 1, so a merged cell keeps the numbers of its top inline-start corner.
 */
export const cellPlace = z.object({
  table: z.number().int().min(1),
  row: z.number().int().min(1),
  column: z.number().int().min(1),
  rowSpan: z.number().int().min(1),
  columnSpan: z.number().int().min(1),
  header: z.boolean(),
});
export type CellPlace = z.infer<typeof cellPlace>;

/**
 * One block of a text.
 * `level`: 1 to 6 for headings, 1 and up (nesting) for list items, else null.
 * `label`: what people call it (`6.2`), null without one; `labelAsTyped` keeps how it was typed (`7.3.`).
 * `address`: the label, or one derived from where the block stands (`6.2 ¶2`); unique in a text.
 * `text`: without label and list marker; a line break is `\n`. `runs` is the same text with its formats.
 */
export const paragraph = z.object({
  id: paragraphId,
  kind: paragraphKind,
  level: z.number().int().min(1).nullable(),
  label: z.string().nullable(),
  labelAsTyped: z.string().nullable(),
  address: z.string(),
  text: z.string(),
  runs: z.array(run),
  list: listPlace.optional(),
  cell: cellPlace.optional(),
});
export type Paragraph = z.infer<typeof paragraph>;

/** A block before it has an address: what importers give and editors hold. */
export type Block = Omit<Paragraph, 'address'>;

/** The plain text of runs. */
export function textOf(runs: readonly Run[]): string {
  return runs.map((piece) => piece.text).join('');
}

/** Runs in their one normal form: no empty run, no two neighbours of the same format. */
export function normalRuns(runs: readonly Run[]): Run[] {
  const normal: Run[] = [];
  for (const piece of runs) {
    if (piece.text === '') continue;
    const last = normal.at(-1);
    if (last && sameFormat(last, piece)) last.text += piece.text;
    else normal.push({ ...piece });
  }
  return normal;
}

/** Whether two runs look the same but for their words. */
export function sameFormat(a: Run, b: Run): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.underline === b.underline && a.link === b.link;
}

/** Schemes that a link may have. Everything else is text: the list fails closed. */
const linkSchemes = new Set(['http:', 'https:', 'mailto:']);

/** The address if it is one we let a reader follow, else undefined. */
export function safeLink(address: string): string | undefined {
  try {
    return linkSchemes.has(new URL(address).protocol) ? address : undefined;
  } catch {
    return undefined;
  }
}
