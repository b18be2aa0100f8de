import { Problem } from '../../shared/problems.ts';
import type { Deps } from '../base/deps.ts';
import { tellClosing } from './actions.ts';
import { findNextClosing, listUntoldClosings } from './store.ts';

const LONGEST_WAIT_MS = 30_000;

/** Tells of each closing when its second comes. A missed timer closes nothing later: the rule reads the clock. */
export function startRoundTimer(deps: Deps): { stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const look = async (): Promise<void> => {
    try {
      for (const round of await listUntoldClosings(deps.pool))
        await tellClosing(deps, round).catch((error: unknown) => {
          if (!(error instanceof Problem)) throw error;
        });
      const wait = await findNextClosing(deps.pool);
      schedule(Math.min(Math.max(wait ?? LONGEST_WAIT_MS, 5), LONGEST_WAIT_MS));
    } catch (error) {
      deps.log.error({ error }, 'closings of rounds could not be told');
      schedule(LONGEST_WAIT_MS);
    }
  };
  const schedule = (wait: number): void => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void look(), wait);
    timer?.unref();
  };
  const stopListening = deps.bus.onRing((topic) => {
    if (topic.startsWith('paper/')) schedule(200);
  });
  void look();
  return {
    stop: () => {
      isStopped = true;
      stopListening();
      clearTimeout(timer);
    },
  };
}
