import { useSyncExternalStore } from 'react';

/**
 * The server's clock, as its answers tell it: deadlines are counted by it, because a device's clock may
 * be wrong by hours. `Date` headers have whole seconds, so a difference under two seconds means nothing.
 */
let ahead = 0;

/** Learns the server's clock from an answer's `Date` header. */
export function noteServerTime(header: string | null): void {
  if (header === null) return;
  const difference = Date.parse(header) - Date.now();
  if (Number.isNaN(difference)) return;
  ahead = Math.abs(difference) < 2000 ? 0 : difference;
}

/** Now by the server's clock, in milliseconds. */
export function serverNow(): number {
  return Date.now() + ahead;
}

/** Now, read again every `every` milliseconds (a minute unless a countdown needs seconds). */
export function useNow(every = 60_000): number {
  return useSyncExternalStore(
    (changed) => {
      const timer = setInterval(changed, every);
      return () => clearInterval(timer);
    },
    () => Math.floor(serverNow() / every) * every,
  );
}
