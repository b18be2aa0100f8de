import { dateInWords, dayInWords, instantInWords, shortInstant } from '../../shared/dates.ts';

const words = (text: string) => text.replaceAll('_', '\u00a0');

test('a deadline is said with its day, its hour and its place', () => {
  expect(instantInWords('2016-03-18T17:00:00Z', 'Europe/Zurich', 'Geneva')).toBe(
    words('Fri_18_March_2016, 18:00_Geneva_time'),
  );
  expect(instantInWords('2016-07-18T19:00:00+03:00', 'Europe/Zurich', 'Geneva')).toBe(
    words('Mon_18_July_2016, 18:00_Geneva_time'),
  );
});

test('a place of two words is not parted', () => {
  expect(instantInWords('2016-03-18T17:00:00Z', 'America/New_York', 'New York')).toBe(
    words('Fri_18_March_2016, 13:00_New_York_time'),
  );
});

test('the only place to break a line is after the comma', () => {
  expect(instantInWords('2016-03-18T17:00:00Z', 'Asia/Kuala_Lumpur', 'Kuala Lumpur').split(' ')).toHaveLength(2);
});

test('midnight is 00:00 of the day that begins', () => {
  expect(instantInWords('2016-03-18T23:00:00Z', 'Europe/Zurich', 'Geneva')).toBe(
    words('Sat_19_March_2016, 00:00_Geneva_time'),
  );
});

test('one instant is another day elsewhere', () => {
  const instant = '2016-12-31T18:00:00Z';
  expect(dayInWords(instant, 'Pacific/Kiritimati')).toBe(words('Sun_1_January_2017'));
  expect(dateInWords(instant, 'America/Los_Angeles')).toBe(words('31_December_2016'));
});

test('the hour that clocks skip and the one they repeat are said as the wall shows them', () => {
  expect(shortInstant('2016-03-27T00:59:59Z', 'Europe/Zurich')).toBe(words('27_March, 01:59'));
  expect(shortInstant('2016-03-27T01:00:00Z', 'Europe/Zurich')).toBe(words('27_March, 03:00'));
  expect(shortInstant('2016-10-30T00:30:00Z', 'Europe/Zurich')).toBe(words('30_October, 02:30'));
  expect(shortInstant('2016-10-30T01:30:00Z', 'Europe/Zurich')).toBe(words('30_October, 02:30'));
});

test('an unknown zone and a damaged instant are refused, not guessed', () => {
  expect(() => dayInWords('2016-03-18T17:00:00Z', 'Europe/Geneva')).toThrow(RangeError);
  expect(() => dayInWords('yesterday', 'Europe/Zurich')).toThrow(RangeError);
});
