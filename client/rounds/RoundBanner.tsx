import './rounds.css';
import type { ReactNode } from 'react';
import type { Group } from '../../shared/groups/contract.ts';
import type { Round } from '../../shared/rounds/contract.ts';
import { daysLeft, inReaderTime, inZone, shortDate } from '../base/dates.ts';
import { useLanguage } from '../base/language.ts';
import { TextButton } from '../base/ui/Button.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { Sentence } from '../base/ui/Sentence.tsx';
import type { RoundChange } from './dialog-props.ts';
import { PhoneStrip } from './PhoneStrip.tsx';
import { isExtended, type Standing, useStanding } from './standing.ts';

/**
 * The strip over the text: whether one can comment, and until when. Calm until 48 hours before the end; it
 * closes by itself at the instant, for everybody.
 */
export function RoundBanner({
  round,
  group,
  version,
  mayChange,
  onChange,
  notice,
}: {
  /** The newest round; null where there was none yet. */
  round: Round | null;
  group: Pick<Group, 'zone' | 'place'>;
  /** The name of the version that people read. */
  version: string | null;
  mayChange: boolean;
  onChange: (change: RoundChange) => void;
  /** What else is to be said: a comment that is not sent yet. */
  notice?: ReactNode;
}) {
  const say = useLanguage();
  const standing = useStanding(round);
  const { nearness } = standing;
  const when = round && (
    <b className="when">{inZone(nearness === 'scheduled' ? round.opensAt : round.closesAt, group.zone, group.place)}</b>
  );
  return (
    <aside className={lookOf(nearness)} aria-label={say('rounds.name')}>
      <Icon name={nearness === 'closed' ? 'lock' : 'clock'} />
      <span className="hide-s">
        {round === null ? (
          <Sentence of={version === null ? 'rounds.none-yet' : 'rounds.none'} facts={{ version: version ?? '' }} />
        ) : (
          <Sentence
            of={sentenceOf(round, standing, group.zone)}
            facts={{ number: round.number }}
            parts={{ when, first: <First round={round} zone={group.zone} /> }}
          />
        )}
      </span>
      {round !== null && <PhoneStrip round={round} group={group} standing={standing} />}
      {round !== null && nearness !== 'closed' && nearness !== 'scheduled' && (
        <span className="left hide-s">{daysLeft(round.closesAt, standing.now, say)}</span>
      )}
      <span className="grow hide-s" />
      <span className="hide-s aside">
        {notice ?? <Aside round={round} standing={standing} zone={group.zone} version={version} isHost={mayChange} />}
      </span>
      {mayChange && (
        <span className="hide-s deeds">
          <Deeds round={round} nearness={nearness} onChange={onChange} />
        </span>
      )}
    </aside>
  );
}

function lookOf(nearness: Standing['nearness']): string {
  if (nearness === 'near') return 'round near';
  if (nearness === 'lastHour') return 'round near last';
  return nearness === 'closed' ? 'round shut' : 'round';
}

/** The sentence for how the round stands; "today" and "tomorrow" are those of the group's own calendar. */
function sentenceOf(round: Round, { nearness, now }: Standing, zone: string): string {
  if (nearness === 'scheduled') return 'rounds.opens';
  if (nearness === 'closed') return round.acceptsLate ? 'rounds.closed-late' : 'rounds.closed';
  if (isExtended(round)) return 'rounds.closes-extended';
  const dayOf = (instant: number) => shortDate(new Date(instant).toISOString(), zone, instant);
  const last = dayOf(Date.parse(round.closesAt));
  if (nearness === 'calm') return 'rounds.closes';
  if (last === dayOf(now)) return 'rounds.closes-today';
  return last === dayOf(now + 86_400_000) ? 'rounds.closes-tomorrow' : 'rounds.closes';
}

function First({ round, zone }: { round: Round; zone: string }) {
  return <s>{shortDate(round.firstClosesAt, zone, Date.parse(round.closesAt))}</s>;
}

function Aside({
  round,
  standing,
  zone,
  version,
  isHost,
}: {
  round: Round | null;
  standing: Standing;
  zone: string;
  version: string | null;
  isHost: boolean;
}) {
  const say = useLanguage();
  if (round === null) return null;
  if (standing.nearness === 'scheduled') return version === null ? null : say('rounds.read-now', { version });
  if (round.reason !== null && (isExtended(round) || standing.nearness === 'closed')) {
    return <q dir="auto">{round.reason}</q>;
  }
  if (isHost || standing.nearness === 'closed') return null;
  const own = inReaderTime(round.closesAt, zone);
  return own === null ? null : say('base.in-your-time', { ...own });
}

function Deeds({
  round,
  nearness,
  onChange,
}: {
  round: Round | null;
  nearness: Standing['nearness'];
  onChange: (change: RoundChange) => void;
}) {
  const say = useLanguage();
  const isClosed = nearness === 'closed';
  return (
    <>
      {(round === null || isClosed) && (
        <TextButton onPress={() => onChange('open')}>{say('rounds.open-ask')}</TextButton>
      )}
      {round !== null && <TextButton onPress={() => onChange('extend')}>{say('rounds.extend-ask')}</TextButton>}
      {round !== null && !isClosed && nearness !== 'scheduled' && (
        <TextButton onPress={() => onChange('close')}>{say('rounds.close-ask')}</TextButton>
      )}
    </>
  );
}
