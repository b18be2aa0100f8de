import type { Group } from '../../shared/groups/contract.ts';
import type { Round } from '../../shared/rounds/contract.ts';
import { dayAndTime, daysLeft, shortDate, timeOf } from '../base/dates.ts';
import { useLanguage } from '../base/language.ts';
import { Sentence } from '../base/ui/Sentence.tsx';
import { isExtended, type Standing } from './standing.ts';

/** The strip on a phone: one line, the instant with its place, and one pill. */
export function PhoneStrip({
  round,
  group,
  standing,
}: {
  round: Round;
  group: Pick<Group, 'zone' | 'place'>;
  standing: Standing;
}) {
  const say = useLanguage();
  const { nearness, now } = standing;
  const instant = nearness === 'scheduled' ? round.opensAt : round.closesAt;
  const isToday = shortDate(instant, group.zone, now) === shortDate(new Date(now).toISOString(), group.zone, now);
  const day =
    isToday && nearness !== 'closed'
      ? `${say('rounds.today')}, ${timeOf(instant, group.zone)}`
      : dayAndTime(instant, group.zone);
  const when = (
    <b>
      {day} {group.place}
    </b>
  );
  const pill = pillOf(round, standing);
  return (
    <>
      <span className="show-s">
        <Sentence
          of={`rounds.phone.${nearness === 'closed' || nearness === 'scheduled' ? nearness : 'closes'}`}
          parts={{ when }}
        />
      </span>
      {pill !== null && (
        <span className="left show-s">
          {pill === 'left' ? daysLeft(round.closesAt, now, say) : say(`rounds.phone.${pill}`)}
        </span>
      )}
    </>
  );
}

function pillOf(round: Round, { nearness }: Standing): 'left' | 'extended' | 'late' | null {
  if (nearness === 'scheduled') return null;
  if (nearness === 'closed') return round.acceptsLate ? 'late' : null;
  return nearness === 'calm' && isExtended(round) ? 'extended' : 'left';
}
