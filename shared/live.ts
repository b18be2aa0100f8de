import { z } from 'zod';
import { streamName } from './envelope.ts';
import type { StreamEvent } from './events.ts';
import { paperId, paragraphId } from './ids.ts';
import type { ProblemSlug } from './problems.ts';

export const followRequest = z.strictObject({ stream: streamName, since: z.number().int().min(0) });
export const unfollowRequest = z.strictObject({ stream: streamName });
/** Where somebody reads: the server adds who it is. */
export const presenceRequest = z.strictObject({
  paperId,
  paragraphId: paragraphId.nullable(),
  activity: z.enum(['reading', 'editing', 'commenting']),
});

/** Somebody who has the paper open, as the others see it. Never stored. */
export interface Presence {
  personId: string;
  name: string;
  organisation: string;
  paragraphId: string | null;
  activity: 'reading' | 'editing' | 'commenting';
}

export type Answer<T> = ({ ok: true } & T) | { ok: false; problem: ProblemSlug };

export interface ClientToServer {
  follow: (wish: unknown, answer: (reply: Answer<{ seq: number; events: StreamEvent[] }>) => void) => void;
  unfollow: (wish: unknown) => void;
  presence: (wish: unknown) => void;
}
export interface ServerToClient {
  /** Committed, in order of the stream's seq. */
  event: (event: StreamEvent) => void;
  /** Everybody who has this paper open; replaces what was said before. */
  presence: (paperId: string, here: Presence[]) => void;
}

/** What to do with an event when `seen` was the last one applied. */
export function nextInSequence(seen: number, arrived: number): 'apply' | 'known' | 'gap' {
  if (arrived <= seen) return 'known';
  return arrived === seen + 1 ? 'apply' : 'gap';
}
