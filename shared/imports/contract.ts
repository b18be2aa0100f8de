import { z } from 'zod';
import { paragraph } from '../text/paragraph.ts';

/** What a text can be read from. A file's own bytes decide; for pasted text the sender says which it is. */
export const sourceFormat = z.enum(['docx', 'markdown', 'text']);
export type SourceFormat = z.infer<typeof sourceFormat>;

/**
 * Everything a reader may have to say about what it read, so that each language can say it. Words that did not
 * become paragraphs are always in the facts of a warning (`words`, how many; `text`, which): nothing is lost in silence.
 */
export const warningCode = z.enum([
  'text-boxes-left-out', // boxes, words, text
  'picture-replaced', // name
  'equation-replaced', // text
  'shapes-left-out', // count
  'notes-moved-to-end', // count
  'notes-without-reference-left-out', // count, words, text
  'insertions-taken', // count
  'deletions-left-out', // count, words
  'moves-taken', // count
  'comments-left-out', // count
  'headers-left-out', // words, text
  'hidden-text-left-out', // words, text
  'struck-through-kept', // words, text
  'automatic-numbers', // count, first, last
  'number-without-words', // label
  'number-typed-otherwise', // typed, label
  'label-repeated', // label, count
  'address-derived', // address
  'one-cell-table', // table
  'nested-table', // table
  'embedded-part-left-out', // name
  'contents-left-out', // entries, words, text
  'contents-kept', // entries
  'fields-kept', // count
  'field-codes-left-out', // words, text
  'symbol-unknown', // font, code
  'level-skipped', // from, to
  'heading-as-paragraph', // level
  'link-left-out', // text
  'html-left-out', // words, text
  'front-matter-left-out', // words, text
  'bookmarks-left-out', // count
  'many-paragraphs', // count: slow to edit, offer to split by chapter
  'further-warnings', // of, count: more of the same kind than anyone reads one by one
]);
export type WarningCode = z.infer<typeof warningCode>;

/**
 * One doubt of the reader. `at` is the index of the block it stands beside, null for the text as a whole.
 * `look`: true asks the person to look at it; false only tells.
 */
export const importWarning = z.object({
  code: warningCode,
  at: z.number().int().min(0).nullable(),
  look: z.boolean(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ImportWarning = z.infer<typeof importWarning>;

/** What an import gives: the blocks in reading order, not yet stored anywhere, and the doubts about them. */
export const imported = z.object({
  blocks: z.array(paragraph.omit({ address: true })),
  warnings: z.array(importWarning),
});
export type Imported = z.infer<typeof imported>;
