import { useState } from 'react';
import { Link } from 'react-router';
import type { Change } from '../../shared/changes/contract.ts';
import { useLanguage } from '../base/language.ts';
import { paperAddress } from '../base/place.ts';
import { TextButton } from '../base/ui/Button.tsx';
import { AnswerMark } from '../base/ui/FieldMarks.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { KindOfChange } from './KindOfChange.tsx';

/** Which of the two ways of giving a reason the dialog begins with. */
export type ReasonWay = 'thread' | 'words';

/** As many threads as fit beside each other; the others are counted. */
const shownAtFirst = 3;

/** Between the two texts: why this paragraph changed, and what else became of it than its words. */
export function Spine({
  paperId,
  change,
  addresses,
  onGiveReason,
}: {
  paperId: string;
  change: Change;
  addresses: ReadonlyMap<string, string>;
  /** Left out for those who may not give reasons. */
  onGiveReason?: (way: ReasonWay) => void;
}) {
  const say = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const threads = change.reasons.flatMap(({ thread }) => (thread ? [thread] : []));
  const words = change.reasons.filter((reason) => reason.text !== null && reason.text !== '');
  const shown = isWhole ? threads : threads.slice(0, shownAtFirst);
  const answers = [...new Set(threads.map((thread) => thread.answer))];
  return (
    <div className="spine">
      {threads.length > 0 && (
        <p className="who">
          {shown.map((thread) => (
            <Link key={thread.id} to={paperAddress(paperId, { threadId: thread.id })} title={thread.organisation}>
              #{thread.number}
            </Link>
          ))}
          {shown.length < threads.length && (
            <TextButton
              label={say('changes.more-threads', { count: threads.length - shown.length })}
              onPress={() => setWhole(true)}
            >
              +{threads.length - shown.length}
            </TextButton>
          )}
        </p>
      )}
      {answers.map((answer) => (
        <AnswerMark key={answer ?? 'none'} answer={answer} />
      ))}
      {words.map((reason) => (
        <p
          key={`${reason.at} ${reason.text}`}
          className="because"
          dir="auto"
          title={say('changes.by', { name: reason.by })}
        >
          “{reason.text}”
        </p>
      ))}
      <KindOfChange change={change} addresses={addresses} />
      {change.reasons.length === 0 && (
        <div className="none">
          <span>
            <Icon name="warn" /> {say('changes.no-reason')}
          </span>
          {onGiveReason && (
            <>
              <TextButton onPress={() => onGiveReason('thread')}>{say('changes.link-thread')}</TextButton>
              <TextButton onPress={() => onGiveReason('words')}>{say('changes.write-reason')}</TextButton>
            </>
          )}
        </div>
      )}
    </div>
  );
}
