import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Measure } from '../../threads/ThreadList.tsx';
import { blocksIn } from './measures.ts';

const readingLine = 0.28;
const edge = 60;

/**
 * Goes to places of the text: a paragraph, or the quote of a thread as soon as it is known where it stands.
 * What is in view already does not move.
 */
export function useGoing(sheet: RefObject<HTMLElement | null>, text: HTMLElement | null) {
  const measures = useRef<ReadonlyMap<string, Measure>>(new Map());
  const wanted = useRef<string | null>(null);
  const isFirst = useRef(true);

  const scrollTo = useCallback(
    (top: number, always: boolean) => {
      const scroller = sheet.current;
      if (!scroller) return;
      const { scrollTop, clientHeight } = scroller;
      const isInView = top > scrollTop + edge && top < scrollTop + clientHeight * 0.6;
      if (isInView && !always) return;
      const behavior = isFirst.current ? 'instant' : 'smooth';
      isFirst.current = false;
      scroller.scrollTo({ top: Math.max(0, top - clientHeight * readingLine), behavior });
    },
    [sheet],
  );

  const settle = useCallback(() => {
    if (wanted.current === null) return;
    const measure = measures.current.get(wanted.current);
    if (!measure) return;
    wanted.current = null;
    scrollTo(measure.top, false);
  }, [scrollTo]);

  const onMeasured = useCallback(
    (next: ReadonlyMap<string, Measure>) => {
      measures.current = next;
      settle();
    },
    [settle],
  );

  /** Brings the quote of an entry into view, now or when it is measured. */
  const toEntry = useCallback(
    (key: string) => {
      wanted.current = key;
      settle();
    },
    [settle],
  );

  const toParagraph = useCallback(
    (paragraphId: string) => {
      const scroller = sheet.current;
      const block = text && blocksIn(text).get(paragraphId);
      if (!scroller || !block) return;
      const { top } = block.getBoundingClientRect();
      scrollTo(top - scroller.getBoundingClientRect().top + scroller.scrollTop, true);
    },
    [sheet, text, scrollTo],
  );

  useEffect(() => {
    const timer = setTimeout(() => {
      isFirst.current = false;
    }, 4000);
    return () => clearTimeout(timer);
  }, []);
  return { onMeasured, toEntry, toParagraph };
}
