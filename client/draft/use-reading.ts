import { useEffect, useRef } from 'react';
import type { ThreadId } from '../../shared/ids.ts';
import type { WishedAnchor } from '../../shared/text/anchor.ts';
import { anchorFromSelection } from './selection.ts';
import type { DraftSession } from './session.ts';

interface ReadingWishes {
  activeThread: ThreadId | null;
  onThreadFocus: (id: ThreadId | null) => void;
  onSelect: (anchor: WishedAnchor | null) => void;
}

/**
 * What a reader does with the mouse: selects words, opens the thread of a quote (pressed again, the next one of
 * several), follows a link in a page of its own.
 */
export function useReading(session: DraftSession | null, wishes: ReadingWishes): void {
  const newest = useRef(wishes);
  newest.current = wishes;
  useEffect(() => {
    if (!session) return;
    const { root, index, highlights } = session;
    let told = 'null';
    let frame = 0;
    const select = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const anchor = anchorFromSelection(root, index);
        const words = JSON.stringify(anchor);
        if (words === told) return;
        told = words;
        newest.current.onSelect(anchor);
      });
    };
    const click = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link && !session.isEditing) {
        event.preventDefault();
        window.open(link.href, '_blank', 'noopener,noreferrer');
        return;
      }
      if (document.getSelection()?.isCollapsed === false) return;
      const hits = highlights.hitTest(event.clientX, event.clientY);
      const { activeThread, onThreadFocus } = newest.current;
      const next = activeThread === null ? 0 : (hits.indexOf(activeThread) + 1) % Math.max(hits.length, 1);
      const hit = hits[next] ?? null;
      if (hit !== activeThread) onThreadFocus(hit);
    };
    document.addEventListener('selectionchange', select);
    root.addEventListener('click', click);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('selectionchange', select);
      root.removeEventListener('click', click);
    };
  }, [session]);
}
