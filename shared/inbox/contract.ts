import { z } from 'zod';
import { wordPiece } from '../changes/contract.ts';
import { answer } from '../dispositions/contract.ts';
import { instant } from '../envelope.ts';
import { paperId, threadId } from '../ids.ts';

/** What became of one of my organisation's comments. */
export const inboxItem = z.object({
  paperId,
  symbol: z.string(),
  title: z.string(),
  threadId,
  number: z.number().int(),
  address: z.string().nullable(),
  organisation: z.string(),
  text: z.string().nullable(),
  answer: answer.nullable(),
  rationale: z.string(),
  duplicateOf: z.number().int().nullable(),
  at: instant,
  pieces: z.array(wordPiece).nullable(),
});
export type InboxItem = z.infer<typeof inboxItem>;
export const inbox = z.object({ items: z.array(inboxItem) });
export type Inbox = z.infer<typeof inbox>;
