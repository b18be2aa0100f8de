import { useSyncExternalStore } from 'react';

/** What the one polite live region says now. A repeated sentence gets a mark that nobody hears, so it is said again. */
let said = '';
const changed = new Set<() => void>();

/** Says something to those who do not see it: saved, arrived, not connected. Never moves the focus. */
export function announce(words: string): void {
  said = words === said ? `${words}\u200b` : words;
  for (const tell of changed) tell();
}

export function useAnnounced(): string {
  return useSyncExternalStore(
    (tell) => {
      changed.add(tell);
      return () => changed.delete(tell);
    },
    () => said,
  );
}
