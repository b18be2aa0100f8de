const minute = 60_000;
const day = 86_400_000;

/** How far a zone's wall clocks are ahead of UTC at an instant, in minutes. */
function offsetAt(instant: number, zone: string): number {
  const wall = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  const parts = new Map(wall.formatToParts(new Date(instant)).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return Math.round((shown - Math.floor(instant / minute) * minute) / minute);
}

/**
 * The instant at which the clocks of a zone change between two others, or null: then an hour on the wall
 * means the same distance from UTC at both. Of several changes the first that leads to the clock of the end.
 */
export function clockChangeBetween(from: string, to: string, zone: string): string | null {
  let early = Date.parse(from);
  let late = Date.parse(to);
  const last = offsetAt(late, zone);
  if (!(early < late) || offsetAt(early, zone) === last) return null;
  for (let at = early; at < late; at += day) {
    if (offsetAt(at, zone) === last) {
      late = at;
      break;
    }
    early = at;
  }
  while (late - early > minute) {
    const middle = Math.floor((early + late) / 2);
    if (offsetAt(middle, zone) === last) late = middle;
    else early = middle;
  }
  return new Date(Math.floor(late / minute) * minute).toISOString();
}

/** Whole days between two instants, at least one where any time is left. */
export function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.ceil((Date.parse(to) - Date.parse(from)) / day));
}

/** The same hour a number of weeks later by the wall clock of the zone. */
export function weeksLater(from: string, weeks: number, zone: string): string {
  const start = Date.parse(from);
  const end = start + weeks * 7 * day;
  return new Date(end - (offsetAt(end, zone) - offsetAt(start, zone)) * minute).toISOString();
}

/** The next full hour of the wall clock so many weeks from now, at 18:00: what a new round is offered. */
export function usualClosing(now: number, weeks: number, zone: string): string {
  const then = now + weeks * 7 * day;
  const offset = offsetAt(then, zone);
  const wall = new Date(then + offset * minute);
  const evening = Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate(), 18);
  return new Date(evening - offset * minute).toISOString();
}
