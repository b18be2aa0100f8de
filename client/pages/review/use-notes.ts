import { useMemo } from 'react';
import { isUnanswered } from '../../../shared/dispositions/rules.ts';
import type { Paragraph } from '../../../shared/text/paragraph.ts';
import type { Thread } from '../../../shared/threads/contract.ts';
import { draftKey, useKeptDrafts } from '../../threads/drafts.ts';
import { type Composing, type Entry, entriesOf } from '../../threads/entries.ts';
import { type Spot, type SpotAnchor, spotFinder } from '../../threads/spot.ts';
import { usePending } from '../../threads/writes.ts';

/** Threads against the text: what stands where, and how many are open on what. */
export interface Notes {
  spotOf: (anchor: SpotAnchor | null) => Spot;
  entries: Entry[];
  /** Open threads by paragraph, and all threads by paragraph. */
  openOn: ReadonlyMap<string, number>;
  threadsOn: ReadonlyMap<string, Thread[]>;
  openOnPaper: Thread[];
  openOnDeleted: Thread[];
  open: number;
  answered: number;
}

export function useNotes(
  paperId: string,
  personId: string,
  threads: readonly Thread[],
  paragraphs: readonly Paragraph[],
  composing: Composing | null,
  isPhone: boolean,
): Notes {
  const pending = usePending(paperId);
  const drafts = useKeptDrafts(personId, paperId);
  const spotOf = useMemo(() => spotFinder(paragraphs), [paragraphs]);
  const entries = useMemo(
    () =>
      entriesOf({
        threads,
        pending,
        drafts,
        composing: composing && { key: draftKey(paperId, composing.anchor), at: composing },
        spotOf,
        mayStack: !isPhone,
      }),
    [threads, pending, drafts, composing, spotOf, isPhone, paperId],
  );
  const counts = useMemo(() => countsOf(threads, spotOf), [threads, spotOf]);
  return useMemo(() => ({ spotOf, entries, ...counts }), [spotOf, entries, counts]);
}

function countsOf(threads: readonly Thread[], spotOf: Notes['spotOf']): Omit<Notes, 'spotOf' | 'entries'> {
  const openOn = new Map<string, number>();
  const threadsOn = new Map<string, Thread[]>();
  const openOnPaper: Thread[] = [];
  const openOnDeleted: Thread[] = [];
  let open = 0;
  let answered = 0;
  for (const thread of threads) {
    const spot = spotOf(thread.anchor);
    const isOpen = isUnanswered(thread);
    if (isOpen) open += 1;
    else if (thread.withdrawnAt === null) answered += 1;
    if (spot.how === 'paper' && isOpen) openOnPaper.push(thread);
    if (spot.how === 'deleted' && isOpen) openOnDeleted.push(thread);
    if (spot.paragraphId === null || spot.how === 'deleted') continue;
    threadsOn.set(spot.paragraphId, [...(threadsOn.get(spot.paragraphId) ?? []), thread]);
    if (isOpen) openOn.set(spot.paragraphId, (openOn.get(spot.paragraphId) ?? 0) + 1);
  }
  return { openOn, threadsOn, openOnPaper, openOnDeleted, open, answered };
}
