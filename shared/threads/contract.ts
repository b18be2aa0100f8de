import { z } from 'zod';
import { disposition } from '../dispositions/contract.ts';
import { instant } from '../envelope.ts';
import { organisationKind } from '../groups/contract.ts';
import {
  applicationId,
  commentId,
  memberId,
  organisationId,
  paragraphId,
  personId,
  roundId,
  threadId,
  versionId,
} from '../ids.ts';
import { stamp } from '../rounds/contract.ts';
import { storedAnchor, wishedAnchor } from '../text/anchor.ts';

export const threadKind = z.enum(['general', 'substantive', 'editorial']);
export type ThreadKind = z.infer<typeof threadKind>;

export const mark = z.enum(['ADD', 'MOD', 'SUP', 'NOC']);
export type Mark = z.infer<typeof mark>;

/** The wording that a thread asks for. For MOD with a quote `text` replaces the quote, without one the paragraph; for ADD it may hold several paragraphs, one a line. */
export const proposal = z.object({ mark, text: z.string() });
export type Proposal = z.infer<typeof proposal>;

/** Who speaks. `enteredBy` is the secretariat member who wrote a point down that came by another way. */
export const speaker = z.object({
  personId: personId.nullable(),
  memberId: memberId.nullable(),
  name: z.string(),
  organisationId,
  organisation: z.string(),
  organisationKind,
  enteredBy: z.string().nullable(),
});
export type Speaker = z.infer<typeof speaker>;

/** How a point came that the secretariat entered. */
export const receivedBy = z.enum(['email', 'letter', 'room']);

/** A comment: the opening one of a thread, or a reply. `text` is null after it was withdrawn. */
export const comment = z.object({
  id: commentId,
  speaker,
  text: z.string().nullable(),
  at: instant,
  stamp: stamp.nullable(),
  withdrawnAt: instant.nullable(),
});
export type Comment = z.infer<typeof comment>;

export const stance = z.enum(['supports', 'supportsWithChange', 'objects', 'reserves']);
export type Stance = z.infer<typeof stance>;

/** What another organisation says to a thread; its newest position counts. `none` takes it back. */
export const position = z.object({
  organisationId,
  organisation: z.string(),
  name: z.string(),
  stance: stance.or(z.literal('none')),
  text: z.string(),
  at: instant,
});
export type Position = z.infer<typeof position>;

/** A proposal put into the draft: what the paragraph was and became, by whom and when. */
export const application = z.object({
  id: applicationId,
  paragraphId,
  before: z.string(),
  after: z.string(),
  at: instant,
  by: z.string(),
  undoneAt: instant.nullable(),
});
export type Application = z.infer<typeof application>;

export const thread = z.object({
  id: threadId,
  number: z.number().int().min(1),
  roundId: roundId.nullable(),
  kind: threadKind,
  anchor: storedAnchor.nullable(),
  proposal: proposal.nullable(),
  received: z.object({ by: receivedBy, at: instant }).nullable(),
  opening: comment,
  replies: z.array(comment),
  positions: z.array(position),
  /** Every answer ever given, oldest first; the last one counts. */
  dispositions: z.array(disposition),
  applications: z.array(application),
  withdrawnAt: instant.nullable(),
  versionId: versionId.nullable(),
});
export type Thread = z.infer<typeof thread>;

const words = z.string().trim().max(20_000);
export const openThreadRequest = z.strictObject({
  anchor: wishedAnchor.nullable(),
  kind: threadKind,
  text: words,
  proposal: z.strictObject({ mark, text: z.string().max(100_000).default('') }).optional(),
  /** Only the secretariat: a point that came by e-mail, letter or in the room. */
  onBehalf: z
    .strictObject({ organisationId, name: z.string().trim().max(200).default(''), by: receivedBy, receivedAt: instant })
    .optional(),
});
export type OpenThread = z.infer<typeof openThreadRequest>;

export const replyRequest = z.strictObject({ text: words.min(1) });
export type Reply = z.infer<typeof replyRequest>;

export const positionRequest = z.strictObject({
  stance: stance.or(z.literal('none')),
  text: words.max(2000).default(''),
});
export type TakePosition = z.infer<typeof positionRequest>;

export const withdrawRequest = z.strictObject({ withdrawn: z.literal(true) });

export const threadEvents = [
  z.object({ kind: z.literal('thread.opened'), thread }),
  z.object({ kind: z.literal('thread.replied'), threadId, comment }),
  z.object({ kind: z.literal('thread.withdrawn'), threadId, at: instant }),
  z.object({ kind: z.literal('comment.withdrawn'), threadId, commentId, at: instant }),
  z.object({ kind: z.literal('position.taken'), threadId, position }),
] as const;
