import { z } from 'zod';
import { answer } from '../dispositions/contract.ts';
import { instant } from '../envelope.ts';
import { paperId, paragraphId, threadId, versionId } from '../ids.ts';
import { paragraph } from '../text/paragraph.ts';
import { versionSummary } from '../versions/contract.ts';

/** A piece of a word difference: what both have, what only the newer has, what only the older had. */
export const wordPiece = z.object({ kind: z.enum(['same', 'inserted', 'deleted']), text: z.string() });
export type WordPiece = z.infer<typeof wordPiece>;

/** What became of one paragraph between two versions. */
export const changeKind = z.enum([
  'changed',
  'inserted',
  'deleted',
  'moved',
  'movedAndChanged',
  'split',
  'merged',
  'format',
]);
export type ChangeKind = z.infer<typeof changeKind>;

/** Why a paragraph changed: a thread whose proposal was applied or which was linked, or the secretariat's own words. */
export const reason = z.object({
  thread: z
    .object({ id: threadId, number: z.number().int(), organisation: z.string(), answer: answer.nullable() })
    .nullable(),
  text: z.string().nullable(),
  at: instant,
  by: z.string(),
});
export type Reason = z.infer<typeof reason>;

/**
 * A paragraph of the newer version (or of the older one, where it was deleted).
 * `with` names the other paragraphs of a split or a merge; `from` is the address it moved from.
 */
export const change = z.object({
  paragraphId,
  kind: changeKind,
  before: paragraph.nullable(),
  after: paragraph.nullable(),
  pieces: z.array(wordPiece),
  with: z.array(paragraphId),
  from: z.string().nullable(),
  reasons: z.array(reason),
});
export type Change = z.infer<typeof change>;

/** A row of the comparison in document order: a change, or a paragraph that is the same in both. */
export const comparison = z.object({
  older: versionSummary,
  newer: versionSummary.nullable(),
  rows: z.array(z.union([z.object({ same: paragraph }), z.object({ change })])),
  counts: z.object({
    paragraphs: z.number().int(),
    changed: z.number().int(),
    inserted: z.number().int(),
    deleted: z.number().int(),
    moved: z.number().int(),
    withReason: z.number().int(),
  }),
});
export type Comparison = z.infer<typeof comparison>;

/** Gives a change its reason: a thread, or words such as "editorial". The change is the one between `older` and `newer`; null is the living text. */
export const reasonRequest = z.strictObject({
  older: versionId,
  newer: versionId.nullable(),
  paragraphId,
  threadId: threadId.optional(),
  text: z.string().trim().max(2000).optional(),
});
export type GiveReason = z.infer<typeof reasonRequest>;

export const changeEvents = [
  z.object({ kind: z.literal('reason.given'), paperId, paragraphId, address: z.string(), reason }),
] as const;
