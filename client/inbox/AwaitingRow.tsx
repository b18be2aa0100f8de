import { Link } from 'react-router';
import type { PaperSummary } from '../../shared/papers/contract.ts';
import { useNow } from '../base/clock.ts';
import { amountLeft, inReaderTime, inZone, timeLeft } from '../base/dates.ts';
import { useLanguage } from '../base/language.ts';
import { useOutbox } from '../base/outbox.ts';
import { paperAddress } from '../base/place.ts';
import type { Membership } from '../base/session.ts';
import { ButtonLink } from '../base/ui/Button.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { Sentence } from '../base/ui/Sentence.tsx';
import type { Awaiting } from './awaiting.ts';

/** From so many days on a deadline is drawn as near. */
const nearDays = 4;

/** One thing that awaits the reader. A deadline is its headline, set like a line in a programme of meetings. */
export function AwaitingRow({ awaiting, isFirst }: { awaiting: Awaiting; isFirst: boolean }) {
  const say = useLanguage();
  const { kind, paper, membership } = awaiting;
  const to = paperAddress(paper.id);
  const version = paper.newestVersion?.name;
  const isRound = kind === 'round';
  return (
    <article className="rnd" data-kind={kind}>
      <WhenOf awaiting={awaiting} />
      <div>
        <h2>
          <Link to={to}>
            <span dir="auto" lang={paper.language}>
              {paper.title}
            </span>
            {version && `, ${version}`}
          </Link>
        </h2>
        {isRound && <Deadline paper={paper} membership={membership} />}
        <p>
          {kind === 'answers' ? say('inbox.all-threads', { count: paper.threads.all }) : null}
          {kind === 'preparing' ? say('inbox.preparing') : null}
          {isRound && membership.role === 'secretariat' ? say('inbox.all-threads', { count: paper.threads.all }) : null}
          {isRound && membership.role !== 'secretariat' ? <Mine paper={paper} /> : null}
        </p>
      </div>
      <ButtonLink kind={isFirst ? 'main' : undefined} to={to}>
        {say(buttonOf(awaiting))}
      </ButtonLink>
    </article>
  );
}

function buttonOf({ kind, membership, paper }: Awaiting): string {
  if (kind === 'preparing') return 'inbox.open-paper';
  if (membership.role === 'secretariat') return paper.threads.open > 0 ? 'inbox.answer' : 'inbox.open-paper';
  const mayComment = membership.role !== 'observer' || paper.round?.observersMayComment === true;
  return mayComment ? 'inbox.read-comment' : 'inbox.read';
}

function WhenOf({ awaiting: { kind, paper } }: { awaiting: Awaiting }) {
  const say = useLanguage();
  const now = useNow();
  if (kind === 'preparing') {
    return (
      <p className="when">
        {say('inbox.draft')}
        <small>{say('inbox.to-do')}</small>
      </p>
    );
  }
  if (kind === 'answers' || !paper.round) {
    return (
      <p className="when">
        {say('inbox.unanswered', { count: paper.threads.open })}
        <small>{say('inbox.no-answer')}</small>
      </p>
    );
  }
  const isNear = timeLeft(paper.round.closesAt, now).days < nearDays;
  return (
    <p className={isNear ? 'when near' : 'when'}>
      {amountLeft(paper.round.closesAt, now, say)}
      <small>{say('inbox.left')}</small>
    </p>
  );
}

function Deadline({ paper, membership }: { paper: PaperSummary; membership: Membership }) {
  const say = useLanguage();
  if (!paper.round) return null;
  const { closesAt, number } = paper.round;
  const { zone, place } = membership.group;
  const own = inReaderTime(closesAt, zone);
  return (
    <p className="dl">
      <Icon name="clock" />
      <span>
        <Sentence of="inbox.closes" facts={{ number }} parts={{ when: <b>{inZone(closesAt, zone, place)}</b> }} />
        {own && (
          <>
            <br />
            {say('base.in-your-time', { place: own.place, when: own.when })}
          </>
        )}
      </span>
    </p>
  );
}

/** How many comments I sent on this paper, and what still lies on this device. */
function Mine({ paper }: { paper: PaperSummary }) {
  const say = useLanguage();
  const unsent = useOutbox((post) => post.state !== 'done' && post.path.startsWith(`/api/papers/${paper.id}/`));
  return (
    <>
      {say('inbox.mine', { count: paper.threads.mine })}
      {unsent.length > 0 && (
        <>
          {' '}
          <Sentence
            of="inbox.unsent"
            facts={{ count: unsent.length }}
            parts={{ open: <Link to={paperAddress(paper.id)}>{say('inbox.open-it')}</Link> }}
          />
        </>
      )}
    </>
  );
}
