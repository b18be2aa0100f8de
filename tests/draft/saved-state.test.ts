import fc from 'fast-check';
import {
  type Ledger,
  type LedgerEvent,
  newLedger,
  nextChangeAt,
  noted,
  savedStateOf,
} from '../../client/draft/saved-state.ts';

const after = (events: readonly LedgerEvent[], from: Ledger = newLedger(0)): Ledger => events.reduce(noted, from);
const opened: LedgerEvent = { kind: 'opened' };
const step2: LedgerEvent = { kind: 'sent', isStep2: true };
const update: LedgerEvent = { kind: 'sent', isStep2: false };
const written = (at: number): LedgerEvent => ({ kind: 'written', at });
const told = (frames: number, at: number, through = 9): LedgerEvent => ({ kind: 'told', frames, through, at });
const open = after([opened, step2, told(1, 10)]);

test('S1 words are saved when the server has told that every frame is committed', () => {
  const typing = after([written(20), update, written(21), update], open);
  expect(savedStateOf(typing, 30)).toEqual({ kind: 'saving' });
  expect(savedStateOf(after([told(2, 40)], typing), 40)).toEqual({ kind: 'saving' });
  expect(savedStateOf(after([told(3, 50)], typing), 50)).toEqual({ kind: 'saved', at: 50 });
});

test('S1 words written without a connection are not saved before step 2 of the next one is', () => {
  const again = after([{ kind: 'closed', at: 20 }, written(30), opened], open);
  expect(savedStateOf(after([told(0, 40)], again), 40).kind).toBe('saving');
  expect(savedStateOf(after([step2, told(0, 50)], again), 50).kind).toBe('saving');
  expect(savedStateOf(after([step2, told(1, 50)], again), 50)).toEqual({ kind: 'saved', at: 50 });
});

test('S1 words that were on their way when the connection ended stay unsaved, however many frames were told before', () => {
  const cut = after([written(20), update, { kind: 'closed', at: 21 }, opened, told(5, 30)], open);
  expect(savedStateOf(cut, 31).kind).toBe('saving');
});

test('S2 slow saving is said after five seconds, a gap in the connection after two', () => {
  const typing = after([written(1000), update], open);
  expect(savedStateOf(typing, 5999).kind).toBe('saving');
  expect(nextChangeAt(typing, 1000)).toBe(6000);
  expect(savedStateOf(typing, 6000)).toEqual({ kind: 'not-saved-yet', since: 1000 });
  const cut = after([{ kind: 'closed', at: 1000 }], open);
  expect(savedStateOf(cut, 2999)).toEqual({ kind: 'saved', at: 10 });
  expect(savedStateOf(cut, 3000)).toEqual({ kind: 'offline', since: 1000, hasUnsaved: false });
  expect(savedStateOf(after([written(1500)], cut), 3000)).toEqual({ kind: 'offline', since: 1000, hasUnsaved: true });
});

test('the last log id told is kept, also when an older one comes after it', () => {
  expect(after([told(1, 20, 12), told(1, 21, 7)], open).through).toBe(12);
});

/** A wire that may be cut at any moment, with a server that commits what arrives, some of it late. */
const happenings = fc.array(fc.constantFrom('write', 'write', 'commit', 'tell', 'cut', 'come', 'step2'), {
  maxLength: 60,
});

test('whatever is cut and delayed, nothing is called saved that the server has not committed', () =>
  fc.assert(
    fc.property(happenings, (happened) => {
      let ledger = newLedger(0);
      let now = 0;
      let words = 0;
      let committed = 0;
      let sent: number[] = [];
      let taken = 0;
      for (const what of happened) {
        now += 1;
        const isReady = ledger.isOpen && ledger.hasSentStep2;
        if (what === 'write') {
          words += 1;
          ledger = noted(ledger, written(now));
          if (isReady) {
            sent.push(words);
            ledger = noted(ledger, update);
          }
        } else if (what === 'come' && !ledger.isOpen) {
          sent = [];
          taken = 0;
          ledger = noted(ledger, opened);
        } else if (what === 'step2' && ledger.isOpen && !ledger.hasSentStep2) {
          sent.push(words);
          ledger = noted(ledger, step2);
        } else if (what === 'commit' && taken < sent.length) {
          committed = Math.max(committed, sent[taken] ?? 0);
          taken += 1;
        } else if (what === 'tell' && ledger.isOpen) ledger = noted(ledger, told(taken, now));
        else if (what === 'cut' && ledger.isOpen) ledger = noted(ledger, { kind: 'closed', at: now });
        if (savedStateOf(ledger, now).kind === 'saved') expect(committed).toBe(words);
      }
    }),
    { numRuns: 2000 },
  ));
