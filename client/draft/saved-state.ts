/** What the mark beside the text says. Instants are milliseconds of this device. */
export type SavedState =
  | { kind: 'saved'; at: number | null }
  | { kind: 'saving' }
  | { kind: 'not-saved-yet'; since: number }
  | { kind: 'offline'; since: number; hasUnsaved: boolean }
  | { kind: 'read-only'; reason: ReadOnlyReason; since: number };
/** Why nothing can be written: the server's answers, or a text that this program is too old to show whole. */
export type ReadOnlyReason = 'not-allowed' | 'signed-out' | 'gone' | 'malformed' | 'too-large' | 'unreadable';

/** What is known of the words written here and of the connection that carries them. */
export interface Ledger {
  isOpen: boolean;
  /** Since when there is no connection; null while there is one. */
  closedAt: number | null;
  /** Update frames sent on this connection, its step 2 included, and how many of them the server says are committed. */
  sent: number;
  told: number;
  /** Until step 2 is sent the server lacks what was written before this connection, however many frames it has. */
  hasSentStep2: boolean;
  unsavedSince: number | null;
  savedAt: number | null;
  /** The last log id that the server told: the draft is committed up to it. */
  through: number | null;
}
export type LedgerEvent =
  | { kind: 'opened' }
  | { kind: 'closed'; at: number }
  | { kind: 'written'; at: number }
  | { kind: 'sent'; isStep2: boolean }
  | { kind: 'told'; frames: number; through: number; at: number };

/** A short gap is no news: y-websocket comes back within it. */
const gapUnsaid = 2_000;
const slowAfter = 5_000;

/** The ledger of a text just loaded: what came is committed, and there is no connection yet. */
export function newLedger(at: number): Ledger {
  const counts = { sent: 0, told: 0, hasSentStep2: false };
  return { isOpen: false, closedAt: at, ...counts, unsavedSince: null, savedAt: null, through: null };
}

/**
 * S1: words count as saved only when the server has told that every frame of this connection is committed,
 * step 2 among them. A new connection starts to count anew; words that were on their way stay unsaved.
 */
export function noted(ledger: Ledger, event: LedgerEvent): Ledger {
  switch (event.kind) {
    case 'opened':
      return { ...ledger, isOpen: true, closedAt: null, sent: 0, told: 0, hasSentStep2: false };
    case 'closed':
      return { ...ledger, isOpen: false, closedAt: ledger.closedAt ?? event.at };
    case 'written':
      return { ...ledger, unsavedSince: ledger.unsavedSince ?? event.at };
    case 'sent':
      return { ...ledger, sent: ledger.sent + 1, hasSentStep2: ledger.hasSentStep2 || event.isStep2 };
    case 'told': {
      const next = { ...ledger, told: event.frames, through: Math.max(ledger.through ?? 0, event.through) };
      const isAll = next.isOpen && next.hasSentStep2 && next.told >= next.sent;
      return isAll ? { ...next, unsavedSince: null, savedAt: event.at } : next;
    }
  }
}

/** S2: what is said of it now. A gap in the connection is said after two seconds, slow saving after five. */
export function savedStateOf(ledger: Ledger, now: number): SavedState {
  const { closedAt, unsavedSince } = ledger;
  if (closedAt !== null && now - closedAt >= gapUnsaid)
    return { kind: 'offline', since: closedAt, hasUnsaved: unsavedSince !== null };
  if (unsavedSince === null) return { kind: 'saved', at: ledger.savedAt };
  return now - unsavedSince >= slowAfter ? { kind: 'not-saved-yet', since: unsavedSince } : { kind: 'saving' };
}

/** When something else will have to be said although nothing happens; null: never. */
export function nextChangeAt(ledger: Ledger, now: number): number | null {
  const instants = [
    ledger.closedAt === null ? null : ledger.closedAt + gapUnsaid,
    ledger.unsavedSince === null ? null : ledger.unsavedSince + slowAfter,
  ].filter((at): at is number => at !== null && at > now);
  return instants.length === 0 ? null : Math.min(...instants);
}
