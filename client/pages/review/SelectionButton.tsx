import { useEffect, useState } from 'react';
import type { WishedAnchor } from '../../../shared/text/anchor.ts';
import { useLanguage } from '../../base/language.ts';
import { Button } from '../../base/ui/Button.tsx';

/** A small button at the end of what is selected: a comment on these words. */
export function SelectionButton({
  selection,
  text,
  onComment,
}: {
  selection: WishedAnchor;
  text: HTMLElement | null;
  onComment: (anchor: WishedAnchor) => void;
}) {
  const say = useLanguage();
  const [place, setPlace] = useState<{ top: number; start: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another selection stands elsewhere
  useEffect(() => {
    const range = document.getSelection();
    const rects = range && range.rangeCount > 0 ? [...range.getRangeAt(0).getClientRects()] : [];
    const last = rects.at(-1);
    if (!text || !last) return setPlace(null);
    const origin = text.getBoundingClientRect();
    const isRtl = getComputedStyle(text).direction === 'rtl';
    const start = isRtl ? origin.right - last.left : last.right - origin.left;
    setPlace({ top: last.bottom - origin.top + 6, start: Math.max(8, Math.min(start - 60, origin.width - 150)) });
  }, [selection, text]);
  if (place === null) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press on the button must not take the selection away
    <div
      className="at-selection"
      style={{ insetBlockStart: place.top, insetInlineStart: place.start }}
      onMouseDown={(event) => event.preventDefault()}
    >
      <Button isSmall kind="main" icon="talk" onPress={() => onComment(selection)}>
        {say('paper.comment-here')}
      </Button>
    </div>
  );
}
