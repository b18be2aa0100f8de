import { type ReactNode, useState } from 'react';
import { type ApplicationId, newId } from '../../shared/ids.ts';
import type { Thread } from '../../shared/threads/contract.ts';
import { announce } from '../base/announce.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { ApplyDialog } from './ApplyDialog.tsx';
import { changedTexts } from './changed-texts.ts';
import { hasTextChanged, plainWording, type Readings, readingsOf, type Today } from './proposed.ts';
import { type Hear, useApplyProposal } from './queries.ts';

/** What the person chose to record with an application: nothing, or *accepted* with this reason. */
export interface WithAnswer {
  answer: 'accepted';
  rationale: string;
}

/**
 * Applies a proposal to the draft: one press, and the answer with it. Where the words have changed since the
 * proposal was written, both readings are shown first, and the wording is decided there.
 */
export function useApplying({
  paperId,
  thread,
  today,
  language,
  zone,
  hear,
  withAnswer,
  onEdit,
}: {
  paperId: string;
  thread: Thread;
  today: Today | null;
  language: string;
  zone: string;
  hear: Hear;
  withAnswer: WithAnswer | null;
  /** Goes to the paragraph to edit it by hand. */
  onEdit: () => void;
}): { apply: () => void; isPending: boolean; problem: Error | null; dialog: ReactNode } {
  const say = useLanguage();
  const deed = useApplyProposal(paperId, hear);
  const [id, setId] = useState(() => newId<ApplicationId>());
  const [readings, setReadings] = useState<Readings | null>(null);
  const address = today?.address ?? thread.anchor?.address ?? '';
  const compare = (before: string, text: string) => setReadings(readingsOf(thread, before, text));
  const apply = () => {
    if (hasTextChanged(thread, today) && today && thread.anchor)
      return compare(thread.anchor.paragraphText, today.text);
    const wording = plainWording(thread, today);
    deed.mutate(
      {
        threadId: thread.id,
        id,
        seen: today?.text ?? null,
        ...(wording !== undefined && { wording }),
        ...(withAnswer && { answer: withAnswer }),
      },
      {
        onSuccess: () => {
          setId(newId());
          announce(say('dispositions.applied-to', { address }));
        },
        onError: (problem) => {
          setId(newId());
          const texts = changedTexts(problem);
          if (texts) compare(texts.before, texts.today);
        },
      },
    );
  };
  const hasDialog = readings !== null;
  return {
    apply,
    isPending: deed.isPending,
    problem: changedTexts(deed.error) ? null : deed.error,
    dialog: hasDialog && (
      <ApplyDialog
        {...{ paperId, thread, readings, address, language, zone, hear }}
        onClose={() => setReadings(null)}
        onChanged={(before, text) => compare(before, text)}
        onEdit={() => {
          setReadings(null);
          onEdit();
        }}
      />
    ),
  };
}

/** Applies, from the slip. */
export function ApplyButton({
  applying,
  isDisabled,
}: {
  applying: { apply: () => void; isPending: boolean };
  isDisabled: boolean;
}) {
  const say = useLanguage();
  return (
    <Button kind="main" icon="check" isDisabled={isDisabled} isPending={applying.isPending} onPress={applying.apply}>
      {say('dispositions.apply')}
    </Button>
  );
}
