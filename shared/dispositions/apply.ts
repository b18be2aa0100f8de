import type { Happening } from '../events.ts';
import type { Thread } from '../threads/contract.ts';

/** The threads after an answer or an applied proposal. Applying an event twice changes nothing more. */
export function applyDispositionEvent(threads: readonly Thread[], event: Happening): Thread[] {
  if (event.kind !== 'disposition.given' && event.kind !== 'proposal.applied' && event.kind !== 'application.undone')
    return [...threads];
  return threads.map((thread) => (thread.id === event.threadId ? answered(thread, event) : thread));
}

type Answering = Extract<Happening, { kind: 'disposition.given' | 'proposal.applied' | 'application.undone' }>;

function answered(thread: Thread, event: Answering): Thread {
  if (event.kind === 'disposition.given') {
    const isKnown = thread.dispositions.some(
      (each) => each.at === event.disposition.at && each.answer === event.disposition.answer,
    );
    return isKnown ? thread : { ...thread, dispositions: [...thread.dispositions, event.disposition] };
  }
  if (event.kind === 'proposal.applied') {
    const isKnown = thread.applications.some((each) => each.id === event.application.id);
    return isKnown ? thread : { ...thread, applications: [...thread.applications, event.application] };
  }
  return {
    ...thread,
    applications: thread.applications.map((each) =>
      each.id === event.applicationId ? { ...each, undoneAt: event.at } : each,
    ),
  };
}
