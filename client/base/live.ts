import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { StreamName } from '../../shared/envelope.ts';
import type { StreamEvent } from '../../shared/events.ts';
import type { Presence } from '../../shared/live.ts';
import { type Connection, type Following, live, type Whereabouts } from './live-connection.ts';

export type { Connection, Whereabouts } from './live-connection.ts';

/** Follows a stream after `since`: each event once and in order. Returns what ends it. */
export function follow(stream: StreamName, since: number | 'now', onEvent: (event: StreamEvent) => void): () => void {
  return live.follow(stream, since, onEvent).stop;
}

/**
 * Follows a stream while the screen is open. `since` is the number at which the screen's own data stands:
 * null while it is not known yet, `now` where only news matter. When the data was read anew and stands
 * earlier than before, what came after it is given again.
 */
export function useFollow(
  stream: StreamName | null,
  since: number | 'now' | null,
  onEvent: (event: StreamEvent) => void,
): void {
  const newest = useRef(onEvent);
  newest.current = onEvent;
  const following = useRef<Following | null>(null);
  const stoodAt = useRef(since);
  const isReady = since !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `since` moves with every event; the second effect looks at it
  useEffect(() => {
    if (stream === null || since === null) return;
    const hold = live.follow(stream, since, (event) => newest.current(event));
    following.current = hold;
    stoodAt.current = since;
    return () => {
      hold.stop();
      following.current = null;
    };
  }, [stream, isReady]);
  useEffect(() => {
    const before = stoodAt.current;
    stoodAt.current = since;
    const hold = following.current;
    if (!hold || typeof since !== 'number') return;
    const seen = hold.seen();
    const hasGoneBack = typeof before === 'number' && since < before;
    if (seen === null || since > seen || hasGoneBack) hold.standAt(since);
  }, [since]);
}

/** Whether news can arrive: `connecting` for a short cut, `offline` when it lasts. */
export function useConnection(): Connection {
  return useSyncExternalStore(live.subscribe, live.connection);
}

/** Says where this person reads or writes; null when they leave. */
export function sayPresence(whereabouts: Whereabouts | null): void {
  live.sayPresence(whereabouts);
}

/** Everybody who has the paper open, this person included. */
export function usePresence(paperId: string): Presence[] {
  return useSyncExternalStore(live.subscribe, () => live.presentOn(paperId));
}
