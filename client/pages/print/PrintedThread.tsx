import { answerOf } from '../../../shared/dispositions/rules.ts';
import { stance, type Thread } from '../../../shared/threads/contract.ts';
import { dayAndTime } from '../../base/dates.ts';
import { sayList, useLanguage } from '../../base/language.ts';
import { AnswerMark, KindMark } from '../../base/ui/FieldMarks.tsx';
import { WordDiff } from '../../base/ui/WordDiff.tsx';
import { proposedPieces } from '../../threads/wording.ts';

/** One thread on paper: number, who, what is asked for and why, what others said, the answer. */
export function PrintedThread({
  thread,
  language,
  zone,
  stoodOn,
}: {
  thread: Thread;
  language: string;
  zone: string;
  /** What its deleted paragraph was called. */
  stoodOn?: string;
}) {
  const say = useLanguage();
  const { number, opening, proposal, anchor, replies } = thread;
  const answer = answerOf(thread);
  const held = stance.options.flatMap((each) => {
    const takers = thread.positions.filter((position) => position.stance === each);
    return takers.length === 0 ? [] : [{ words: say(`threads.stance.${each}`, { count: takers.length }), takers }];
  });
  return (
    <li className="printed-thread">
      <p className="who-line">
        <bdi className="tn">#{number}</bdi> {proposal && <KindMark mark={proposal.mark} />}{' '}
        <span className="org">{opening.speaker.organisation}</span>{' '}
        <span className="role">{dayAndTime(opening.at, zone)}</span>{' '}
        {opening.stamp === null || opening.stamp === 'in time' ? null : <b>{say(`threads.stamp.${opening.stamp}`)}</b>}
        {stoodOn && ` ${say('paper.print-page.was', { address: stoodOn })}`}
      </p>
      {thread.withdrawnAt !== null && <p>{say('threads.is-withdrawn')}</p>}
      {proposal === null && anchor?.quote && <p className="quoted">“{anchor.quote.exact}”</p>}
      {proposal && (
        <p className="wording" dir="auto" lang={language}>
          <WordDiff pieces={proposedPieces(thread, language)} around={80} />
        </p>
      )}
      {opening.text && (
        <p className="words" dir="auto">
          {opening.text}
        </p>
      )}
      {held.map(({ words, takers }) => (
        <p key={words} className="role">
          {words} ({sayList(takers.map((position) => position.organisation))})
        </p>
      ))}
      {replies.map((reply) => (
        <p key={reply.id} className="words" dir="auto">
          <span className="org">{reply.speaker.organisation}:</span> {reply.text ?? say('threads.reply-withdrawn')}
        </p>
      ))}
      <p>
        <AnswerMark answer={answer?.answer ?? null} duplicateOf={answer?.duplicateOf?.number} />
        {answer && answer.rationale !== '' && <span dir="auto">. {answer.rationale}</span>}
      </p>
    </li>
  );
}
