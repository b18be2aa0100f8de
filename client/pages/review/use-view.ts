import { type RefObject, useEffect, useState } from 'react';
import { blocksIn } from './measures.ts';

/** What of the sheet is in view, and the paragraph that is read: the one at the upper third. */
export interface View {
  top: number;
  bottom: number;
  paragraphId: string | null;
}

const step = 300;
const readingLine = 0.3;
const nothing: View = { top: 0, bottom: 2000, paragraphId: null };

/** Follows the scroll of the sheet, in steps: the margin need not be drawn again for each pixel. */
export function useView(sheet: RefObject<HTMLElement | null>, text: HTMLElement | null): View {
  const [view, setView] = useState(nothing);
  useEffect(() => {
    const scroller = sheet.current;
    if (!scroller) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      const top = Math.floor(scroller.scrollTop / step) * step;
      const bottom = top + scroller.clientHeight + step;
      const paragraphId = text ? paragraphAt(text, scroller) : null;
      setView((before) =>
        before.top === top && before.bottom === bottom && before.paragraphId === paragraphId
          ? before
          : { top, bottom, paragraphId },
      );
    };
    const soon = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    scroller.addEventListener('scroll', soon, { passive: true });
    addEventListener('resize', soon);
    soon();
    return () => {
      cancelAnimationFrame(frame);
      scroller.removeEventListener('scroll', soon);
      removeEventListener('resize', soon);
    };
  }, [sheet, text]);
  return view;
}

/** The last paragraph that begins above the reading line; found by halving, so that a long text costs nothing. */
function paragraphAt(text: HTMLElement, scroller: HTMLElement): string | null {
  const { top, height } = scroller.getBoundingClientRect();
  const line = top + height * readingLine;
  const blocks = [...blocksIn(text)];
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const block = blocks[middle]?.[1];
    if (block && block.getBoundingClientRect().top <= line) low = middle + 1;
    else high = middle;
  }
  return blocks[Math.max(0, low - 1)]?.[0] ?? null;
}
