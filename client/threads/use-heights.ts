import { useCallback, useEffect, useRef, useState } from 'react';

const firstGuess = 78;

/** Keeps the height of each note, as it is drawn now or was when it was last drawn whole. */
export function useHeights(): {
  /** As it was measured; what was not drawn yet is taken to be as high as the others are. */
  heightOf: (key: string) => number;
  /** A ref for the note with this key; null-safe for notes that are not measured now. */
  measure: (key: string) => (element: HTMLElement | null) => void;
} {
  const heights = useRef(new Map<string, number>());
  const usual = useRef(firstGuess);
  const elements = useRef(new Map<string, HTMLElement>());
  const refs = useRef(new Map<string, (element: HTMLElement | null) => void>());
  const [, setTurn] = useState(0);
  const [observer] = useState(
    () =>
      new ResizeObserver(() => {
        let hasChanged = false;
        for (const [key, element] of elements.current) {
          const height = element.offsetHeight;
          if (height === 0 || heights.current.get(key) === height) continue;
          heights.current.set(key, height);
          hasChanged = true;
        }
        if (!hasChanged) return;
        usual.current = usualOf([...heights.current.values()]);
        setTurn((turn) => turn + 1);
      }),
  );
  useEffect(() => () => observer.disconnect(), [observer]);
  const measure = useCallback(
    (key: string) => {
      const known = refs.current.get(key);
      if (known) return known;
      const ref = (element: HTMLElement | null) => {
        const before = elements.current.get(key);
        if (before && before !== element) observer.unobserve(before);
        if (element === null) {
          elements.current.delete(key);
          return;
        }
        elements.current.set(key, element);
        observer.observe(element);
      };
      refs.current.set(key, ref);
      return ref;
    },
    [observer],
  );
  return { heightOf: (key) => heights.current.get(key) ?? usual.current, measure };
}

/** The middle one: a few slips in focus must not make all others look high. */
function usualOf(heights: number[]): number {
  const sorted = heights.sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? firstGuess;
}
