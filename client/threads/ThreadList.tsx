import './lists.css';
import './threads.css';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Thread } from '../../shared/threads/contract.ts';
import { useLanguage } from '../base/language.ts';
import { type Entry, entryWith, threadsIn } from './entries.ts';
import { MarginNote, type NoteDeeds } from './MarginNote.tsx';
import { depthOf, layOut } from './margin.ts';
import type { Spot } from './spot.ts';
import type { SlipParts } from './ThreadBody.tsx';
import { useHeights } from './use-heights.ts';

/** Where an entry would like to stand, and how high the paragraph beside it is. */
export interface Measure {
  top: number;
  room: number;
}

/** From so many notes on, those far from the view are one line each, with their height kept. */
const mostWhole = 150;
const nearEnough = 1200;

/**
 * The margin: a list of articles in the order of the text, each at the height of its quote. One tab stop:
 * Tab enters at the thread in focus, the arrows move, Enter goes into it.
 */
export function ThreadList({
  entries,
  measures,
  focusId,
  view,
  form,
  empty,
  partsOf,
  deeds,
  onStep,
}: {
  entries: readonly Entry[];
  measures: ReadonlyMap<string, Measure>;
  focusId: string | null;
  /** The part of the sheet that is in view, in pixels from its top. */
  view: { top: number; bottom: number };
  /** The composer, where one is open. */
  form: (style: { insetBlockStart: number }, ref: (element: HTMLElement | null) => void) => ReactNode;
  empty: ReactNode;
  /** What the page puts into the slip in focus. */
  partsOf: (thread: Thread, spot: Spot) => SlipParts;
  deeds: NoteDeeds;
  onStep: (step: 1 | -1) => void;
}) {
  const say = useLanguage();
  const list = useRef<HTMLElement>(null);
  const { heightOf, measure } = useHeights();
  const formIndex = entries.findIndex((entry) => entry.kind === 'form');
  const focus = formIndex === -1 ? entryWith(entries, focusId) : formIndex;
  const notes = entries.map(({ key }) => ({ wanted: measures.get(key)?.top ?? 0, height: heightOf(key) }));
  const tops = layOut(notes, focus);
  const tabStop = focus ?? 0;
  useFollowingFocus(list, focusId);

  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    if (!(event.target instanceof HTMLElement) || event.target.dataset.thread === undefined) return;
    event.preventDefault();
    onStep(event.key === 'ArrowDown' ? 1 : -1);
  };
  if (entries.length === 0) return empty;
  const isLong = entries.length > mostWhole;
  return (
    // biome-ignore lint/a11y/useSemanticElements: its items are articles
    <section
      ref={list}
      role="list"
      id="threads"
      aria-label={say('threads.list', { count: threadsIn(entries).length })}
      style={{ minBlockSize: depthOf(notes, tops) + 48 }}
      onKeyDown={onKey}
    >
      {entries.map((entry, index) => {
        const top = tops[index] ?? 0;
        const isFar =
          isLong &&
          index !== focus &&
          (top > view.bottom + nearEnough || top + heightOf(entry.key) < view.top - nearEnough);
        if (entry.kind === 'form') return form({ insetBlockStart: top }, measure(entry.key));
        const isFocus = index === focus;
        return (
          <MarginNote
            key={entry.key}
            entry={entry}
            top={top}
            kept={isFar ? heightOf(entry.key) : null}
            room={measures.get(entry.key)?.room ?? 0}
            focusId={isFocus ? focusId : null}
            isTabStop={index === tabStop}
            partsOf={isFocus ? partsOf : noParts}
            deeds={deeds}
            measure={measure(entry.key)}
          />
        );
      })}
    </section>
  );
}

const none: SlipParts = {};
const noParts = (): SlipParts => none;

/**
 * When the focus of the page is in the list, it goes with the thread in focus, also when the note it was in
 * gives way to another (a form to what was sent); else it stays where it is.
 */
function useFollowingFocus(list: React.RefObject<HTMLElement | null>, focusId: string | null): void {
  const isInside = useRef(false);
  useEffect(() => {
    const note = ({ target }: Event) => {
      isInside.current = target instanceof Node && (list.current?.contains(target) ?? false);
    };
    document.addEventListener('focusin', note);
    document.addEventListener('pointerdown', note);
    return () => {
      document.removeEventListener('focusin', note);
      document.removeEventListener('pointerdown', note);
    };
  }, [list]);
  useEffect(() => {
    const active = document.activeElement;
    if (focusId === null || !isInside.current || !(active instanceof HTMLElement)) return;
    const isLost = active === document.body;
    if (!isLost && !list.current?.contains(active)) return;
    if (active.closest<HTMLElement>('[data-thread]')?.dataset.thread === focusId) return;
    if (!isLost && active.closest('form')) return;
    list.current?.querySelector<HTMLElement>(`[data-thread="${focusId}"]`)?.focus({ preventScroll: true });
  });
}
