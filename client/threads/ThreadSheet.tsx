import { type ReactNode, useEffect, useRef } from 'react';
import type { Thread } from '../../shared/threads/contract.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import type { Spot } from './spot.ts';
import { type SlipParts, ThreadBody } from './ThreadBody.tsx';
import { labelOf } from './ThreadCard.tsx';
import { ThreadHead } from './ThreadHead.tsx';

/** On a phone the thread in focus is a sheet from below. It is not modal: the text above it can be read and scrolled. */
export function ThreadSheet({
  thread,
  spot,
  at,
  count,
  isFresh,
  parts,
  onStep,
  onClose,
}: {
  thread: Thread;
  spot: Spot;
  /** Its place among the threads of its paragraph, from 1. */
  at: number;
  count: number;
  isFresh: boolean;
  parts: SlipParts;
  onStep: (step: 1 | -1) => void;
  onClose: () => void;
}) {
  const say = useLanguage();
  return (
    <SheetFrame label={labelOf(thread, spot, say)} look={isFresh ? 'fresh' : ''} onClose={onClose}>
      <div className="sheetnav">
        <span>
          {say(spot.how === 'paper' ? 'threads.sheet-place-paper' : 'threads.sheet-place', {
            at,
            count,
            address: spot.address,
          })}
        </span>
        <span className="grow" />
        <Button kind="bare" icon="previous" label={say('threads.previous')} onPress={() => onStep(-1)} />
        <Button kind="bare" icon="next" label={say('threads.next')} onPress={() => onStep(1)} />
        <Button kind="bare" icon="cross" label={say('base.close')} onPress={onClose} />
      </div>
      {spot.how === 'deleted' && <p className="was">{say('threads.deleted', { address: spot.address })}</p>}
      <ThreadHead thread={thread} isOpen />
      <ThreadBody key={thread.id} thread={thread} spot={spot} same={[]} parts={parts} />
    </SheetFrame>
  );
}

function SheetFrame({
  label,
  look,
  onClose,
  children,
}: {
  label: string;
  look: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => sheet.current?.focus({ preventScroll: true }), []);
  return (
    <div
      ref={sheet}
      role="dialog"
      aria-label={label}
      className={`th on ${look}`}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <span className="grip" />
      {children}
    </div>
  );
}
