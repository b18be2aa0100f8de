import type { Instant } from '../../shared/envelope.ts';
import { languageTag, type Say, say } from './language.ts';

/** What holds a date together: "18 March" never breaks at the end of a line. */
const hold = '\u00a0';
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Part = 'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute';
const formats = new Map<string, Intl.DateTimeFormat>();

/** The parts of an instant as a wall in this zone shows them. Formats are kept: making one is slow. */
function partsOf(instant: Instant, zone: string): Record<Part, string> {
  const name = `${languageTag()} ${zone}`;
  let format = formats.get(name);
  if (!format) {
    format = new Intl.DateTimeFormat(languageTag(), {
      timeZone: zone,
      weekday: 'short',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(name, format);
  }
  const parts: Record<Part, string> = { weekday: '', day: '', month: '', year: '', hour: '', minute: '' };
  for (const { type, value } of format.formatToParts(new Date(instant))) {
    if (type in parts) parts[type as Part] = value;
  }
  return parts;
}

/** "Fri 18 March 2016, 18:00 Geneva time": how every deadline is written. */
export function inZone(instant: Instant, zone: string, place: string): string {
  return `${longDay(instant, zone)}, ${timeOf(instant, zone)}${hold}${placeTime(place)}`;
}

/** "Fri 18 March, 18:00 Geneva time": for lists, where the year may go but never the place. */
export function inZoneShort(instant: Instant, zone: string, place: string): string {
  return `${dayAndTime(instant, zone)}${hold}${placeTime(place)}`;
}

/** "Geneva time". */
export function placeTime(place: string): string {
  return say('base.place-time', { place: place.replaceAll(' ', hold) });
}

/** "Fri 18 March 2016". */
export function longDay(instant: Instant, zone: string): string {
  const { weekday, day: date, month, year } = partsOf(instant, zone);
  return [weekday, date, month, year].join(hold);
}

/** "18 March", with the year when it is not this one. */
export function shortDate(instant: Instant, zone: string, now: number = Date.now()): string {
  const { day: date, month, year } = partsOf(instant, zone);
  const isThisYear = year === partsOf(new Date(now).toISOString(), zone).year;
  return [date, month, ...(isThisYear ? [] : [year])].join(hold);
}

/** "Thu 10 March, 09:41". */
export function dayAndTime(instant: Instant, zone: string): string {
  const { weekday, day: date, month } = partsOf(instant, zone);
  return `${[weekday, date, month].join(hold)}, ${timeOf(instant, zone)}`;
}

/** "Today, 11:20", else "Sat 12 March, 20:05", with the year when it is not this one. */
export function listTime(instant: Instant, zone: string, now: number = Date.now()): string {
  const then = partsOf(instant, zone);
  const today = partsOf(new Date(now).toISOString(), zone);
  if (then.year !== today.year) return `${longDay(instant, zone)}, ${timeOf(instant, zone)}`;
  const isToday = then.day === today.day && then.month === today.month;
  return isToday ? say('base.today-at', { time: timeOf(instant, zone) }) : dayAndTime(instant, zone);
}

/** "14:32". */
export function timeOf(instant: Instant, zone: string): string {
  const { hour: hours, minute: minutes } = partsOf(instant, zone);
  return `${hours}:${minutes}`;
}

/** The zone of this device and the name of its place: `Asia/Kuala_Lumpur`, "Kuala Lumpur". */
export function readerZone(): { zone: string; place: string } {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { zone, place: placeOf(zone) };
}

/** The place of an IANA zone: its last part, as it is written. */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** The same instant on the reader's own wall, or null where both walls show the same. */
export function inReaderTime(instant: Instant, zone: string): { place: string; when: string } | null {
  const own = readerZone();
  const [there, here] = [partsOf(instant, zone), partsOf(instant, own.zone)];
  if (there.day === here.day && there.hour === here.hour && there.minute === here.minute) return null;
  return { place: own.place, when: dayAndTime(instant, own.zone) };
}

/** What is left until an instant, in whole units, and how near it is (DESIGN-LANGUAGE, round strip). */
export interface TimeLeft {
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
  isOver: boolean;
  /** Under 48 hours. */
  isNear: boolean;
  /** The last hour. */
  isLast: boolean;
  /** The last ten minutes: now the seconds are shown. */
  isTicking: boolean;
}

export function timeLeft(until: Instant, now: number): TimeLeft {
  const left = Math.max(0, Date.parse(until) - now);
  return {
    days: Math.floor(left / day),
    hours: Math.floor((left % day) / hour),
    minutes: Math.floor((left % hour) / minute),
    seconds: Math.floor((left % minute) / 1000),
    isOver: left === 0,
    isNear: left < 2 * day,
    isLast: left < hour,
    isTicking: left < 10 * minute,
  };
}

/** "3 days left", "1 day 4 hours left", "42 minutes left", "9 minutes 12 seconds left". */
export function daysLeft(until: Instant, now: number, words: Say = say): string {
  return words('base.left', { amount: amountLeft(until, now, words) });
}

/** The same without "left": "3 days". */
export function amountLeft(until: Instant, now: number, words: Say = say): string {
  const left = timeLeft(until, now);
  const days = words('base.days', { count: left.days });
  const hours = words('base.hours', { count: left.hours });
  const minutes = words('base.minutes', { count: left.minutes });
  const seconds = words('base.seconds', { count: left.seconds });
  if (!left.isNear) return days;
  if (left.days > 0) return left.hours > 0 ? `${days} ${hours}` : days;
  if (!left.isLast) return hours;
  if (!left.isTicking) return minutes;
  return left.minutes > 0 ? `${minutes} ${seconds}` : seconds;
}
