import { pointAt } from '../../draft/offsets.ts';
import type { Entry } from '../../threads/entries.ts';
import type { Spot } from '../../threads/spot.ts';
import type { Measure } from '../../threads/ThreadList.tsx';

/** A note's first line stands a little above the line of its quote, so that both read as one. */
const rise = 4;
const afterGone = 8;
const onPaper = 40;

/**
 * Where each entry of the margin would like to stand, in pixels from the margin's top. One rectangle for each
 * paragraph with threads, one for each quote.
 * @param text the element in which paragraphs are drawn with `data-pid`
 * @param base where the margin begins in the window
 */
export function measuresOf(entries: readonly Entry[], text: HTMLElement, base: number): Map<string, Measure> {
  const blocks = blocksIn(text);
  const rects = new Map<string, DOMRect>();
  const measures = new Map<string, Measure>();
  for (const { key, spot } of entries) {
    const block = spot.paragraphId === null ? undefined : blocks.get(spot.paragraphId);
    if (!block || spot.paragraphId === null) {
      measures.set(key, { top: onPaper, room: 0 });
      continue;
    }
    const rect = rects.get(spot.paragraphId) ?? block.getBoundingClientRect();
    rects.set(spot.paragraphId, rect);
    measures.set(key, { top: Math.round(topOf(spot, block, rect) - base), room: rect.height });
  }
  return measures;
}

/** The drawn blocks of a text by their paragraph. */
export function blocksIn(text: HTMLElement): Map<string, HTMLElement> {
  const blocks = new Map<string, HTMLElement>();
  for (const block of text.querySelectorAll<HTMLElement>('[data-pid]')) {
    const { pid } = block.dataset;
    if (pid !== undefined && !blocks.has(pid)) blocks.set(pid, block);
  }
  return blocks;
}

/** Where the words of a spot begin, in pixels of the window. */
export function topOf(spot: Spot, block: HTMLElement, rect: DOMRect): number {
  if (spot.how === 'deleted') return rect.bottom - roomBelow(block) + afterGone;
  if (spot.start === 0) return rect.top - rise;
  const point = pointAt(block, spot.start, 'start');
  const range = document.createRange();
  range.setStart(point.node, point.offset);
  range.collapse(true);
  const line = range.getClientRects()[0] ?? rect;
  return line.top - rise;
}

export function sameMeasures(a: ReadonlyMap<string, Measure>, b: ReadonlyMap<string, Measure>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, { top, room }] of b) {
    const before = a.get(key);
    if (!before || before.top !== top || before.room !== room) return false;
  }
  return true;
}

/** The room that a paragraph leaves below its words for the slip of a deleted one. */
function roomBelow(block: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(block).paddingBlockEnd) || 0;
}
