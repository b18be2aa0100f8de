import { type ComponentProps, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Entry } from '../../threads/entries.ts';
import { type Measure, ThreadList } from '../../threads/ThreadList.tsx';
import type { TextGeometry } from './geometry.ts';
import { measuresOf, sameMeasures } from './measures.ts';
import { type SheetView, useViewed } from './sheet-view.ts';

const nothing: ReadonlyMap<string, Measure> = new Map();

/** The wide ruled margin: measures the text beside it and lays the notes out. Only this is drawn again when the text moves. */
export function Margin({
  entries,
  text,
  geometry,
  view,
  instead,
  ...list
}: {
  entries: readonly Entry[];
  /** The element in which the text is drawn; null while there is none. */
  text: HTMLElement | null;
  geometry: TextGeometry;
  view: SheetView;
  /** What takes the place of the list: the threads of one paragraph, or that they are coming. */
  instead: ReactNode;
} & Omit<ComponentProps<typeof ThreadList>, 'entries' | 'measures' | 'view'>) {
  const margin = useRef<HTMLDivElement>(null);
  const top = useViewed(view, (each) => each.top);
  const bottom = useViewed(view, (each) => each.bottom);
  const [measures, setMeasures] = useState(nothing);
  const measure = useRef(() => {});
  measure.current = () => {
    if (!text || !margin.current) return;
    const next = measuresOf(entries, text, margin.current.getBoundingClientRect().top);
    setMeasures((before) => (sameMeasures(before, next) ? before : next));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: other entries stand elsewhere
  useLayoutEffect(() => measure.current(), [entries, text]);
  useEffect(() => geometry.subscribe(() => measure.current()), [geometry]);
  return (
    <div className="marginal" ref={margin}>
      {instead ?? <ThreadList entries={entries} measures={measures} view={{ top, bottom }} {...list} />}
    </div>
  );
}
