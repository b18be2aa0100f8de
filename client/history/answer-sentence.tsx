import { Fragment } from 'react';
import { say } from '../base/language.ts';
import { AnswerMark } from '../base/ui/FieldMarks.tsx';
import type { Entry } from './entries.ts';
import { AppliedWords, type EventSentence, PlaceLink, Quoted, type Reading, ThreadLink, whoDid } from './sentence.tsx';

/** So many numbers are named of threads that were answered together; the rest is counted. */
const named = 3;

/** The secretariat's answers: one, or several that were given together. Null for other events. */
export function answerSentence({ event, events }: Entry, { paperId, names }: Reading): EventSentence | null {
  if (event.kind !== 'disposition.given') return null;
  const { answer, rationale, duplicateOf } = event.disposition;
  const answered = events.flatMap((each) => (each.kind === 'disposition.given' ? [each] : [])).toReversed();
  const count = answered.length;
  const threads = answered.slice(0, count > named + 1 ? named : count).map((each, index) => (
    <Fragment key={each.seq}>
      {index > 0 && ', '}
      <ThreadLink paperId={paperId} threadId={each.threadId} number={each.number} />
    </Fragment>
  ));
  const list = (
    <>
      {threads}
      {threads.length < count && ` ${say('history.and-more', { count: count - threads.length })}`}
    </>
  );
  const facts = { who: whoDid(event.by), count };
  const below = rationale === '' ? undefined : <Quoted words={rationale} />;
  const applied = events.find((each) => each.kind === 'proposal.applied');
  if (applied?.kind === 'proposal.applied') {
    const place = <PlaceLink paperId={paperId} address={names.get(event.threadId)?.address ?? null} />;
    return {
      of: 'history.applied-and-answered',
      facts,
      parts: { list, place, answer: <AnswerMark answer={answer} /> },
      below: (
        <>
          {below}
          <AppliedWords before={applied.application.before} after={applied.application.after} />
        </>
      ),
    };
  }
  if (answer === 'duplicate' && duplicateOf) {
    const original = <ThreadLink paperId={paperId} threadId={duplicateOf.threadId} number={duplicateOf.number} />;
    return { of: 'history.duplicates', facts, parts: { list, original }, below };
  }
  return { of: 'history.answered', facts, parts: { list, answer: <AnswerMark answer={answer} /> }, below };
}
