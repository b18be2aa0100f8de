import { useLayoutEffect, useRef } from 'react';
import { useLanguage } from '../../base/language.ts';
import { TextButton } from '../../base/ui/Button.tsx';
import type { GoneGroup } from './gone.ts';
import type { Rect } from './use-rects.ts';

/** Stands where a paragraph stood that was deleted while threads stand on it; goes with its last answer. */
export function GoneSlip({
  group,
  rect,
  version,
  isShown,
  onShow,
  onHeight,
  onThread,
}: {
  group: GoneGroup;
  rect: Rect;
  version: string | null;
  isShown: boolean;
  onShow: (isShown: boolean) => void;
  onHeight: (height: number) => void;
  onThread: (threadId: string) => void;
}) {
  const say = useLanguage();
  const slip = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: its height changes with what it shows
  useLayoutEffect(() => {
    if (slip.current) onHeight(slip.current.offsetHeight);
  }, [isShown, rect.bottom]);
  const first = group.threads[0];
  return (
    <div ref={slip} className="gone beside-gone" style={{ insetBlockEnd: `calc(100% - ${rect.bottom}px)` }}>
      <bdi className="num">{group.address}</bdi>
      <span>{version === null ? say('paper.gone') : say('paper.gone-kept', { version })}</span>
      <TextButton onPress={() => onShow(!isShown)}>{say(isShown ? 'paper.hide-text' : 'paper.show-text')}</TextButton>
      {first && (
        <TextButton
          onPress={() => onThread(first.id)}
          label={say('paper.chip-label', { count: group.threads.length, address: group.address })}
        >
          {say('paper.chip', { count: group.threads.length })}
        </TextButton>
      )}
      {isShown && (
        <p className="words" dir="auto">
          {group.words}
        </p>
      )}
    </div>
  );
}
