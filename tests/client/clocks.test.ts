import { clockChangeBetween, daysBetween, usualClosing, weeksLater } from '../../client/rounds/clocks.ts';

test('a change of clocks between two instants is found to the minute', () => {
  const change = clockChangeBetween('2016-03-18T17:00:00Z', '2016-04-01T16:00:00Z', 'Europe/Zurich');
  expect(change).toBe('2016-03-27T01:00:00.000Z');
});

test('without a change of clocks there is none', () => {
  expect(clockChangeBetween('2016-03-02T17:00:00Z', '2016-03-18T17:00:00Z', 'Europe/Zurich')).toBeNull();
  expect(clockChangeBetween('2016-03-18T17:00:00Z', '2016-04-01T16:00:00Z', 'Asia/Kuala_Lumpur')).toBeNull();
});

test('two weeks later 18:00 is 18:00 by the new clock', () => {
  expect(weeksLater('2016-03-18T17:00:00Z', 2, 'Europe/Zurich')).toBe('2016-04-01T16:00:00.000Z');
});

test('a new round is offered to close at 18:00 of the group', () => {
  expect(usualClosing(Date.parse('2016-03-02T09:05:00Z'), 2, 'Europe/Zurich')).toBe('2016-03-16T17:00:00.000Z');
  expect(usualClosing(Date.parse('2016-03-02T23:30:00Z'), 0, 'Asia/Kuala_Lumpur')).toBe('2016-03-03T10:00:00.000Z');
});

test('part of a day counts as one', () => {
  expect(daysBetween('2016-03-02T09:05:00Z', '2016-03-18T17:00:00Z')).toBe(17);
  expect(daysBetween('2016-03-18T17:00:00Z', '2016-03-18T17:00:00Z')).toBe(0);
});
