import { z } from 'zod';
import { instant } from '../envelope.ts';
import { paperId, roundId, versionId } from '../ids.ts';

/** A period of commenting on one version. `firstClosesAt` differs from `closesAt` once the round was extended or closed early. */
export const roundSchema = z.object({
  id: roundId,
  paperId,
  number: z.number().int().min(1),
  versionId,
  opensAt: instant,
  closesAt: instant,
  firstClosesAt: instant,
  acceptsLate: z.boolean(),
  observersMayComment: z.boolean(),
  /** The recorded reason of the last extension or early closing. */
  reason: z.string().nullable(),
  /** Set when the closing was told to the group; the rule reads `closesAt`, never this. */
  closedAt: instant.nullable(),
});
export type Round = z.infer<typeof roundSchema>;

/**
 * Opens a round, or changes the one with this id (`closesAt` later: extension; now or earlier: closing,
 * both with a reason). `opensAt` may be left out: now.
 */
export const roundRequest = z.strictObject({
  opensAt: instant.optional(),
  closesAt: instant,
  acceptsLate: z.boolean().default(false),
  observersMayComment: z.boolean().default(false),
  sealed: z.literal(false).default(false),
  reason: z.string().trim().min(1).max(2000).optional(),
  close: z.literal(true).optional(),
});
export type RoundWish = z.infer<typeof roundRequest>;

export const stamp = z.enum(['in time', 'extended', 'late']);
export type Stamp = z.infer<typeof stamp>;

export const roundEvents = [
  z.object({ kind: z.literal('round.opened'), round: roundSchema }),
  z.object({ kind: z.literal('round.extended'), round: roundSchema, from: instant }),
  z.object({ kind: z.literal('round.closed'), round: roundSchema, early: z.boolean() }),
] as const;
