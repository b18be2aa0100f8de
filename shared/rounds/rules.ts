import type { PaperId, RoundId, VersionId } from '../ids.ts';
import { Problem } from '../problems.ts';
import { isOpen } from './calendar.ts';
import type { Round, RoundWish } from './contract.ts';

export interface RoundFacts {
  roundId: RoundId;
  paperId: PaperId;
  newest: Round | null;
  versionId: VersionId;
  now: string;
}

/**
 * O1: one round at a time; it closes in the future and after it opens.
 * @throws Problem round-open, closing-in-the-past
 */
export function decideRound(wish: RoundWish, at: RoundFacts): Round {
  if (at.newest && Date.parse(at.newest.closesAt) > Date.parse(at.now))
    throw new Problem('round-open', { number: at.newest.number });
  const opensAt = wish.opensAt && Date.parse(wish.opensAt) > Date.parse(at.now) ? wish.opensAt : at.now;
  const closesAt = new Date(wish.closesAt).toISOString();
  if (Date.parse(closesAt) <= Date.parse(opensAt)) throw new Problem('closing-in-the-past', { closesAt });
  return {
    id: at.roundId,
    paperId: at.paperId,
    number: (at.newest?.number ?? 0) + 1,
    versionId: at.versionId,
    opensAt: new Date(opensAt).toISOString(),
    closesAt,
    firstClosesAt: closesAt,
    acceptsLate: wish.acceptsLate,
    observersMayComment: wish.observersMayComment,
    reason: null,
    closedAt: null,
  };
}

/**
 * O2: an extension is a recorded decision with a reason and a later instant. A round that has closed may
 * be extended too, as long as it is the newest: what came in between keeps its stamp.
 * @throws Problem reason-missing, closing-not-later, closing-in-the-past
 */
export function decideExtension(round: Round, wish: RoundWish, now: string): Round {
  if (!wish.reason) throw new Problem('reason-missing');
  const closesAt = new Date(wish.closesAt).toISOString();
  if (Date.parse(closesAt) <= Date.parse(round.closesAt))
    throw new Problem('closing-not-later', { closesAt: round.closesAt });
  if (Date.parse(closesAt) <= Date.parse(now)) throw new Problem('closing-in-the-past', { closesAt });
  return { ...round, closesAt, reason: wish.reason, acceptsLate: wish.acceptsLate, closedAt: null };
}

/** O3: closing early is a recorded decision with a reason; the closing instant is that of its recording. @throws Problem reason-missing, round-closed */
export function decideEarlyClosing(round: Round, wish: RoundWish, now: string): Round {
  if (!wish.reason) throw new Problem('reason-missing');
  if (!isOpen(round, now)) throw new Problem('round-closed', { closedAt: round.closesAt });
  return { ...round, closesAt: now, reason: wish.reason, closedAt: now };
}
