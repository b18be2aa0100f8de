import './dispositions.css';
import { useMemo, useState } from 'react';
import { type ApplicationId, newId } from '../../shared/ids.ts';
import { wordDifference } from '../../shared/text/words.ts';
import type { Thread } from '../../shared/threads/contract.ts';
import { announce } from '../base/announce.ts';
import { longDay } from '../base/dates.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Dialog } from '../base/ui/Dialog.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { WordDiff } from '../base/ui/WordDiff.tsx';
import { AnswerChoice, type GivenAnswer } from './AnswerChoice.tsx';
import { changedTexts } from './changed-texts.ts';
import { MergedWording } from './MergedWording.tsx';
import { type Choice, mergedPieces, type Readings, wordingFrom } from './proposed.ts';
import { type Hear, useApplyProposal } from './queries.ts';

const around = 120;

/**
 * Applies a proposal to a paragraph that has changed since it was written: what was asked for beside the
 * paragraph today, one wording made of both, and the answer with its reason in the same step.
 */
export function ApplyDialog({
  paperId,
  thread,
  readings,
  address,
  language,
  zone,
  hear,
  onClose,
  onChanged,
  onEdit,
}: {
  paperId: string;
  thread: Thread;
  readings: Readings;
  address: string;
  language: string;
  zone: string;
  hear: Hear;
  onClose: () => void;
  /** The paragraph changed once more while the dialog was open. */
  onChanged: (before: string, today: string) => void;
  /** Leaves the dialog for the text itself. */
  onEdit: () => void;
}) {
  const say = useLanguage();
  const deed = useApplyProposal(paperId, hear);
  const { number, opening } = thread;
  const [id, setId] = useState(() => newId<ApplicationId>());
  const pieces = useMemo(() => mergedPieces(readings, language), [readings, language]);
  const clashes = pieces.filter((piece) => piece.kind === 'clash').length;
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  const [edited, setEdited] = useState<string | null>(null);
  const [given, setGiven] = useState<GivenAnswer>({ answer: 'acceptedWithModification', rationale: '' });
  const wording = edited ?? wordingFrom(pieces, choices);
  const isDecided = edited !== null || choices.filter((choice) => choice !== null).length === clashes;
  const isReady = isDecided && (given.answer === null || given.rationale.trim() !== '');
  const go = () => {
    if (!isReady) return;
    const answer = given.answer === null ? null : { answer: given.answer, rationale: given.rationale.trim() };
    deed.mutate(
      { threadId: thread.id, id, seen: readings.today, wording, ...(answer && { answer }) },
      {
        onSuccess: () => {
          announce(say('dispositions.applied-to', { address }));
          onClose();
        },
        onError: (problem) => {
          setId(newId());
          const texts = changedTexts(problem);
          if (texts) onChanged(texts.before, texts.today);
        },
      },
    );
  };
  return (
    <Dialog
      isOpen
      size="wide"
      onClose={onClose}
      onSubmit={go}
      title={say('dispositions.changed.title', { address, number })}
      lead={say('dispositions.changed.lead')}
      note={say('dispositions.changed.recorded', { number })}
      actions={
        <>
          <Button kind="main" type="submit" isDisabled={!isReady} isPending={deed.isPending}>
            {say('dispositions.changed.go', { address })}
          </Button>
          <Button onPress={onEdit}>{say('dispositions.changed.in-text')}</Button>
          <Button kind="bare" onPress={onClose}>
            {say('base.cancel')}
          </Button>
        </>
      }
    >
      <div className="vs">
        <Reading
          title={say('dispositions.changed.asked', { number })}
          small={say('dispositions.changed.by', {
            organisation: opening.speaker.organisation,
            when: longDay(opening.at, zone),
          })}
          pieces={wordDifference(readings.before, readings.asked, language)}
          language={language}
        />
        <Reading
          title={say('dispositions.changed.today', { address })}
          small={say('dispositions.changed.today-small')}
          pieces={wordDifference(readings.before, readings.today, language)}
          language={language}
        />
      </div>
      <MergedWording
        {...{ pieces, choices, edited, wording, language, address, number }}
        onChoose={setChoices}
        onEdit={setEdited}
        asked={readings.asked}
        today={readings.today}
      />
      <AnswerChoice number={number} address={address} value={given} onChange={setGiven} />
      <ProblemNote problem={changedTexts(deed.error) ? null : deed.error} />
    </Dialog>
  );
}

function Reading({
  title,
  small,
  pieces,
  language,
}: {
  title: string;
  small: string;
  pieces: ReturnType<typeof wordDifference>;
  language: string;
}) {
  return (
    <div>
      <h3>
        {title}
        <small>{small}</small>
      </h3>
      <div dir="auto" lang={language}>
        <WordDiff pieces={pieces} around={around} />
      </div>
    </div>
  );
}
