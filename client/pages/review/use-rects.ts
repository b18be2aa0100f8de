import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { TextGeometry } from './geometry.ts';
import { blocksIn } from './measures.ts';

/** Where a paragraph is drawn, in pixels from the top and the inline start of the text's own element. */
export interface Rect {
  top: number;
  bottom: number;
  start: number;
  end: number;
}

/** The places of these paragraphs, followed as the text moves. Paragraphs that are not drawn are left out. */
export function useRects(
  ids: readonly string[],
  text: HTMLElement | null,
  geometry: TextGeometry,
): ReadonlyMap<string, Rect> {
  const [rects, setRects] = useState<ReadonlyMap<string, Rect>>(new Map());
  const measure = useRef(() => {});
  measure.current = () => {
    if (!text) return;
    const next = rectsOf(ids, text);
    setRects((before) => (JSON.stringify([...before]) === JSON.stringify([...next]) ? before : next));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: other paragraphs are measured at once
  useLayoutEffect(() => measure.current(), [ids, text]);
  useEffect(() => geometry.subscribe(() => measure.current()), [geometry]);
  return rects;
}

function rectsOf(ids: readonly string[], text: HTMLElement): Map<string, Rect> {
  const blocks = blocksIn(text);
  const origin = text.getBoundingClientRect();
  const isRtl = getComputedStyle(text).direction === 'rtl';
  const rects = new Map<string, Rect>();
  for (const id of ids) {
    const block = blocks.get(id);
    if (!block) continue;
    const { top, bottom, left, right } = block.getBoundingClientRect();
    rects.set(id, {
      top: top - origin.top,
      bottom: bottom - origin.top,
      start: isRtl ? origin.right - right : left - origin.left,
      end: isRtl ? left - origin.left : origin.right - right,
    });
  }
  return rects;
}
