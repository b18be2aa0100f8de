import type { CSSProperties, Ref } from 'react';
import type { Thread } from '../../shared/threads/contract.ts';
import { useLanguage } from '../base/language.ts';
import { type Line, linesOf, mostNotes, unansweredOf } from './folding.ts';
import { useSetting } from './setting.ts';
import type { Spot } from './spot.ts';
import type { SlipParts } from './ThreadBody.tsx';
import { ThreadCard } from './ThreadCard.tsx';
import { ThreadLine } from './ThreadLine.tsx';

const lineHeight = 27;

/**
 * Many threads on one paragraph: a head that counts them, one line each, and the slip of the one in focus
 * among them. Only as many lines as the paragraph's own height allows; the rest is one line that leads to
 * the list of this paragraph.
 */
export function ThreadStack({
  threads,
  spot,
  room,
  focusId,
  hasTabStop,
  partsOf,
  onAll,
  style,
  ref,
}: {
  threads: readonly Thread[];
  spot: Spot;
  /** How high the paragraph is. */
  room: number;
  focusId: string | null;
  /** Whether the list's tab stop is in here when none of its threads is in focus. */
  hasTabStop: boolean;
  partsOf: (thread: Thread, spot: Spot) => SlipParts;
  onAll: () => void;
  style?: CSSProperties;
  ref?: Ref<HTMLDivElement>;
}) {
  const say = useLanguage();
  const { goToThread } = useSetting();
  const lines = linesOf(threads);
  const at = lines.findIndex((line) => holds(line, focusId));
  const [from, to] = shownAround(at, lines.length, Math.max(mostNotes, Math.floor(room / lineHeight)));
  const hidden = [...lines.slice(0, from), ...lines.slice(to)];
  const open = unansweredOf(hidden.flatMap((line) => [line.thread, ...line.same]));
  return (
    // biome-ignore lint/a11y/useSemanticElements: an item of the margin's list that is itself a list
    <div ref={ref} role="listitem" className="many" style={style}>
      <div className="stackhead">
        <h2>
          <bdi>{spot.address}</bdi>
        </h2>
        <p>{say('threads.stack', { threads: threads.length, lines: lines.length, open: unansweredOf(threads) })}</p>
        <button type="button" className="link" onClick={onAll}>
          {say('threads.only', { address: spot.address })} <kbd>Enter</kbd>
        </button>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: its items are articles */}
      <div role="list" aria-label={say('threads.stack-label', { address: spot.address, count: threads.length })}>
        {lines.slice(from, to).map((line, index) => {
          const chosen = [line.thread, ...line.same].find((thread) => thread.id === focusId);
          if (!chosen) {
            return (
              <ThreadLine
                key={line.thread.id}
                line={line}
                spot={spot}
                isHere={false}
                isTabStop={hasTabStop && at === -1 && index === 0}
                onOpen={() => goToThread(line.thread.id)}
              />
            );
          }
          const same = [line.thread, ...line.same].filter((thread) => thread.id !== chosen.id);
          return (
            <ThreadCard
              key={line.thread.id}
              thread={chosen}
              spot={spot}
              isOpen
              isTabStop
              same={same}
              parts={partsOf(chosen, spot)}
              onOpen={() => goToThread(chosen.id)}
            />
          );
        })}
      </div>
      {hidden.length > 0 && (
        <p className="more">
          <button type="button" className="link" onClick={onAll}>
            {say('threads.more-lines', { count: hidden.length, address: spot.address })}
          </button>
          <span>{say('threads.not-answered', { count: open })}</span>
        </p>
      )}
    </div>
  );
}

export function holds(line: Line, threadId: string | null): boolean {
  return line.thread.id === threadId || line.same.some((thread) => thread.id === threadId);
}

/** Which lines are shown: from the first, or three before the one in focus. */
function shownAround(at: number, count: number, room: number): [number, number] {
  const from = at === -1 ? 0 : Math.max(0, Math.min(at - 3, count - room));
  return [from, Math.min(count, from + room + (at === -1 ? 0 : 1))];
}
