import { memo } from 'react';
import type { Thread } from '../../shared/threads/contract.ts';
import type { DraftWords, KeptDraft } from './drafts.ts';
import type { Composing, Entry } from './entries.ts';
import { wordsOfWish } from './form-words.ts';
import { DraftCard, PendingCard } from './PendingCard.tsx';
import { useSetting } from './setting.ts';
import type { Spot } from './spot.ts';
import type { SlipParts } from './ThreadBody.tsx';
import { ThreadCard } from './ThreadCard.tsx';
import { ThreadStack } from './ThreadStack.tsx';
import { firstWords } from './wording.ts';

/** What can be done with a note from the margin itself. */
export interface NoteDeeds {
  compose: (at: Composing, words: DraftWords) => void;
  discardDraft: (draft: KeptDraft) => void;
  listOf: (paragraphId: string | null) => void;
}

type ShownEntry = Exclude<Entry, { kind: 'form' }>;

/** One entry of the margin in its place. Drawn again only when something about it changes. */
export const MarginNote = memo(function MarginNote({
  entry,
  top,
  kept,
  room,
  focusId,
  isTabStop,
  partsOf,
  deeds,
  measure,
}: {
  entry: ShownEntry;
  top: number;
  /** Far from the view: the height to keep. Null: drawn whole, and measured. */
  kept: number | null;
  room: number;
  focusId: string | null;
  isTabStop: boolean;
  partsOf: (thread: Thread, spot: Spot) => SlipParts;
  deeds: NoteDeeds;
  measure: (element: HTMLElement | null) => void;
}) {
  const { goToThread } = useSetting();
  const { spot } = entry;
  const style = { insetBlockStart: top };
  if (entry.kind === 'pending') {
    const { id, wish } = entry.pending;
    const mend = () => deeds.compose({ anchor: wish.anchor, postId: id }, wordsOfWish(wish));
    return <PendingCard ref={measure} pending={entry.pending} spot={spot} style={style} onMend={mend} />;
  }
  if (entry.kind === 'draft') {
    const { draft } = entry;
    return (
      <DraftCard
        ref={measure}
        draft={draft}
        spot={spot}
        style={style}
        onContinue={() => deeds.compose({ anchor: draft.anchor }, draft.words)}
        onDiscard={() => deeds.discardDraft(draft)}
      />
    );
  }
  if (entry.kind === 'stack') {
    return (
      <ThreadStack
        ref={measure}
        threads={entry.threads}
        spot={spot}
        room={room}
        focusId={focusId}
        hasTabStop={isTabStop}
        partsOf={partsOf}
        onAll={() => deeds.listOf(spot.paragraphId)}
        style={style}
      />
    );
  }
  const { thread } = entry;
  if (kept !== null) return <FarNote thread={thread} style={{ ...style, blockSize: kept }} />;
  const isOpen = focusId === thread.id;
  return (
    <ThreadCard
      ref={measure}
      thread={thread}
      spot={spot}
      isOpen={isOpen}
      isTabStop={isTabStop}
      same={[]}
      parts={isOpen ? partsOf(thread, spot) : {}}
      onOpen={() => goToThread(thread.id)}
      style={style}
    />
  );
});

/** A note out of view: one line, found by the browser's own search, without the cost of a whole one. */
function FarNote({ thread, style }: { thread: Thread; style: { insetBlockStart: number; blockSize: number } }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the margin is a list of articles; a list item cannot be both
    <article role="listitem" className="th far" style={style} data-thread={thread.id}>
      #{thread.number} {thread.opening.speaker.organisation} {firstWords(thread)}
    </article>
  );
}
