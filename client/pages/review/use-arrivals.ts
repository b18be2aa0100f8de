import { useCallback, useEffect, useRef } from 'react';
import type { StreamEvent } from '../../../shared/events.ts';
import { announce } from '../../base/announce.ts';
import { say } from '../../base/language.ts';

const pause = 30_000;

/**
 * Says how many new threads others have opened, as a count and at most every 30 seconds, to those who hear
 * the page. It never moves the focus or the scroll.
 */
export function useArrivals(personId: string): (event: StreamEvent) => void {
  const waiting = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  return useCallback(
    (event) => {
      if (event.kind !== 'thread.opened' || event.by.personId === personId) return;
      waiting.current += 1;
      const tell = () => {
        timer.current = null;
        if (waiting.current === 0) return;
        announce(say('paper.arrivals', { count: waiting.current }));
        waiting.current = 0;
        timer.current = setTimeout(tell, pause);
      };
      if (timer.current === null) tell();
    },
    [personId],
  );
}
