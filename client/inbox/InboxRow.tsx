import { Link } from 'react-router';
import type { InboxItem } from '../../shared/inbox/contract.ts';
import { useNow } from '../base/clock.ts';
import { listTime } from '../base/dates.ts';
import { useLanguage } from '../base/language.ts';
import { paperAddress } from '../base/place.ts';
import { AnswerMark } from '../base/ui/FieldMarks.tsx';
import { WordDiff } from '../base/ui/WordDiff.tsx';

/** How much unchanged text stands beside a change here. */
const around = 60;

/** One comment of mine: its number, the answer, where it stands, the words asked for and why they were or were not taken. */
export function InboxRow({ mine, zone }: { mine: InboxItem; zone: string }) {
  const say = useLanguage();
  const now = useNow();
  const where =
    mine.address === null || mine.address === ''
      ? say('inbox.whole-paper', { title: mine.symbol })
      : say('inbox.where', { title: mine.symbol, address: mine.address });
  return (
    <li className="ans">
      <span className="tn">#{mine.number}</span>
      <div>
        <p className="top">
          <AnswerMark
            answer={mine.answer}
            duplicateOf={mine.duplicateOf ?? undefined}
            words={mine.answer === null ? say('inbox.arrived') : undefined}
          />
          <span className="where">
            <bdi>{where}</bdi> <span className="show-s">(#{mine.number})</span>
          </span>
          <time dateTime={mine.at}>{listTime(mine.at, zone, now)}</time>
        </p>
        {mine.pieces && mine.pieces.length > 0 ? (
          <blockquote dir="auto">
            <WordDiff pieces={mine.pieces} around={around} />
          </blockquote>
        ) : (
          mine.text && (
            <p className="mine" dir="auto">
              {mine.text}
            </p>
          )
        )}
        <p className="why">
          {mine.rationale && <span dir="auto">{say('inbox.said', { words: mine.rationale })} </span>}
          <Link to={paperAddress(mine.paperId, { threadId: mine.threadId })}>
            {say(
              mine.answer === 'accepted' || mine.answer === 'acceptedWithModification'
                ? 'inbox.see'
                : 'inbox.see-thread',
            )}
          </Link>
        </p>
      </div>
    </li>
  );
}
