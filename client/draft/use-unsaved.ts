import { useEffect, useState } from 'react';
import type { SavedState } from './saved-state.ts';
import type { DraftSession } from './session.ts';
import type { Unsaved } from './unsaved.ts';

const nothing: Unsaved = { places: [], words: 0, address: null };

/**
 * The words that the server does not have, counted and underlined as soon as saving takes long; and a warning
 * before the page is closed with them.
 */
export function useUnsaved(session: DraftSession | null, state: SavedState | null): Unsaved {
  const [unsaved, setUnsaved] = useState(nothing);
  const isLong = state !== null && state.kind !== 'saved' && state.kind !== 'saving';
  useEffect(() => {
    if (!session || !isLong) return;
    const look = () => {
      const next = session.unsaved();
      session.highlights.markUnsaved(next.places);
      setUnsaved(next);
    };
    look();
    const stop = session.geometry.subscribe(look);
    return () => {
      stop();
      session.highlights.markUnsaved([]);
      setUnsaved(nothing);
    };
  }, [session, isLong]);
  useEffect(() => {
    if (!session) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (session.connection.hasUnsaved) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [session]);
  return unsaved;
}
