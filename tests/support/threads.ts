import { Problem, type ProblemSlug } from '../../shared/problems.ts';
import type { Thread } from '../../shared/threads/contract.ts';
import { openedThread } from '../../shared/threads/rules.ts';

/** The slug of the refusal. @throws what is no refusal, and an Error when there is none */
export function refusalOf(deed: () => unknown): ProblemSlug {
  try {
    deed();
  } catch (error) {
    if (error instanceof Problem) return error.slug;
    throw error;
  }
  throw new Error('it was not refused');
}

/** A thread of which only what the rules read is given. */
export function threadOf(facts: {
  id?: string;
  personId?: string;
  organisationId?: string;
  withdrawnAt?: string;
  isAnswered?: boolean;
  duplicateOf?: string;
}): Thread {
  const speaker = { personId: facts.personId ?? 'a', organisationId: facts.organisationId ?? 'o' };
  const thread = openedThread({ id: facts.id ?? '1', number: 1, opening: { speaker } } as never);
  const answer = facts.duplicateOf
    ? { answer: 'duplicate', duplicateOf: { threadId: facts.duplicateOf, number: 1 } }
    : { answer: 'noted', duplicateOf: null };
  const dispositions = facts.isAnswered || facts.duplicateOf ? [answer] : [];
  return { ...thread, withdrawnAt: facts.withdrawnAt ?? null, dispositions } as unknown as Thread;
}
