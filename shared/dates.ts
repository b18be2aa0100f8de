/**
 * Instants in words, as the design language writes them: `Fri 18 March 2016, 18:00 Geneva time`.
 * Always with the name of a place, never CET or UTC+1: a delegation knows where the meeting is, not its offset.
 * No-break spaces hold together what a line may not part; the only place to break is after the comma.
 * Words are English until the interface has other languages; zones are IANA names.
 */
const NBSP = '\u00a0';

interface DateParts {
  weekday: string;
  day: string;
  month: string;
  year: string;
  /** 24 hours, `18:00`. */
  time: string;
}

/** An instant as `Fri 18 March 2016, 18:00 Geneva time`. @throws RangeError for an unknown zone or a damaged instant */
export function instantInWords(instant: string, zone: string, place: string): string {
  const { time } = partsOf(instant, zone);
  return `${dayInWords(instant, zone)}, ${time}${NBSP}${place.replaceAll(' ', NBSP)}${NBSP}time`;
}

/** The day as `Fri 18 March 2016`, for what needs no hour. */
export function dayInWords(instant: string, zone: string): string {
  return `${partsOf(instant, zone).weekday}${NBSP}${dateInWords(instant, zone)}`;
}

/** The day as `18 March 2016`, for histories, where the weekday says nothing. */
export function dateInWords(instant: string, zone: string): string {
  const { day, month, year } = partsOf(instant, zone);
  return [day, month, year].join(NBSP);
}

/** `18 March, 17:58`: for lists, whose head or neighbour names the year and the place. */
export function shortInstant(instant: string, zone: string): string {
  const { day, month, time } = partsOf(instant, zone);
  return `${day}${NBSP}${month}, ${time}`;
}

/** Making a format costs some 50 times what using it costs, and a page uses one zone. */
const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(instant: string, zone: string): DateParts {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  const found = new Map(format.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? '';
  return {
    weekday: part('weekday'),
    day: part('day'),
    month: part('month'),
    year: part('year'),
    time: `${part('hour')}:${part('minute')}`,
  };
}
