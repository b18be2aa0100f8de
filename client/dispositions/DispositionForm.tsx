import './dispositions.css';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { type Answer, answer } from '../../shared/dispositions/contract.ts';
import { answerOf } from '../../shared/dispositions/rules.ts';
import { newId } from '../../shared/ids.ts';
import type { Thread } from '../../shared/threads/contract.ts';
import { announce } from '../base/announce.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { AnswerMark } from '../base/ui/FieldMarks.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import { type Hear, useGiveDisposition } from './queries.ts';

/** The letters that answer, as on the desk: one key each, shown beside the words. */
const letters: Record<Answer, string> = {
  accepted: 'a',
  acceptedWithModification: 'm',
  noted: 'n',
  notAccepted: 'r',
  outOfScope: 'o',
  duplicate: 'd',
};

/**
 * Answers a thread, and with it those that say the same. Six answers; each has its reason, except a
 * duplicate, which names the thread it repeats. An answer given again stands beside the earlier one.
 */
export function DispositionForm({
  paperId,
  threads,
  all,
  hear,
  onClose,
}: {
  paperId: string;
  /** The thread in focus first, then those that are answered with it. */
  threads: readonly Thread[];
  all: readonly Thread[];
  hear: Hear;
  onClose: () => void;
}) {
  const say = useLanguage();
  const deed = useGiveDisposition(paperId, hear);
  const [chosen, setChosen] = useState<Answer | null>(null);
  const [rationale, setRationale] = useState('');
  const [original, setOriginal] = useState('');
  const [isPressed, setPressed] = useState(false);
  const [to] = useState(() => threads.map((thread) => ({ threadId: thread.id, key: newId<string>() })));
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    void form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const isDuplicate = chosen === 'duplicate';
  const number = Number(original.replace(/^#/u, ''));
  const found = all.find((thread) => thread.number === number && !threads.some((each) => each.id === thread.id));
  const isReady = chosen !== null && (isDuplicate ? found !== undefined : rationale.trim() !== '');
  const go = () => {
    setPressed(true);
    if (!isReady || chosen === null) return;
    const wish = {
      answer: chosen,
      rationale: rationale.trim(),
      ...(isDuplicate && found && { duplicateOf: found.id }),
    };
    deed.mutate(
      { wish, to },
      {
        onSuccess: () => {
          announce(say('dispositions.done', { count: threads.length }));
          onClose();
        },
      },
    );
  };
  const onKey = (event: KeyboardEvent) => {
    const isTyping =
      event.target instanceof HTMLTextAreaElement ||
      (event.target instanceof HTMLInputElement && event.target.type !== 'radio');
    const byLetter = isTyping || event.ctrlKey || event.metaKey || event.altKey ? undefined : answerOfLetter(event.key);
    if (byLetter) {
      event.preventDefault();
      setChosen(byLetter);
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) go();
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
  };
  return (
    <form
      ref={form}
      className="answer-form"
      onKeyDown={onKey}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <RadioGroup value={chosen ?? ''} onChange={(value) => setChosen(answer.safeParse(value).data ?? null)}>
        <Label className="fl">{titleOf(threads, say)}</Label>
        <div className="answers">
          {answer.options.map((each, index) => (
            <Radio key={each} value={each} className="choice one" autoFocus={index === 0}>
              <AnswerMark answer={each} />
              <kbd>{letters[each].toUpperCase()}</kbd>
            </Radio>
          ))}
        </div>
      </RadioGroup>
      {isPressed && chosen === null && <p className="fault">{say('dispositions.choose')}</p>}
      {isDuplicate && (
        <TextField
          label={say('dispositions.original')}
          hint={found ? `${found.opening.speaker.organisation}: ${(found.opening.text ?? '').slice(0, 40)}` : undefined}
          value={original}
          onChange={setOriginal}
          fault={isPressed && !found ? say('dispositions.no-original') : null}
        />
      )}
      {chosen !== null && (
        <TextField
          label={say('dispositions.reason')}
          hint={say(isDuplicate ? 'dispositions.may-be-empty' : 'dispositions.reason-hint')}
          value={rationale}
          onChange={setRationale}
          lines={3}
          maxLength={20_000}
          fault={isPressed && !isDuplicate && rationale.trim() === '' ? say('dispositions.reason-missing') : null}
        />
      )}
      <ProblemNote problem={deed.error} />
      <div className="acts">
        <Button kind="main" type="submit" isPending={deed.isPending}>
          {say('dispositions.go', { count: threads.length })}
        </Button>
        <Button kind="bare" onPress={onClose}>
          {say('base.cancel')}
        </Button>
      </div>
    </form>
  );
}

function titleOf(threads: readonly Thread[], say: ReturnType<typeof useLanguage>): string {
  const first = threads[0];
  if (!first) return '';
  if (threads.length > 1) return say('dispositions.title-many', { count: threads.length, number: first.number });
  return say(answerOf(first) ? 'dispositions.title-again' : 'dispositions.title', { number: first.number });
}

function answerOfLetter(key: string): Answer | undefined {
  return answer.options.find((each) => letters[each] === key.toLowerCase());
}
