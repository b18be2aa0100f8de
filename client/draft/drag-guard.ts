import type { DraftConnection } from './connection.ts';

/** Nobody drags longer; and what others write must not wait for ever on a button that never came up. */
const longest = 5_000;

/** While the pointer is down on the text, what others write waits: it would end the selection that is being made. */
export function dragGuard(root: HTMLElement, connection: Pick<DraftConnection, 'hold' | 'release'>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const release = () => {
    clearTimeout(timer);
    connection.release();
  };
  const hold = (event: PointerEvent) => {
    if (event.button !== 0) return;
    connection.hold();
    clearTimeout(timer);
    timer = setTimeout(release, longest);
  };
  root.addEventListener('pointerdown', hold);
  addEventListener('pointerup', release);
  addEventListener('pointercancel', release);
  return () => {
    clearTimeout(timer);
    root.removeEventListener('pointerdown', hold);
    removeEventListener('pointerup', release);
    removeEventListener('pointercancel', release);
  };
}
