import type { Group } from '../../shared/groups/contract.ts';
import { timeOf } from '../base/dates.ts';
import { sayNumber } from '../base/language.ts';
import { EventWords } from './EventWords.tsx';
import { type Entry, isMilestone, type ThreadName } from './entries.ts';

/** One line of the history: when, what in words, and its number in the record. */
export function EventRow({
  entry,
  group,
  names,
  paperId,
}: {
  entry: Entry;
  group: Group;
  names: ReadonlyMap<string, ThreadName>;
  paperId: string;
}) {
  const { event, events } = entry;
  const last = events.at(-1) ?? event;
  return (
    <li className={isMilestone(event) ? 'ev ver' : 'ev'}>
      <time dateTime={event.at}>{timeOf(event.at, group.zone)}</time>
      <span className="dot" />
      <div>
        <EventWords entry={entry} names={names} group={group} paperId={paperId} />
      </div>
      <span className="no">
        {events.length === 1 ? sayNumber(event.seq) : `${sayNumber(last.seq)}–${sayNumber(event.seq)}`}
      </span>
    </li>
  );
}
