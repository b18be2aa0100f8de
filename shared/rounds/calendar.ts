import type { Round, Stamp } from './contract.ts';

/** How near a round is to its end; the screens show it, the rules do not need it. */
export type Nearness = 'scheduled' | 'calm' | 'near' | 'lastHour' | 'closed';

const HOUR = 3_600_000;

/**
 * K1: a comment recorded before the closing instant counts; at the instant it is late. Between the first
 * closing and a later one it counts as extended. An early closing moves the end forward, never a stamp.
 * @param now the instant of the recording, read after the locks are held
 */
export function stampFor(round: Pick<Round, 'closesAt' | 'firstClosesAt'>, now: string): Stamp {
  const at = Date.parse(now);
  if (at >= Date.parse(round.closesAt)) return 'late';
  return at < Date.parse(round.firstClosesAt) ? 'in time' : 'extended';
}

/** K2: a round is open from its opening instant until just before its closing instant. */
export function isOpen(round: Pick<Round, 'opensAt' | 'closesAt'>, now: string): boolean {
  return Date.parse(round.opensAt) <= Date.parse(now) && Date.parse(now) < Date.parse(round.closesAt);
}

/** K3: how the strip over the text looks: calm, near under 48 hours, in its last hour, closed. */
export function nearnessOf(round: Pick<Round, 'opensAt' | 'closesAt'>, now: string): Nearness {
  const left = Date.parse(round.closesAt) - Date.parse(now);
  if (left <= 0) return 'closed';
  if (Date.parse(round.opensAt) > Date.parse(now)) return 'scheduled';
  if (left <= HOUR) return 'lastHour';
  return left <= 48 * HOUR ? 'near' : 'calm';
}
