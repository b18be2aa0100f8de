import type { PaperSummary } from '../../shared/papers/contract.ts';
import type { Membership } from '../base/session.ts';

/**
 * Something that awaits the reader: a round in which they may speak, threads that the secretariat has not
 * answered, a draft that nobody but its makers sees yet.
 */
export interface Awaiting {
  kind: 'round' | 'answers' | 'preparing';
  paper: PaperSummary;
  membership: Membership;
}

/** What awaits somebody in one group, rounds by their deadline first. */
export function awaitingIn(membership: Membership, papers: readonly PaperSummary[], now: number): Awaiting[] {
  const isMaker = membership.role === 'secretariat';
  const found = papers.flatMap((paper): Awaiting[] => {
    if (paper.state === 'inRound' && paper.round && Date.parse(paper.round.closesAt) > now) {
      return [{ kind: 'round', paper, membership }];
    }
    if (isMaker && paper.threads.open > 0 && paper.state !== 'withdrawn')
      return [{ kind: 'answers', paper, membership }];
    if (isMaker && paper.state === 'preparing') return [{ kind: 'preparing', paper, membership }];
    return [];
  });
  return found.sort(byUrgency);
}

const rank = { round: 0, answers: 1, preparing: 2 } as const;

/** Deadlines first, the nearest before the others; then what the secretariat may do at any time. */
export function byUrgency(a: Awaiting, b: Awaiting): number {
  const [first, second] = [a.paper.round?.closesAt ?? '', b.paper.round?.closesAt ?? ''];
  return rank[a.kind] - rank[b.kind] || (a.kind === 'round' ? first.localeCompare(second) : 0);
}
