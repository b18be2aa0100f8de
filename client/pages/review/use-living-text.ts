import { useCallback, useEffect, useRef, useState } from 'react';
import type { Paragraph } from '../../../shared/text/paragraph.ts';

const pause = 250;

/**
 * The living text as the page knows it: at once when it comes, then at most four times a second while
 * somebody types, because everything beside the text is found anew in it.
 */
export function useLivingText(first: readonly Paragraph[]): {
  paragraphs: readonly Paragraph[];
  /** The text as it was read first, to be shown until the editor has loaded. */
  first: readonly Paragraph[];
  take: (paragraphs: readonly Paragraph[]) => void;
} {
  const [living, setLiving] = useState<readonly Paragraph[] | null>(null);
  const newest = useRef<readonly Paragraph[] | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const paragraphs = living ?? first;
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  const take = useCallback((text: readonly Paragraph[]) => {
    const isFirst = newest.current === null;
    newest.current = text;
    if (isFirst) return setLiving(text);
    timer.current ??= setTimeout(() => {
      timer.current = null;
      setLiving(newest.current);
    }, pause);
  }, []);
  return { paragraphs, first, take };
}
