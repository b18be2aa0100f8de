import { useEffect } from 'react';
import type { Presence } from '../../../shared/live.ts';
import { sayPresence } from '../../base/live.ts';

const pause = 1000;

/** Tells the others where this person reads, writes or edits; at most once a second, and that they left. */
export function useHere(paperId: string, paragraphId: string | null, activity: Presence['activity']): void {
  useEffect(() => {
    const timer = setTimeout(() => sayPresence({ paperId, paragraphId, activity }), pause);
    return () => clearTimeout(timer);
  }, [paperId, paragraphId, activity]);
  useEffect(() => {
    sayPresence({ paperId, paragraphId: null, activity: 'reading' });
    return () => sayPresence(null);
  }, [paperId]);
}
