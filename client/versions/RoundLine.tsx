import type { Group } from '../../shared/groups/contract.ts';
import type { Round } from '../../shared/rounds/contract.ts';
import { useNow } from '../base/clock.ts';
import { inZone, longDay } from '../base/dates.ts';
import { useLanguage } from '../base/language.ts';

/** The round on a version: from when to when, whether it is open, how many threads it brought. */
export function RoundLine({ round, group, threads }: { round: Round; group: Group; threads: number }) {
  const say = useLanguage();
  const now = useNow(1000); // by the minute a round just opened would be said not to be open yet
  const state = Date.parse(round.closesAt) <= now ? 'closed' : Date.parse(round.opensAt) > now ? 'later' : 'open';
  return (
    <span className="round-line">
      {say('versions.round-line', {
        number: round.number,
        opens: longDay(round.opensAt, group.zone),
        closes: inZone(round.closesAt, group.zone, group.place),
        state: say(`versions.round-state.${state}`),
        threads: say('versions.threads', { count: threads }),
      })}
    </span>
  );
}
