import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 900px)');
const laptop = matchMedia('(max-width: 1240px)');

const follow = (query: MediaQueryList) => (changed: () => void) => {
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};
const followNarrow = follow(narrow);
const followLaptop = follow(laptop);

/** One column, a bottom sheet instead of the margin, a full-screen composer. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(followNarrow, () => narrow.matches);
}

/** The outline is folded into its button. */
export function useIsFolded(): boolean {
  return useSyncExternalStore(followLaptop, () => laptop.matches);
}
