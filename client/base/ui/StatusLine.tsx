import { useAnnounced } from '../announce.ts';

/** The one polite live region: saved, arrived, not connected. App has one; the rest of the screen calls `announce`. */
export function StatusLine() {
  return (
    <p className="vh" role="status" aria-live="polite">
      {useAnnounced()}
    </p>
  );
}
