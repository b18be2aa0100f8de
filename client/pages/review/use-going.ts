import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Spot } from '../../threads/spot.ts';
import { blocksIn, topOf } from './measures.ts';

/** Where a place is brought to, as a part of the sheet's height; on a phone a thread covers the lower two thirds. */
const readingLine = 0.28;
const phoneLine = 0.12;
const edge = 60;
/** Below this part of the sheet there is no room for the slip of a thread. */
const lowest = 0.45;
const lowestOnPhone = 0.22;
const settled = 3000;
const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** Goes to places of the text: a paragraph, or the words that somebody speaks about. What is in view does not move. */
export function useGoing(sheet: RefObject<HTMLElement | null>, text: HTMLElement | null, isPhone: boolean) {
  const isFirst = useRef(true);
  useEffect(() => {
    const timer = setTimeout(() => {
      isFirst.current = false;
    }, settled);
    return () => clearTimeout(timer);
  }, []);

  /** @param top in pixels of the window */
  const scrollTo = useCallback(
    (top: number, always: boolean) => {
      const scroller = sheet.current;
      if (!scroller) return;
      const { clientHeight } = scroller;
      const below = top - scroller.getBoundingClientRect().top;
      const isInView = below > edge && below < clientHeight * (isPhone ? lowestOnPhone : lowest);
      if (isInView && !always) return;
      const line = clientHeight * (isPhone ? phoneLine : readingLine);
      const behavior = isFirst.current || calm.matches ? 'instant' : 'smooth';
      scroller.scrollTo({ top: Math.max(0, scroller.scrollTop + below - line), behavior });
    },
    [sheet, isPhone],
  );

  const toParagraph = useCallback(
    (paragraphId: string) => {
      const block = text && blocksIn(text).get(paragraphId);
      if (block) scrollTo(block.getBoundingClientRect().top, true);
    },
    [text, scrollTo],
  );

  const toSpot = useCallback(
    (spot: Spot) => {
      if (spot.paragraphId === null) return sheet.current?.scrollTo({ top: 0 });
      const block = text && blocksIn(text).get(spot.paragraphId);
      if (block) scrollTo(topOf(spot, block, block.getBoundingClientRect()), false);
    },
    [sheet, text, scrollTo],
  );
  return { toParagraph, toSpot };
}
