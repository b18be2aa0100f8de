import { memo, useMemo, useState } from 'react';
import type { Thread } from '../../../shared/threads/contract.ts';
import { useLanguage } from '../../base/language.ts';
import { Icon } from '../../base/ui/Icon.tsx';
import { GoneSlip } from './GoneSlip.tsx';
import type { TextGeometry } from './geometry.ts';
import { type GoneGroup, goneIn } from './gone.ts';
import type { Notes } from './use-notes.ts';
import { useParagraphRules } from './use-paragraph-rules.ts';
import { type Rect, useRects } from './use-rects.ts';

const chipRoom = 38;
const slipRoom = 60;
const slipGap = 16;

/**
 * What stands between paragraphs without being part of the text: after each paragraph one button with its
 * threads (quotes are drawn and cannot be focused), and where a paragraph was deleted the slip of it.
 */
export const TextBeside = memo(function TextBeside({
  notes,
  threads,
  text,
  geometry,
  isPhone,
  version,
  onThread,
}: {
  notes: Notes;
  threads: readonly Thread[];
  text: HTMLElement | null;
  geometry: TextGeometry;
  isPhone: boolean;
  /** The name of the newest version: a deleted paragraph is kept there. */
  version: string | null;
  onThread: (threadId: string) => void;
}) {
  const gone = useMemo(() => goneIn(threads, notes.spotOf), [threads, notes.spotOf]);
  const ids = useMemo(() => [...new Set([...notes.threadsOn.keys(), ...gone.keys()])], [notes.threadsOn, gone]);
  const rects = useRects(ids, text, geometry);
  const [shown, setShown] = useState<string | null>(null);
  const [slipHeight, setSlipHeight] = useState<ReadonlyMap<string, number>>(new Map());
  const room = useMemo(
    () => roomFor(notes.threadsOn, gone, isPhone, slipHeight),
    [notes.threadsOn, gone, isPhone, slipHeight],
  );
  useParagraphRules(room, geometry.note);
  return (
    <div className="beside">
      {ids.map((id) => {
        const rect = rects.get(id);
        const standing = notes.threadsOn.get(id);
        if (!rect) return null;
        return (
          <div key={id}>
            {standing && (
              <ThreadsButton
                address={notes.spotOf(standing[0]?.anchor ?? null).address}
                threads={standing}
                rect={rect}
                isPhone={isPhone}
                onThread={onThread}
              />
            )}
            {gone.get(id)?.map((group) => (
              <GoneSlip
                key={group.paragraphId}
                group={group}
                rect={rect}
                version={version}
                isShown={shown === group.paragraphId}
                onShow={(isShown) => setShown(isShown ? group.paragraphId : null)}
                onHeight={(height) =>
                  setSlipHeight((before) =>
                    before.get(group.paragraphId) === height ? before : new Map(before).set(group.paragraphId, height),
                  )
                }
                onThread={onThread}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
});

function ThreadsButton({
  address,
  threads,
  rect,
  isPhone,
  onThread,
}: {
  address: string;
  threads: readonly Thread[];
  rect: Rect;
  isPhone: boolean;
  onThread: (threadId: string) => void;
}) {
  const say = useLanguage();
  const first = threads[0];
  if (!first) return null;
  const count = threads.length;
  return (
    <button
      type="button"
      className={isPhone ? 'chip beside-chip' : 'beside-chip on-focus'}
      style={{ insetBlockStart: rect.bottom - (isPhone ? 34 : 28), insetInlineStart: isPhone ? rect.start : undefined }}
      data-of={first.anchor?.paragraphId}
      aria-label={say('paper.chip-label', { count, address })}
      onClick={() => onThread(first.id)}
    >
      <Icon name="talk" />
      {say('paper.chip', { count })}
    </button>
  );
}

/** Room in the text for what stands below its paragraphs, as declarations. */
function roomFor(
  threadsOn: Notes['threadsOn'],
  gone: ReadonlyMap<string, GoneGroup[]>,
  isPhone: boolean,
  heights: ReadonlyMap<string, number>,
): ReadonlyMap<string, string> {
  const rooms = new Map<string, number>();
  if (isPhone) for (const id of threadsOn.keys()) rooms.set(id, chipRoom);
  for (const [id, groups] of gone) {
    const slips = groups.reduce((sum, group) => sum + (heights.get(group.paragraphId) ?? slipRoom) + slipGap, 0);
    rooms.set(id, (rooms.get(id) ?? 0) + slips);
  }
  return new Map([...rooms].map(([id, room]) => [id, `padding-block-end:${room}px`]));
}
