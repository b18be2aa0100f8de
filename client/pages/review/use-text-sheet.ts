import { useEffect, useRef, useState } from 'react';
import type { WishedAnchor } from '../../../shared/text/anchor.ts';
import type { DraftHandle } from '../../draft/draft-handle.ts';
import type { SavedState } from '../../draft/saved-state.ts';
import { TextGeometry } from './geometry.ts';
import type { Mode } from './ReviewHead.tsx';
import { SheetView } from './sheet-view.ts';
import { useGoing } from './use-going.ts';

/** The sheet on this screen: the element that scrolls, the one in which the text is drawn, the editor in it. */
export function useTextSheet(isPhone: boolean) {
  const sheet = useRef<HTMLElement>(null);
  const editor = useRef<DraftHandle>(null);
  const [text, setText] = useState<HTMLElement | null>(null);
  const [geometry] = useState(() => new TextGeometry());
  const [mode, setMode] = useState<Mode>('reading');
  const [saved, setSaved] = useState<{ state: SavedState; through: number | null } | null>(null);
  const [selection, setSelection] = useState<WishedAnchor | null>(null);
  const [onState] = useState(() => (state: SavedState, through: number | null) => setSaved({ state, through }));
  const [view] = useState(() => new SheetView());
  const going = useGoing(sheet, text, isPhone);
  useEffect(() => {
    if (!text || !sheet.current) return;
    const stopWatching = geometry.watch(text);
    const stopFollowing = view.follow(sheet.current, text, geometry);
    return () => {
      stopFollowing();
      stopWatching();
    };
  }, [text, geometry, view]);
  return {
    sheet,
    editor,
    text,
    setText,
    geometry,
    mode,
    setMode,
    saved,
    onState,
    selection,
    setSelection,
    view,
    going,
  };
}
