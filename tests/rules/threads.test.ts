import { decideDisposition } from '../../shared/dispositions/rules.ts';
import { stampFor } from '../../shared/rounds/calendar.ts';
import type { Round } from '../../shared/rounds/contract.ts';
import { decideEarlyClosing, decideExtension } from '../../shared/rounds/rules.ts';
import {
  decidePosition,
  decideReply,
  decideStamp,
  decideStampOnBehalf,
  decideWithdrawal,
} from '../../shared/threads/rules.ts';
import { refusalOf, threadOf } from '../support/threads.ts';

const closesAt = '2026-03-02T17:00:00.000Z';
const round = (facts: Partial<Round> = {}): Round =>
  ({
    number: 1,
    opensAt: '2026-02-01T09:00:00.000Z',
    closesAt,
    firstClosesAt: closesAt,
    acceptsLate: false,
    observersMayComment: false,
    reason: null,
    closedAt: null,
    ...facts,
  }) as Round;
const during = '2026-02-10T12:00:00.000Z';

test('K1 one millisecond before closing is in time, at the instant it is late', () => {
  expect(stampFor(round(), '2026-03-02T16:59:59.999Z')).toBe('in time');
  expect(stampFor(round(), closesAt)).toBe('late');
  expect(stampFor(round({ closesAt: '2026-03-04T17:00:00.000Z' }), closesAt)).toBe('extended');
});

test('T1 a member is refused at the instant of closing, unless the round takes late comments', () => {
  const at = { standing: 'delegate' as const, round: round(), now: closesAt };
  expect(refusalOf(() => decideStamp(at))).toBe('round-closed');
  expect(decideStamp({ ...at, round: round({ acceptsLate: true }) })).toBe('late');
  expect(refusalOf(() => decideStamp({ ...at, round: null }))).toBe('no-round');
  expect(refusalOf(() => decideStamp({ ...at, now: '2026-01-01T00:00:00.000Z' }))).toBe('round-not-yet-open');
});

test('T1 secretariat and chair speak at any time; outside a round what they say has no stamp', () => {
  expect(decideStamp({ standing: 'chair', round: round(), now: closesAt })).toBeNull();
  expect(decideStamp({ standing: 'secretariat', round: null, now: during })).toBeNull();
  expect(decideStamp({ standing: 'secretariat', round: round(), now: during })).toBe('in time');
});

test('T1 observers speak if the round says so', () => {
  const at = { standing: 'observer' as const, round: round(), now: during };
  expect(refusalOf(() => decideStamp(at))).toBe('not-allowed');
  expect(decideStamp({ ...at, round: round({ observersMayComment: true }) })).toBe('in time');
});

test('T2 what came another way is stamped by its receipt', () => {
  const at = { standing: 'secretariat' as const, round: round(), now: '2026-03-10T09:00:00.000Z' };
  expect(decideStampOnBehalf('2026-03-02T16:59:59.999Z', at)).toBe('in time');
  expect(decideStampOnBehalf('2026-03-03T09:00:00.000Z', at)).toBe('late');
  expect(decideStampOnBehalf('2026-01-01T09:00:00.000Z', at)).toBeNull();
  expect(refusalOf(() => decideStampOnBehalf('2026-03-10T09:00:00.001Z', at))).toBe('received-in-the-future');
});

test('T4 after closing the author of a thread may still reply, another member not', () => {
  const at = { standing: 'delegate' as const, round: round(), now: closesAt };
  expect(decideReply(threadOf({ personId: 'a' }), 'a', at)).toBeNull();
  expect(refusalOf(() => decideReply(threadOf({ personId: 'a' }), 'b', at))).toBe('round-closed');
  expect(refusalOf(() => decideReply(threadOf({ personId: 'a', withdrawnAt: during }), 'a', at))).toBe(
    'thread-withdrawn',
  );
});

test('T5 nobody takes a position on the point of the own organisation', () => {
  const at = { standing: 'delegate' as const, round: round(), now: during };
  const thread = threadOf({ organisationId: 'o' });
  expect(refusalOf(() => decidePosition(thread, 'o', { stance: 'supports', text: '' }, at))).toBe('not-allowed');
  expect(() => decidePosition(thread, 'p', { stance: 'supports', text: '' }, at)).not.toThrow();
});

test('T6 a point is withdrawn by its author only, while the round is open and nobody has answered it', () => {
  const at = { standing: 'delegate' as const, round: round(), now: during };
  expect(refusalOf(() => decideWithdrawal(threadOf({ personId: 'a' }), 'b', at))).toBe('not-yours');
  expect(refusalOf(() => decideWithdrawal(threadOf({ personId: 'a', isAnswered: true }), 'a', at))).toBe(
    'thread-answered',
  );
  expect(refusalOf(() => decideWithdrawal(threadOf({ personId: 'a' }), 'a', { ...at, now: closesAt }))).toBe(
    'round-closed',
  );
  expect(() => decideWithdrawal(threadOf({ personId: 'a' }), 'a', at)).not.toThrow();
});

test('S1 every answer but duplicate has its reason; a duplicate names another thread, never in a circle', () => {
  const one = threadOf({ id: '1' });
  const two = threadOf({ id: '2', duplicateOf: '1' });
  const decide =
    (wish: object, thread = one) =>
    () =>
      decideDisposition({ rationale: '', ...wish } as never, thread, [one, two]);
  expect(refusalOf(decide({ answer: 'noted' }))).toBe('rationale-missing');
  expect(refusalOf(decide({ answer: 'duplicate', duplicateOf: '3' }))).toBe('no-such-original');
  expect(refusalOf(decide({ answer: 'duplicate', duplicateOf: '1' }))).toBe('duplicate-of-itself');
  expect(refusalOf(decide({ answer: 'duplicate', duplicateOf: '2' }))).toBe('duplicate-of-itself');
  expect(decide({ answer: 'duplicate', duplicateOf: '1' }, two)()).toMatchObject({ threadId: '1' });
});

test('O2 O3 a closing is moved only later and with a reason; an early closing is of now', () => {
  const wish = {
    closesAt: '2026-03-09T17:00:00.000Z',
    acceptsLate: false,
    observersMayComment: false,
    sealed: false as const,
  };
  expect(refusalOf(() => decideExtension(round(), wish, during))).toBe('reason-missing');
  expect(refusalOf(() => decideExtension(round(), { ...wish, closesAt, reason: 'x' }, during))).toBe(
    'closing-not-later',
  );
  expect(decideExtension(round(), { ...wish, reason: 'x' }, during)).toMatchObject({
    closesAt: wish.closesAt,
    firstClosesAt: closesAt,
  });
  expect(decideEarlyClosing(round(), { ...wish, reason: 'x' }, during)).toMatchObject({ closesAt: during });
  expect(refusalOf(() => decideEarlyClosing(round(), { ...wish, reason: 'x' }, closesAt))).toBe('round-closed');
});
