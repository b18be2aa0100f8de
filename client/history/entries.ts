import type { HappeningKind, StreamEvent } from '../../shared/events.ts';
import type { Thread } from '../../shared/threads/contract.ts';

/** What the history can be narrowed to. */
export const filters = ['all', 'text', 'threads', 'answers', 'rounds'] as const;
export type HistoryFilter = (typeof filters)[number];

const shown: Record<Exclude<HistoryFilter, 'all'>, ReadonlySet<HappeningKind>> = {
  text: new Set(['paper.created', 'proposal.applied', 'application.undone', 'reason.given', 'version.restored']),
  threads: new Set(['thread.opened', 'thread.replied', 'thread.withdrawn', 'comment.withdrawn', 'position.taken']),
  answers: new Set(['disposition.given', 'proposal.applied', 'application.undone']),
  rounds: new Set([
    'round.opened',
    'round.extended',
    'round.closed',
    'version.frozen',
    'version.restored',
    'publication.made',
  ]),
};

/** Whether somebody who asked for these events wants this one. */
export function isShown(event: StreamEvent, filter: HistoryFilter): boolean {
  return filter === 'all' || shown[filter].has(event.kind);
}

/** What an event of a version, a round or a publication is in the margin: a filled dot. */
export function isMilestone(event: StreamEvent): boolean {
  return shown.rounds.has(event.kind);
}

/**
 * One line of the history: one event, several equal answers that were given in one go, or a proposal that was
 * applied and answered in the same step.
 */
export interface Entry {
  /** The newest of them. */
  event: StreamEvent;
  /** All of them, newest first. */
  events: readonly StreamEvent[];
}

/**
 * The events as lines, newest first. Answers of one person in the same words, one after the other, are one
 * line: the desk gives them together, and nine equal lines would hide what stands between them.
 */
export function entriesOf(newestFirst: readonly StreamEvent[]): Entry[] {
  const entries: { event: StreamEvent; events: StreamEvent[] }[] = [];
  for (const event of newestFirst) {
    const last = entries.at(-1);
    if (last && (isSameAnswer(last, event) || isOneStep(last, event))) last.events.push(event);
    else entries.push({ event, events: [event] });
  }
  return entries;
}

/** An answer and the application it came with: the server records both at one instant. */
function isOneStep({ event: answer, events }: Entry, applied: StreamEvent): boolean {
  if (events.length > 1 || answer.kind !== 'disposition.given' || applied.kind !== 'proposal.applied') return false;
  return answer.threadId === applied.threadId && answer.at === applied.at;
}

function isSameAnswer({ event: a, events }: Entry, b: StreamEvent): boolean {
  if (a.kind !== 'disposition.given' || b.kind !== 'disposition.given') return false;
  return (
    events.every((event) => event.kind === 'disposition.given') &&
    a.by.personId === b.by.personId &&
    a.disposition.answer === b.disposition.answer &&
    a.disposition.rationale === b.disposition.rationale &&
    a.disposition.duplicateOf?.threadId === b.disposition.duplicateOf?.threadId
  );
}

/** What the history needs to know of a thread that an event only names by its id. */
export interface ThreadName {
  number: number;
  address: string | null;
}

/** The threads by their ids: those of the paper now, and those that the events themselves tell. */
export function threadNames(
  threads: readonly Thread[],
  events: readonly StreamEvent[],
): ReadonlyMap<string, ThreadName> {
  const told = events.flatMap((event) => (event.kind === 'thread.opened' ? [event.thread] : []));
  return new Map(
    [...told, ...threads].map(({ id, number, anchor }) => [id, { number, address: anchor?.address ?? null }]),
  );
}
