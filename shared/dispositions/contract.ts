import { z } from 'zod';
import { instant } from '../envelope.ts';
import { applicationId, paragraphId, threadId } from '../ids.ts';

export const answer = z.enum([
  'accepted',
  'acceptedWithModification',
  'noted',
  'notAccepted',
  'outOfScope',
  'duplicate',
]);
export type Answer = z.infer<typeof answer>;

/** One answer of the secretariat to a thread. A later one stands beside the earlier, never in its place. */
export const disposition = z.object({
  answer,
  rationale: z.string(),
  duplicateOf: z.object({ threadId, number: z.number().int() }).nullable(),
  at: instant,
  by: z.string(),
});
export type Disposition = z.infer<typeof disposition>;

export const dispositionRequest = z.strictObject({
  answer,
  rationale: z.string().trim().max(20_000).default(''),
  duplicateOf: threadId.optional(),
});
export type GiveDisposition = z.infer<typeof dispositionRequest>;

/**
 * Applies a proposal to the draft. `seen` is the paragraph's text that the secretariat saw (null: the
 * paragraph was gone); when the draft says otherwise, the answer is `text-changed` with both texts.
 * `wording` is what goes in, when it differs from the proposal; `answer` gives the disposition in the same step.
 */
export const applyRequest = z.strictObject({
  seen: z.string().max(200_000).nullable(),
  wording: z.string().max(200_000).optional(),
  answer: z
    .strictObject({
      answer: z.enum(['accepted', 'acceptedWithModification']),
      rationale: z.string().trim().min(1).max(20_000),
    })
    .optional(),
  undo: z.literal(true).optional(),
});
export type ApplyProposal = z.infer<typeof applyRequest>;

const applied = z.object({
  id: applicationId,
  paragraphId,
  before: z.string(),
  after: z.string(),
  at: instant,
  by: z.string(),
  undoneAt: instant.nullable(),
});

export const dispositionEvents = [
  z.object({ kind: z.literal('disposition.given'), threadId, number: z.number().int(), disposition }),
  z.object({ kind: z.literal('proposal.applied'), threadId, number: z.number().int(), application: applied }),
  z.object({ kind: z.literal('application.undone'), threadId, number: z.number().int(), applicationId, at: instant }),
] as const;
