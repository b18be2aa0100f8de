import { type ReactNode, useState } from 'react';
import { isUnanswered } from '../../../shared/dispositions/rules.ts';
import type { Paragraph } from '../../../shared/text/paragraph.ts';
import type { Thread } from '../../../shared/threads/contract.ts';
import { useLanguage } from '../../base/language.ts';
import { Button } from '../../base/ui/Button.tsx';
import { Checkbox } from '../../base/ui/Checkbox.tsx';
import { ProblemNote } from '../../base/ui/ProblemNote.tsx';
import { AppliedNote } from '../../dispositions/AppliedNote.tsx';
import { ApplyButton, useApplying } from '../../dispositions/ApplyButton.tsx';
import { DispositionForm } from '../../dispositions/DispositionForm.tsx';
import { canApply, type Today } from '../../dispositions/proposed.ts';
import type { Hear } from '../../dispositions/queries.ts';
import type { Spot } from '../../threads/spot.ts';

/** What the deeds of the secretariat need beside the thread. */
export interface DeskFacts {
  paperId: string;
  language: string;
  zone: string;
  place: string;
  threads: readonly Thread[];
  paragraphOf: (paragraphId: string) => Paragraph | undefined;
  mayAnswer: boolean;
  mayApply: boolean;
  isOffline: boolean;
  /** Where the change of a version is shown beside its reason; null before the first version. */
  compareTo: string | null;
  hear: Hear;
  /** Edits a paragraph by hand. */
  edit: (paragraphId: string) => void;
}

/** Where a thread was applied to the text; null where it stands applied nowhere. */
export function appliedNote(thread: Thread, spot: Spot, facts: DeskFacts): ReactNode {
  const applied = thread.applications.filter((each) => each.undoneAt === null).at(-1);
  if (!applied) return null;
  const { paperId, zone, place, language, compareTo, mayApply, hear } = facts;
  return (
    <AppliedNote
      {...{ paperId, thread, zone, place, language, compareTo, hear }}
      application={applied}
      address={facts.paragraphOf(applied.paragraphId)?.address ?? spot.address}
      mayUndo={mayApply}
    />
  );
}

/**
 * What the secretariat does with the thread in focus: apply it, answer it. While the form of an answer is
 * open it takes the place of the deeds.
 */
export function SecretariatDeeds({
  thread,
  spot,
  same,
  facts,
  children,
}: {
  thread: Thread;
  spot: Spot;
  /** Unanswered threads that say the same: answered in one go. */
  same: readonly Thread[];
  facts: DeskFacts;
  /** Puts what this makes where it belongs in the slip. */
  children: (parts: { deeds: ReactNode; form: ReactNode; hint: ReactNode }) => ReactNode;
}) {
  const say = useLanguage();
  const [isAnswering, setAnswering] = useState(false);
  const [isWithAnswer, setWithAnswer] = useState(true);
  const { paperId, language, zone, hear, isOffline } = facts;
  const today = todayOf(spot, facts);
  const isApplied = thread.applications.some((each) => each.undoneAt === null);
  const isOpen = isUnanswered(thread);
  const reason = say('dispositions.as-proposed', { address: spot.address });
  const onEdit = () => {
    if (spot.paragraphId !== null) facts.edit(spot.paragraphId);
  };
  const withAnswer =
    isWithAnswer && isOpen && facts.mayAnswer ? { answer: 'accepted' as const, rationale: reason } : null;
  const applying = useApplying({ paperId, thread, today, language, zone, hear, withAnswer, onEdit });
  const mayApply = facts.mayApply && canApply(thread, today) && !isApplied;
  const group = [thread, ...same.filter(isUnanswered)];
  const answerWords = isOpen
    ? group.length > 1
      ? say('dispositions.answer-many', { count: group.length })
      : say('dispositions.answer-ask')
    : say('dispositions.answer-again');
  return (
    <>
      {children({
        deeds: (
          <>
            {mayApply && <ApplyButton applying={applying} isDisabled={isOffline} />}
            {facts.mayAnswer && (
              <Button
                kind={!mayApply && isOpen ? 'main' : undefined}
                isDisabled={isOffline}
                onPress={() => setAnswering(true)}
              >
                {answerWords}
              </Button>
            )}
          </>
        ),
        form: isAnswering ? (
          <DispositionForm
            paperId={paperId}
            threads={isOpen ? group : [thread]}
            all={facts.threads}
            hear={hear}
            onClose={() => setAnswering(false)}
          />
        ) : null,
        hint: mayApply ? (
          <>
            <p>
              {isOffline
                ? say('dispositions.apply-offline')
                : say('dispositions.apply-hint', { address: spot.address, number: thread.number })}
            </p>
            {isOpen && facts.mayAnswer && (
              <div className="with-answer">
                <Checkbox
                  isSelected={isWithAnswer}
                  onChange={setWithAnswer}
                  hint={isWithAnswer ? say('dispositions.with-answer-reason', { reason }) : undefined}
                >
                  {say('dispositions.with-answer')}
                </Checkbox>
              </div>
            )}
            <ProblemNote problem={applying.problem} />
          </>
        ) : null,
      })}
      {applying.dialog}
    </>
  );
}

/** The paragraph a thread stands on, as it is now. */
function todayOf(spot: Spot, { paragraphOf }: DeskFacts): Today | null {
  if (spot.paragraphId === null || spot.how === 'deleted' || spot.how === 'paper') return null;
  const paragraph = paragraphOf(spot.paragraphId);
  if (!paragraph) return null;
  const { how, start, end } = spot;
  return { address: paragraph.address, text: paragraph.text, place: { how, start, end } };
}
