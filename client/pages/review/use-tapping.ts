import { type MouseEvent, useCallback, useMemo, useRef, useState } from 'react';
import { blockElementOf } from '../../draft/offsets.ts';
import { useParagraphRules } from './use-paragraph-rules.ts';
import type { ReviewModel } from './use-review.ts';

/** A tap that met a quote comes first as that; the paragraph under it is then not chosen. */
const sameTap = 60;
const tapped = 'background:var(--wash);box-shadow:0 0 0 9px var(--wash)';

/** On a phone a tap on a paragraph chooses it: the bar then says what can be done with it. */
export function useTapping({
  isPhone,
  isEditing,
  focusId,
  goToThread,
}: Pick<ReviewModel, 'isPhone' | 'isEditing' | 'focusId' | 'goToThread'>) {
  const [paragraphId, setParagraphId] = useState<string | null>(null);
  const metThread = useRef(0);
  const onThread = useCallback((id: string | null) => {
    if (id === null) return;
    metThread.current = performance.now();
    setParagraphId(null);
  }, []);
  const onTap = useCallback(
    (event: MouseEvent) => {
      if (!isPhone || isEditing || !(event.target instanceof Node)) return;
      if (performance.now() - metThread.current < sameTap || document.getSelection()?.isCollapsed === false) return;
      if (event.target instanceof Element && event.target.closest('button, a')) return;
      if (focusId !== null) return goToThread(null);
      const id = blockElementOf(event.target)?.dataset.pid ?? null;
      setParagraphId((before) => (before === id ? null : id));
    },
    [isPhone, isEditing, focusId, goToThread],
  );
  const chosen = isPhone ? paragraphId : null;
  useParagraphRules(useMemo(() => new Map(chosen === null ? [] : [[chosen, tapped]]), [chosen]));
  return {
    paragraphId: chosen,
    close: useCallback(() => setParagraphId(null), []),
    onThread,
    onTap,
  };
}
