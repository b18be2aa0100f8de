import { useCallback, useMemo } from 'react';
import type { Organisation } from '../../../shared/groups/contract.ts';
import { useLanguage } from '../../base/language.ts';
import { ProblemNote } from '../../base/ui/ProblemNote.tsx';
import { Waiting } from '../../base/ui/Waiting.tsx';
import { dropDraft } from '../../threads/drafts.ts';
import { EmptyMargin } from '../../threads/EmptyMargin.tsx';
import type { NoteDeeds } from '../../threads/MarginNote.tsx';
import { ParagraphThreads } from '../../threads/ParagraphThreads.tsx';
import { ThreadForm } from '../../threads/ThreadForm.tsx';
import { Margin } from './Margin.tsx';
import type { ReviewModel } from './use-review.ts';
import { useSlips } from './use-slips.tsx';

/** The margin of the review page: the threads beside their words, the composer among them, or one paragraph's list. */
export function ReviewMargin({
  review,
  organisations,
  onStep,
}: {
  review: ReviewModel;
  organisations: readonly Organisation[];
  onStep: (by: 1 | -1) => void;
}) {
  const say = useLanguage();
  const { notes, sheet, focusId, threadsState, listOf, setListOf, compose } = review;
  const partsOf = useSlips(review);
  const deeds = useNoteDeeds(review);
  const listed = listOf === null ? undefined : notes.threadsOn.get(listOf);
  const instead = threadsState.problem ? (
    <div className="blankm">
      <ProblemNote problem={threadsState.problem} retry={threadsState.retry} />
    </div>
  ) : threadsState.isComing ? (
    <div className="blankm">
      <Waiting words={say('threads.coming')} />
    </div>
  ) : listed ? (
    <ParagraphThreads
      threads={listed}
      spot={{ ...notes.spotOf(listed[0]?.anchor ?? null), start: 0 }}
      focusId={focusId}
      partsOf={partsOf}
      onClose={() => setListOf(null)}
    />
  ) : null;
  return (
    <Margin
      entries={notes.entries}
      text={sheet.text}
      geometry={sheet.geometry}
      instead={instead}
      focusId={focusId}
      view={sheet.view}
      partsOf={partsOf}
      deeds={deeds}
      onStep={onStep}
      form={(style, ref) => <ReviewForm review={review} organisations={organisations} style={style} measured={ref} />}
      empty={<EmptyMargin example={exampleIn(review)} onPaper={() => compose(null)} />}
    />
  );
}

/** The composer with what the page knows of its place. */
export function ReviewForm({
  review,
  organisations,
  style,
  measured,
  isDialog,
}: {
  review: ReviewModel;
  organisations: readonly Organisation[];
  style?: { insetBlockStart: number };
  measured?: (element: HTMLElement | null) => void;
  isDialog?: boolean;
}) {
  const { composing, notes, byId, goToThread, sheet } = review;
  const { form } = composing;
  if (!form) return null;
  const { anchor } = form.at;
  const spot = notes.spotOf(anchor);
  const close = () => {
    composing.close();
    requestAnimationFrame(() => {
      if (anchor === null) sheet.sheet.current?.focus({ preventScroll: true });
      else sheet.editor.current?.focusParagraph(anchor.paragraphId);
    });
  };
  return (
    <ThreadForm
      key={`${form.key} ${form.at.postId ?? ''} ${form.at.replaces ?? ''}`}
      ref={measured}
      style={style}
      isDialog={isDialog}
      composing={form.at}
      spot={spot}
      paragraphText={anchor === null ? '' : (byId.get(anchor.paragraphId)?.text ?? '')}
      initial={form.words}
      organisations={organisations}
      onClose={close}
      onSent={(threadId) => {
        composing.close();
        goToThread(threadId);
        sheet.going.toSpot(spot);
      }}
    />
  );
}

/** What can be done with a note from the margin. */
export function useNoteDeeds({ composing, personId, setListOf }: ReviewModel): NoteDeeds {
  const listOf = useCallback((paragraphId: string | null) => setListOf(paragraphId), [setListOf]);
  return useMemo(
    () => ({
      compose: composing.open,
      discardDraft: (draft) => dropDraft(personId, draft.key),
      listOf,
    }),
    [composing.open, personId, listOf],
  );
}

/** A number such as 1.1, as an example of what can be clicked. */
function exampleIn({ paragraphs }: ReviewModel): string {
  return paragraphs.find((paragraph) => paragraph.label?.includes('.') && paragraph.kind !== 'heading')?.address ?? '';
}
