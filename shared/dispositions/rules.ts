import { Problem } from '../problems.ts';
import type { Thread } from '../threads/contract.ts';
import type { GiveDisposition } from './contract.ts';

/**
 * S1: every answer has its reason, except *duplicate*, which names the thread it repeats, in the same paper,
 * and never in a circle. A later answer stands beside the earlier one.
 * @throws Problem thread-withdrawn, rationale-missing, duplicate-of-itself, no-such-original
 */
export function decideDisposition(
  wish: GiveDisposition,
  thread: Thread,
  threads: readonly Thread[],
): { number: number; threadId: string } | null {
  if (thread.withdrawnAt !== null) throw new Problem('thread-withdrawn');
  if (wish.answer !== 'duplicate') {
    if (wish.rationale === '') throw new Problem('rationale-missing');
    return null;
  }
  let original = threads.find((each) => each.id === wish.duplicateOf);
  if (!original) throw new Problem('no-such-original');
  const { id, number } = original;
  for (let steps = 0; original && steps <= threads.length; steps++) {
    if (original.id === thread.id) throw new Problem('duplicate-of-itself', { number: thread.number });
    const next: string | undefined = answerOf(original)?.duplicateOf?.threadId;
    original = threads.find((each) => each.id === next);
  }
  return { threadId: id, number };
}

/** S2: the answer that counts: the newest. */
export function answerOf(thread: Pick<Thread, 'dispositions'>): Thread['dispositions'][number] | undefined {
  return thread.dispositions.at(-1);
}

/** S3: a thread is open until it is answered or withdrawn. */
export function isUnanswered(thread: Pick<Thread, 'dispositions' | 'withdrawnAt'>): boolean {
  return thread.withdrawnAt === null && thread.dispositions.length === 0;
}
