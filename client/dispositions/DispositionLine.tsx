import './dispositions.css';
import { useState } from 'react';
import { answerOf } from '../../shared/dispositions/rules.ts';
import type { Thread } from '../../shared/threads/contract.ts';
import { dayAndTime } from '../base/dates.ts';
import { useLanguage } from '../base/language.ts';
import { TextButton } from '../base/ui/Button.tsx';
import { AnswerMark } from '../base/ui/FieldMarks.tsx';

/** The secretariat's answer with its reason. Earlier answers stay beside it; they are shown when asked for. */
export function DispositionLine({ thread, zone }: { thread: Thread; zone: string }) {
  const say = useLanguage();
  const [areAllShown, setAllShown] = useState(false);
  const newest = answerOf(thread);
  if (!newest) return null;
  const earlier = thread.dispositions.slice(0, -1);
  return (
    <div className="answer">
      {[newest, ...(areAllShown ? earlier.toReversed() : [])].map((answer, index) => (
        <div key={answer.at} className={index === 0 ? undefined : 'earlier'}>
          <p>
            <AnswerMark answer={answer.answer} duplicateOf={answer.duplicateOf?.number} />{' '}
            <span className="role">{say('dispositions.by', { by: answer.by, when: dayAndTime(answer.at, zone) })}</span>
          </p>
          {answer.rationale !== '' && (
            <p className="say words" dir="auto">
              {answer.rationale}
            </p>
          )}
        </div>
      ))}
      {earlier.length > 0 && !areAllShown && (
        <TextButton onPress={() => setAllShown(true)}>
          {say('dispositions.earlier', { count: earlier.length })}
        </TextButton>
      )}
    </div>
  );
}
