import { useSyncExternalStore } from 'react';
import { type Nearness, nearnessOf } from '../../shared/rounds/calendar.ts';
import type { Round } from '../../shared/rounds/contract.ts';
import { serverNow } from '../base/clock.ts';

/** How a round stands now, and the instant that was judged by: the server's clock, not the device's. */
export interface Standing {
  nearness: Nearness | 'none';
  now: number;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * How the round stands, kept up with the clock: each minute, each second in the last ten minutes, and at
 * the very second at which it opens or closes, without an answer of the server.
 */
export function useStanding(round: Pick<Round, 'opensAt' | 'closesAt'> | null): Standing {
  const now = useSyncExternalStore(
    (changed) => wakeFor(round, changed),
    () => tickAt(round, serverNow()),
  );
  if (round === null) return { nearness: 'none', now };
  return { nearness: nearnessOf(round, new Date(now).toISOString()), now };
}

/** The clock as this round needs it: it stands still between the instants at which something would look different. */
function tickAt(round: Pick<Round, 'opensAt' | 'closesAt'> | null, now: number): number {
  const edges = round === null ? [] : [Date.parse(round.opensAt), Date.parse(round.closesAt)];
  const step = edges.some((edge) => edge > now && edge - now <= 10 * minute) ? second : minute;
  const tick = Math.floor(now / step) * step;
  const passed = edges.filter((edge) => edge <= now && edge > tick);
  return Math.max(tick, ...passed);
}

function wakeFor(round: Pick<Round, 'opensAt' | 'closesAt'> | null, changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const sleep = () => {
    const now = serverNow();
    const edges = round === null ? [] : [round.opensAt, round.closesAt].map((edge) => Date.parse(edge));
    const ahead = edges.map((edge) => edge - now).filter((left) => left > 0 && left < hour);
    const step = ahead.some((left) => left <= 10 * minute) ? second : minute;
    timer = setTimeout(
      () => {
        changed();
        sleep();
      },
      Math.max(20, Math.min(step - (now % step), ...ahead)),
    );
  };
  sleep();
  return () => clearTimeout(timer);
}

/** Whether the round closes later than it was first said. */
export const isExtended = (round: Round): boolean => Date.parse(round.closesAt) > Date.parse(round.firstClosesAt);
