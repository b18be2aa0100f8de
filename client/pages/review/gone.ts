import { isUnanswered } from '../../../shared/dispositions/rules.ts';
import type { Thread } from '../../../shared/threads/contract.ts';
import type { Notes } from './use-notes.ts';

/** The threads of one deleted paragraph, while one of them is unanswered. */
export interface GoneGroup {
  /** The paragraph that was deleted. */
  paragraphId: string;
  address: string;
  words: string;
  threads: Thread[];
}

/** Deleted paragraphs with unanswered threads, by the paragraph after which they stood. */
export function goneIn(threads: readonly Thread[], spotOf: Notes['spotOf']): ReadonlyMap<string, GoneGroup[]> {
  const groups = new Map<string, GoneGroup[]>();
  for (const thread of threads) {
    const spot = spotOf(thread.anchor);
    if (spot.how !== 'deleted' || spot.paragraphId === null || !thread.anchor) continue;
    const { paragraphId, address, paragraphText: words } = thread.anchor;
    const after = groups.get(spot.paragraphId) ?? [];
    const known = after.find((group) => group.paragraphId === paragraphId);
    if (known) known.threads.push(thread);
    else after.push({ paragraphId, address, words, threads: [thread] });
    groups.set(spot.paragraphId, after);
  }
  for (const [id, after] of groups) {
    const open = after.filter((group) => group.threads.some(isUnanswered));
    if (open.length > 0) groups.set(id, open);
    else groups.delete(id);
  }
  return groups;
}
