import type { Standing } from '../groups/rights.ts';
import type { CommentId } from '../ids.ts';
import { Problem } from '../problems.ts';
import { isOpen, stampFor } from '../rounds/calendar.ts';
import type { Round, Stamp } from '../rounds/contract.ts';
import { type StoredAnchor, storeAnchor } from '../text/anchor.ts';
import type { Paragraph } from '../text/paragraph.ts';
import type { OpenThread, TakePosition, Thread } from './contract.ts';

/** Who asks, and how the round stands at the one instant of the deed. */
export interface Occasion {
  standing: Standing;
  round: Round | null;
  now: string;
}

/**
 * T1: members comment while a round is open; late, where the round takes late comments. Secretariat and
 * chair may speak at any time; outside a round what they say has no stamp. Observers speak if the round says so.
 * @throws Problem no-round, round-not-yet-open, round-closed, not-allowed
 */
export function decideStamp(at: Occasion): Stamp | null {
  const { round, now } = at;
  const isHost = at.standing === 'secretariat' || at.standing === 'chair';
  if (isHost) return round && isOpen(round, now) ? stampFor(round, now) : null;
  if (!round) throw new Problem('no-round');
  if (Date.parse(round.opensAt) > Date.parse(now)) throw new Problem('round-not-yet-open', { opensAt: round.opensAt });
  if (at.standing === 'observer' && !round.observersMayComment)
    throw new Problem('not-allowed', { deed: 'thread.open' });
  const stamp = stampFor(round, now);
  if (stamp === 'late' && !round.acceptsLate) throw new Problem('round-closed', { closedAt: round.closesAt });
  return stamp;
}

/**
 * T2: a point that came by another way is stamped by the instant at which it was received, not by when it
 * was written down; it cannot have been received in the future.
 * @throws Problem received-in-the-future, no-round
 */
export function decideStampOnBehalf(receivedAt: string, at: Occasion): Stamp | null {
  if (Date.parse(receivedAt) > Date.parse(at.now)) throw new Problem('received-in-the-future', { receivedAt });
  return at.round && Date.parse(receivedAt) >= Date.parse(at.round.opensAt) ? stampFor(at.round, receivedAt) : null;
}

/**
 * T3: where a thread stands: on a paragraph that is in the text, or on the paper as a whole.
 * @throws Problem unknown-paragraph, proposal-without-paragraph, wording-missing, empty-comment
 */
export function decideOpening(
  wish: OpenThread,
  paragraphs: readonly Paragraph[],
  versionId: string | null,
): StoredAnchor | null {
  const { proposal } = wish;
  if (proposal && wish.anchor === null) throw new Problem('proposal-without-paragraph');
  if (proposal && (proposal.mark === 'ADD' || proposal.mark === 'MOD') && proposal.text.trim() === '')
    throw new Problem('wording-missing', { mark: proposal.mark });
  if (wish.text === '' && !proposal) throw new Problem('empty-comment');
  if (wish.anchor === null) return null;
  const anchor = storeAnchor(wish.anchor, paragraphs, versionId as StoredAnchor['versionId']);
  if (!anchor) throw new Problem('unknown-paragraph', { paragraphId: wish.anchor.paragraphId });
  return anchor;
}

/**
 * T4: replies follow T1, and after closing the thread's own author may still reply.
 * @throws Problem thread-withdrawn; and those of T1
 */
export function decideReply(
  thread: Pick<Thread, 'withdrawnAt' | 'opening'>,
  personId: string,
  at: Occasion,
): Stamp | null {
  if (thread.withdrawnAt !== null) throw new Problem('thread-withdrawn');
  const isAuthor = thread.opening.speaker.personId === personId;
  if (isAuthor && at.round && !isOpen(at.round, at.now)) return null;
  return decideStamp(at);
}

/** T5: an organisation takes one position at a time, not on its own point. @throws Problem thread-withdrawn, not-allowed; and those of T1 */
export function decidePosition(thread: Thread, organisationId: string, wish: TakePosition, at: Occasion): void {
  if (thread.withdrawnAt !== null) throw new Problem('thread-withdrawn');
  if (thread.opening.speaker.organisationId === organisationId && wish.stance !== 'none')
    throw new Problem('not-allowed', { deed: 'thread.position' });
  decideStamp(at);
}

/** T6: only its author withdraws a point, while the round is open; a point once answered stays. @throws Problem not-yours, thread-withdrawn, thread-answered, round-closed */
export function decideWithdrawal(thread: Thread, personId: string, at: Occasion): void {
  if (thread.withdrawnAt !== null) throw new Problem('thread-withdrawn');
  if (thread.opening.speaker.personId !== personId) throw new Problem('not-yours');
  if (thread.dispositions.length > 0) throw new Problem('thread-answered', { number: thread.number });
  decideStamp(at);
}

/** T7: only its author withdraws a reply. @throws Problem not-found, not-yours, thread-withdrawn */
export function decideReplyWithdrawal(thread: Thread, commentId: CommentId, personId: string): void {
  const reply = thread.replies.find((each) => each.id === commentId);
  if (!reply) throw new Problem('not-found');
  if (reply.speaker.personId !== personId) throw new Problem('not-yours');
  if (reply.withdrawnAt !== null) throw new Problem('thread-withdrawn');
}

/** A thread as it is when it opens: nothing said to it yet. */
export function openedThread(
  thread: Omit<Thread, 'replies' | 'positions' | 'dispositions' | 'applications' | 'withdrawnAt'>,
): Thread {
  return { ...thread, replies: [], positions: [], dispositions: [], applications: [], withdrawnAt: null };
}

/** What is shown of a thread whose author took it back: that it was there, by whom, and no word of it. */
export function withoutWords(thread: Thread): Thread {
  return { ...thread, proposal: null, opening: { ...thread.opening, text: null } };
}
