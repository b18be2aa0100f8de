import type { Happening } from '../events.ts';
import type { Round } from './contract.ts';

/** The paper's rounds after an event, lowest number first. */
export function applyRoundEvent(rounds: readonly Round[], event: Happening): Round[] {
  if (event.kind !== 'round.opened' && event.kind !== 'round.extended' && event.kind !== 'round.closed')
    return [...rounds];
  const others = rounds.filter((round) => round.id !== event.round.id);
  return [...others, event.round].sort((a, b) => a.number - b.number);
}
