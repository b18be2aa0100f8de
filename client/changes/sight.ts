import { useSyncExternalStore } from 'react';

const narrow = '(max-width: 900px)';

/** Whether two texts have no room side by side: then both are shown in one. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(narrow);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(narrow).matches,
  );
}

/** Brings a change into view and moves the focus to it, so that Tab goes on from there. Jumps where motion is unwelcome. */
export function goToRow(key: string): void {
  const row = document.getElementById(key);
  if (!row) return;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  row.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' });
  row.focus({ preventScroll: true });
}
