import type { WishedAnchor } from '../../shared/text/anchor.ts';
import type { Thread } from '../../shared/threads/contract.ts';
import type { KeptDraft } from './drafts.ts';
import { mostNotes } from './folding.ts';
import { bySpot, type Spot, type SpotAnchor } from './spot.ts';
import type { PendingThread } from './writes.ts';

/** A comment being written. */
export interface Composing {
  anchor: WishedAnchor | null;
  /** The refused comment that is being mended. */
  postId?: string;
  /** The thread whose words are being changed: it is withdrawn when the new ones have arrived. */
  replaces?: string;
}

/** One thing that stands in the margin. */
export type Entry = { key: string; spot: Spot } & (
  | { kind: 'thread'; thread: Thread }
  /** More threads on one paragraph than there is room for. */
  | { kind: 'stack'; threads: Thread[] }
  | { kind: 'pending'; pending: PendingThread }
  | { kind: 'draft'; draft: KeptDraft }
  | { kind: 'form'; composing: Composing }
);

export interface MarginFacts {
  threads: readonly Thread[];
  pending: readonly PendingThread[];
  drafts: readonly KeptDraft[];
  composing: { key: string; at: Composing } | null;
  spotOf: (anchor: SpotAnchor | null) => Spot;
  /** Whether many threads on one paragraph are gathered; on a phone there is no margin to run out of. */
  mayStack: boolean;
}

/**
 * All that stands in the margin, in the order of the text. What is being written comes first at its spot;
 * what has arrived is shown as a thread, and its receipt in the slip.
 */
export function entriesOf(facts: MarginFacts): Entry[] {
  const { composing, spotOf } = facts;
  const known = new Set<string>(facts.threads.map((thread) => thread.id));
  const form = composing
    ? [{ kind: 'form' as const, key: 'form', composing: composing.at, spot: spotOf(composing.at.anchor) }]
    : [];
  const pending = facts.pending
    .filter((each) => !known.has(each.id) && each.id !== composing?.at.postId)
    .map((each) => ({ kind: 'pending' as const, key: each.id, pending: each, spot: spotOf(each.wish.anchor) }));
  const drafts = facts.drafts
    .filter((draft) => draft.key !== composing?.key)
    .map((draft) => ({ kind: 'draft' as const, key: draft.key, draft, spot: spotOf(draft.anchor) }));
  const threads = facts.threads.map((thread) => ({ thread, spot: spotOf(thread.anchor) })).sort(byPlace);
  const entries = [...form, ...pending, ...drafts, ...(facts.mayStack ? stacked(threads) : threads.map(noteOf))];
  return entries.sort((a, b) => bySpot(a.spot, b.spot));
}

interface Placed {
  thread: Thread;
  spot: Spot;
}

const byPlace = (a: Placed, b: Placed): number => bySpot(a.spot, b.spot) || a.thread.number - b.thread.number;

const noteOf = ({ thread, spot }: Placed): Entry => ({ kind: 'thread', key: thread.id, thread, spot });

function stacked(placed: readonly Placed[]): Entry[] {
  const groups = new Map<string, Placed[]>();
  for (const each of placed) {
    const name = `${each.spot.order} ${each.spot.how === 'deleted'}`;
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  return [...groups.values()].flatMap((group): Entry[] => {
    const first = group[0];
    if (!first || group.length <= mostNotes) return group.map(noteOf);
    const spot: Spot = { ...first.spot, start: 0, end: 0 };
    return [{ kind: 'stack', key: `stack ${spot.paragraphId}`, threads: group.map((each) => each.thread), spot }];
  });
}

/** The threads in the order in which one goes through them. */
export function threadsIn(entries: readonly Entry[]): Thread[] {
  return entries.flatMap((entry) =>
    entry.kind === 'thread' ? [entry.thread] : entry.kind === 'stack' ? entry.threads : [],
  );
}

/** The entry in which a thread is shown. */
export function entryWith(entries: readonly Entry[], threadId: string | null): number | null {
  if (threadId === null) return null;
  const index = entries.findIndex(
    (entry) =>
      entry.key === threadId || (entry.kind === 'stack' && entry.threads.some((thread) => thread.id === threadId)),
  );
  return index === -1 ? null : index;
}
