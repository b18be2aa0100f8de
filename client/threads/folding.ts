import { isUnanswered } from '../../shared/dispositions/rules.ts';
import type { Thread } from '../../shared/threads/contract.ts';

/** Threads that ask for the same, shown as one line: the first to say so, and the others behind it. */
export interface Line {
  thread: Thread;
  same: Thread[];
}

/** More threads than this on one paragraph are shown as lines instead of notes. */
export const mostNotes = 7;

/**
 * Folds threads that propose the same wording for the same words. Comments without a proposal are never
 * folded: two people who write alike may still mean two things.
 */
export function linesOf(threads: readonly Thread[]): Line[] {
  const lines: Line[] = [];
  const known = new Map<string, Line>();
  for (const thread of threads) {
    const name = nameOf(thread);
    const before = name === null ? undefined : known.get(name);
    if (before) {
      before.same.push(thread);
      continue;
    }
    const line: Line = { thread, same: [] };
    lines.push(line);
    if (name !== null) known.set(name, line);
  }
  return lines;
}

function nameOf({ proposal, anchor, withdrawnAt }: Thread): string | null {
  if (!proposal || withdrawnAt !== null) return null;
  return JSON.stringify([proposal.mark, plain(proposal.text), plain(anchor?.quote?.exact ?? '')]);
}

const plain = (words: string): string => words.replace(/\s+/gu, ' ').trim();

/** Threads of one paragraph under the words that they are about, in the order of the text. */
export interface QuoteGroup {
  /** Null: the paragraph as a whole. */
  quote: string | null;
  threads: Thread[];
}

/** @param threads in the order of the text */
export function byQuote(threads: readonly Thread[]): QuoteGroup[] {
  const groups = new Map<string | null, Thread[]>([[null, []]]);
  for (const thread of threads) {
    const quote = thread.anchor?.quote?.exact ?? null;
    groups.set(quote, [...(groups.get(quote) ?? []), thread]);
  }
  return [...groups].filter(([, each]) => each.length > 0).map(([quote, each]) => ({ quote, threads: each }));
}

export function unansweredOf(threads: readonly Thread[]): number {
  return threads.filter(isUnanswered).length;
}
