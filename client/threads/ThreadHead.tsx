import type { ReactNode } from 'react';
import type { Thread } from '../../shared/threads/contract.ts';
import { dayAndTime, shortDate } from '../base/dates.ts';
import { useLanguage } from '../base/language.ts';
import { KindMark, OrganisationName } from '../base/ui/FieldMarks.tsx';
import { useSetting } from './setting.ts';

/** The first line of a note: number, what it asks for, who says it, when. */
export function ThreadHead({ thread, isOpen, end }: { thread: Thread; isOpen: boolean; end?: ReactNode }) {
  const { zone } = useSetting();
  const { at } = thread.opening;
  return (
    <header>
      <bdi className="tn">#{thread.number}</bdi>
      {thread.proposal && !isOpen && <KindMark mark={thread.proposal.mark} />}
      <span className="who">
        <SpeakerName thread={thread} />
      </span>
      <time dateTime={at}>{isOpen ? dayAndTime(at, zone) : shortDate(at, zone)}</time>
      {end}
    </header>
  );
}

/** Who speaks, with what they are; one's own words say "you". */
export function SpeakerName({ thread }: { thread: Thread }) {
  const say = useLanguage();
  const { me } = useSetting();
  const { speaker } = thread.opening;
  const isMine = speaker.personId === me.personId;
  return (
    <>
      <OrganisationName name={speaker.organisation} kind={isMine ? undefined : speaker.organisationKind} />
      {isMine && <span className="role"> {say('threads.you')}</span>}
    </>
  );
}

/** How a point came that the secretariat wrote down for somebody. */
export function ReceivedLine({ thread }: { thread: Thread }) {
  const say = useLanguage();
  const { zone } = useSetting();
  const { speaker } = thread.opening;
  if (thread.received === null) return null;
  const facts = { by: speaker.enteredBy ?? '', when: dayAndTime(thread.received.at, zone), name: speaker.name };
  return (
    <p className="hint">
      {speaker.name === '' ? null : `${say('threads.received.name', facts)} `}
      {say(`threads.received.${thread.received.by}`, facts)}
    </p>
  );
}

/** In time, extended or late: said where it is not the usual. */
export function StampLine({ thread }: { thread: Thread }) {
  const say = useLanguage();
  const { stamp } = thread.opening;
  if (stamp === null || stamp === 'in time') return null;
  return <span className="pill">{say(`threads.stamp.${stamp}`)}</span>;
}
