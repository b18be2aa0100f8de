import type { Group } from '../../shared/groups/contract.ts';
import { inReaderTime, longDay, timeOf } from '../base/dates.ts';
import { useLanguage } from '../base/language.ts';
import { clockChangeBetween, daysBetween } from './clocks.ts';

/** A closing instant looked at twice: how long that is, what it is in the reader's own time, and a change of clocks in between. */
export function SameInstant({
  from,
  to,
  isMore,
  group,
}: {
  from: string;
  to: string;
  /** Counts from the closing as it was: "14 days more". */
  isMore?: boolean;
  group: Pick<Group, 'zone' | 'place'>;
}) {
  const say = useLanguage();
  if (Date.parse(to) <= Date.parse(from)) {
    return (
      <p className="else" role="status">
        {say(isMore ? 'rounds.not-later' : 'rounds.in-the-past')}
      </p>
    );
  }
  const own = inReaderTime(to, group.zone);
  const change = clockChangeBetween(from, to, group.zone);
  return (
    <p className="else" role="status">
      <b>{say(isMore ? 'rounds.days-more' : 'rounds.days', { count: daysBetween(from, to) })}</b>{' '}
      {own === null ? say('rounds.your-time-same', { place: group.place }) : say('rounds.your-time', { ...own })}{' '}
      {change !== null &&
        say('rounds.clocks', { place: group.place, day: longDay(change, group.zone), time: timeOf(to, group.zone) })}
    </p>
  );
}
