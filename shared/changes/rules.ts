import type { Thread } from '../threads/contract.ts';
import type { Reason } from './contract.ts';

/** A stretch of the text log: what happened after `from`, up to `to`. */
export interface Stretch {
  from: number;
  to: number;
}

/** What the log knows of reasons: a proposal applied, or a reason given afterwards for a stretch. */
export interface RecordedReason {
  paragraphIds: readonly string[];
  threadId: string | null;
  text: string | null;
  at: string;
  by: string;
  stretch: Stretch;
}

/**
 * E1: the reasons of a paragraph's change between two versions are those recorded inside that stretch of
 * the log, so a reason found between Draft 1 and Draft 2 also explains the way from Draft 1 to the Final.
 * @returns oldest first, each thread once
 */
export function reasonsFor(
  paragraphIds: readonly string[],
  stretch: Stretch,
  recorded: readonly RecordedReason[],
  threads: ReadonlyMap<string, Thread>,
): Reason[] {
  const reasons: Reason[] = [];
  for (const each of recorded) {
    if (each.stretch.from < stretch.from || each.stretch.to > stretch.to) continue;
    if (!each.paragraphIds.some((id) => paragraphIds.includes(id))) continue;
    const thread = each.threadId === null ? undefined : threads.get(each.threadId);
    if (each.threadId !== null && (!thread || reasons.some((reason) => reason.thread?.id === thread.id))) continue;
    reasons.push({ thread: thread ? namedThread(thread) : null, text: each.text, at: each.at, by: each.by });
  }
  return reasons;
}

/** A thread as a reason names it. */
export function namedThread(thread: Thread): NonNullable<Reason['thread']> {
  return {
    id: thread.id,
    number: thread.number,
    organisation: thread.opening.speaker.organisation,
    answer: thread.dispositions.at(-1)?.answer ?? null,
  };
}
