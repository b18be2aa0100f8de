import { createPortal } from 'react-dom';
import type { Organisation } from '../../../shared/groups/contract.ts';
import { useLanguage } from '../../base/language.ts';
import { Button, TextButton } from '../../base/ui/Button.tsx';
import { ProblemNote } from '../../base/ui/ProblemNote.tsx';
import { wordsOfWish } from '../../threads/form-words.ts';
import { DraftCard, PendingCard } from '../../threads/PendingCard.tsx';
import { ThreadSheet } from '../../threads/ThreadSheet.tsx';
import { usePending } from '../../threads/writes.ts';
import { ReviewForm, useNoteDeeds } from './ReviewMargin.tsx';
import { TapBar } from './TapBar.tsx';
import type { ReviewModel } from './use-review.ts';
import { useSlips } from './use-slips.tsx';
import type { useTapping } from './use-tapping.ts';

/** On a phone: the thread in focus as a sheet from below, the composer over everything, the bar of a tapped paragraph. */
export function PhoneThreads({
  review,
  organisations,
  onStep,
  tapping,
}: {
  review: ReviewModel;
  organisations: readonly Organisation[];
  onStep: (by: 1 | -1) => void;
  tapping: ReturnType<typeof useTapping>;
}) {
  const { composing, threadsState, compose, byId, notes, mayWrite, writing, sheet } = review;
  const chosen = sheet.selection?.paragraphId ?? tapping.paragraphId;
  const paragraph = chosen === null ? undefined : byId.get(chosen);
  const anchor = sheet.selection ?? (paragraph ? { paragraphId: paragraph.id } : null);
  const standing = paragraph ? (notes.threadsOn.get(paragraph.id) ?? []) : [];
  const close = () => {
    tapping.close();
    document.getSelection()?.removeAllRanges();
  };
  return (
    <>
      <OwnNotes review={review} />
      {threadsState.problem && <ProblemNote problem={threadsState.problem} retry={threadsState.retry} />}
      {composing.form ? (
        createPortal(<ReviewForm isDialog review={review} organisations={organisations} />, document.body)
      ) : review.isEditing ? null : review.focusId !== null ? (
        <FocusedThread review={review} onStep={onStep} />
      ) : (
        paragraph &&
        anchor && (
          <TapBar
            address={paragraph.address}
            threads={standing.length}
            mayWrite={mayWrite && writing.shut === null}
            onComment={() => {
              close();
              compose(anchor);
            }}
            onChange={() => {
              close();
              compose(anchor, 'MOD');
            }}
            onRead={() => {
              close();
              const [first] = standing;
              if (first) review.show(first.id);
            }}
            onClose={close}
          />
        )
      )}
    </>
  );
}

function FocusedThread({ review, onStep }: { review: ReviewModel; onStep: (by: 1 | -1) => void }) {
  const { threads, focusId, notes, paper, goToThread } = review;
  const partsOf = useSlips(review);
  const fresh = usePending(paper.id).some((each) => each.id === focusId && each.state === 'done');
  const thread = threads.find((each) => each.id === focusId);
  if (!thread) return <PendingSheet review={review} />;
  const spot = notes.spotOf(thread.anchor);
  const inOrder = notes.entries.flatMap((entry) =>
    entry.kind === 'thread' && entry.spot.paragraphId === spot.paragraphId && entry.spot.how !== 'deleted'
      ? [entry.thread.id]
      : [],
  );
  return (
    <ThreadSheet
      thread={thread}
      spot={spot}
      at={Math.max(1, inOrder.indexOf(thread.id) + 1)}
      count={Math.max(1, inOrder.length)}
      isFresh={fresh}
      parts={partsOf(thread, spot)}
      onStep={onStep}
      onClose={() => goToThread(null)}
    />
  );
}

/** One's own comment that is on its way, as a sheet: so one sees that it is kept. */
function PendingSheet({ review }: { review: ReviewModel }) {
  const say = useLanguage();
  const deeds = useNoteDeeds(review);
  const entry = review.notes.entries.find((each) => each.kind === 'pending' && each.key === review.focusId);
  if (entry?.kind !== 'pending') return null;
  const { id, wish } = entry.pending;
  const close = () => review.goToThread(null);
  return (
    <div
      role="dialog"
      aria-label={say('threads.pending-label', { address: entry.spot.address })}
      className="th on pending-sheet"
    >
      <span className="grip" />
      <div className="sheetnav">
        <span>{say('threads.new-on', { address: entry.spot.address })}</span>
        <span className="grow" />
        <Button kind="bare" icon="cross" label={say('base.close')} onPress={close} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: its items are articles */}
      <div role="list">
        <PendingCard
          pending={entry.pending}
          spot={entry.spot}
          onMend={() => deeds.compose({ anchor: wish.anchor, postId: id }, wordsOfWish(wish))}
        />
      </div>
    </div>
  );
}

/** One's own comments that are not sent yet, below the text: on a phone there is no margin to find them in. */
function OwnNotes({ review }: { review: ReviewModel }) {
  const say = useLanguage();
  const deeds = useNoteDeeds(review);
  const own = review.notes.entries.filter((entry) => entry.kind === 'pending' || entry.kind === 'draft');
  const onPaper = review.threads.filter((thread) => thread.anchor === null);
  const [first] = onPaper;
  return (
    <div className="own-notes">
      {first && (
        <p>
          {say('paper.on-paper')}:{' '}
          <TextButton onPress={() => review.show(first.id)}>{say('paper.chip', { count: onPaper.length })}</TextButton>
        </p>
      )}
      {own.length > 0 && (
        /* biome-ignore lint/a11y/useSemanticElements: its items are articles */
        <div role="list">
          {own.map((entry) => {
            if (entry.kind === 'pending') {
              const { id, wish } = entry.pending;
              return (
                <PendingCard
                  key={entry.key}
                  pending={entry.pending}
                  spot={entry.spot}
                  onMend={() => deeds.compose({ anchor: wish.anchor, postId: id }, wordsOfWish(wish))}
                />
              );
            }
            if (entry.kind !== 'draft') return null;
            const { draft } = entry;
            return (
              <DraftCard
                key={entry.key}
                draft={draft}
                spot={entry.spot}
                onContinue={() => deeds.compose({ anchor: draft.anchor }, draft.words)}
                onDiscard={() => deeds.discardDraft(draft)}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}
