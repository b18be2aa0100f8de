import * as Y from 'yjs';
import { MAX_DRAFT } from '../../shared/draft/contract.ts';
import { decideUpdate, type UpdateRefusal } from '../../shared/draft/rules.ts';
import type { Pool } from '../base/database.ts';
import type { TextLog, Writer } from './log.ts';
import { listUpdatesSince, loadDraft, saveState } from './store.ts';

/** Somebody in the room: what the room may tell them. */
export interface Guest {
  /** Another's committed words. */
  update(bytes: Uint8Array): void;
  /** How many of this guest's update frames are committed, and the log id up to which the draft is. */
  saved(frames: number, through: number): void;
  /** The room ends: `restarted` come again, `not-allowed` not. */
  leave(why: 'restarted' | 'not-allowed'): void;
}

const COMPACT_AFTER = 500;

/**
 * One open draft. Its document holds what was accepted; whatever leaves the room (words to the others,
 * *saved* to their author, answers to newcomers) waits for the commit of what it contains.
 * States: open → settling (the last guest left; commits are waited for) → closed.
 */
export class DraftRoom {
  readonly doc = new Y.Doc({ gc: true });
  private readonly guests = new Map<Guest, { received: number; committed: number }>();
  private through = 0;
  private replayed = 0;
  /** At least the encoded size of the draft: updates are added up, the true size is taken only when they reach the limit. */
  private size = 0;
  private pending = 0;
  private settled: Promise<void> = Promise.resolve();
  private isClosed = false;
  private catchingUp: Promise<void> | null = null;

  private constructor(
    readonly paperId: string,
    private readonly pool: Pool,
    private readonly log: TextLog,
    private readonly onClosed: (room: DraftRoom) => void,
  ) {}

  /** Opens the room with the committed text; a failed load throws and never becomes an empty draft. */
  static async open(
    paperId: string,
    pool: Pool,
    log: TextLog,
    onClosed: (room: DraftRoom) => void,
  ): Promise<DraftRoom> {
    const room = new DraftRoom(paperId, pool, log, onClosed);
    const { through, replayed } = await loadDraft(pool, paperId, room.doc);
    room.through = through;
    room.replayed = replayed;
    room.size = Y.encodeStateAsUpdate(room.doc).byteLength;
    return room;
  }

  get isOpen(): boolean {
    return !this.isClosed;
  }

  join(guest: Guest): void {
    this.guests.set(guest, { received: 0, committed: 0 });
    guest.saved(0, this.through);
  }

  leave(guest: Guest): void {
    this.guests.delete(guest);
    this.settleIfEmpty();
  }

  /** Also for a room that was opened for somebody who then did not come. */
  settleIfEmpty(): void {
    if (this.guests.size === 0) void this.settle();
  }

  /** Tells the guest once everything that the room has accepted so far is committed. */
  whenCommitted(tell: () => void): void {
    if (this.pending === 0) tell();
    else void this.settled.then(() => !this.isClosed && tell());
  }

  /**
   * Takes an update frame of a guest, or says why not. Taken: applied here now, told to others after its
   * commit. A frame with nothing new counts as committed with what came before it.
   */
  accept(guest: Guest, writer: Writer | null, bytes: Uint8Array): 'taken' | UpdateRefusal {
    const decision = decideUpdate(this.doc, bytes, writer !== null);
    if (decision !== 'take' && decision !== 'nothing-new') return decision;
    const count = this.guests.get(guest);
    if (count) count.received += 1;
    const frames = count?.received ?? 0;
    if (decision === 'nothing-new' || writer === null) {
      this.whenCommitted(() => this.tellSaved(guest, frames));
      return 'taken';
    }
    if (!this.hasRoomFor(bytes)) return 'draft-full';
    if (!this.apply(guest, bytes)) return 'malformed';
    this.size += bytes.byteLength;
    this.pending += 1;
    const committed = this.log.append({ paperId: this.paperId, writer, bytes });
    this.settled = Promise.all([
      this.settled,
      committed.then((outcome) => this.release(guest, frames, bytes, outcome)),
    ]).then(() => undefined);
    return 'taken';
  }

  /** An update that decodes may still not fit together, and then has changed a part of the document: the room starts again. */
  private apply(guest: Guest, bytes: Uint8Array): boolean {
    try {
      Y.applyUpdate(this.doc, bytes, guest);
      return true;
    } catch {
      this.guests.delete(guest);
      this.close();
      return false;
    }
  }

  private hasRoomFor(bytes: Uint8Array): boolean {
    if (this.size + bytes.byteLength <= MAX_DRAFT) return true;
    this.size = Y.encodeStateAsUpdate(this.doc).byteLength;
    return this.size + bytes.byteLength <= MAX_DRAFT;
  }

  private async release(
    guest: Guest,
    frames: number,
    bytes: Uint8Array,
    outcome: Awaited<ReturnType<TextLog['append']>>,
  ): Promise<void> {
    this.pending -= 1;
    if (this.isClosed) return;
    if (outcome.kind !== 'committed') {
      if (outcome.kind === 'not-allowed') guest.leave('not-allowed');
      this.close();
      return;
    }
    if (outcome.before === this.through) this.through = outcome.id;
    else await this.catchUp();
    this.replayed += 1;
    for (const other of this.guests.keys()) if (other !== guest) other.update(bytes);
    this.tellSaved(guest, frames);
  }

  private tellSaved(guest: Guest, frames: number): void {
    const count = this.guests.get(guest);
    if (!count || this.isClosed) return;
    count.committed = Math.max(count.committed, frames);
    guest.saved(count.committed, this.through);
  }

  /** Reads what others have appended (another instance, a server's edit); what the room has already changes nothing. */
  catchUp(): Promise<void> {
    this.catchingUp ??= this.readLog().finally(() => {
      this.catchingUp = null;
    });
    return this.catchingUp;
  }

  private async readLog(): Promise<void> {
    const updates = await listUpdatesSince(this.pool, this.paperId, this.through);
    if (this.isClosed) return;
    for (const { id, bytes } of updates) {
      if (id <= this.through) continue;
      const isNew = decideUpdate(this.doc, bytes, true) !== 'nothing-new';
      Y.applyUpdate(this.doc, bytes, 'log');
      this.through = id;
      this.replayed += 1;
      if (isNew) for (const guest of this.guests.keys()) guest.update(bytes);
    }
    if (updates.length > 0) for (const [guest, count] of this.guests) guest.saved(count.committed, this.through);
  }

  /** The last guest left: wait for what is on its way, keep the state if the log has grown, then forget the draft. */
  private async settle(): Promise<void> {
    await this.settled;
    if (this.guests.size > 0 || this.isClosed) return;
    const compacts = this.replayed >= COMPACT_AFTER;
    this.close();
    if (compacts) await compact(this.pool, this.paperId);
  }

  /** Ends the room at once: guests come again and find what is committed. */
  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    for (const guest of [...this.guests.keys()]) guest.leave('restarted');
    this.guests.clear();
    this.doc.destroy();
    this.onClosed(this);
  }
}

/** Keeps the committed state beside the log, after it was read back in a fresh document and found equal. */
export async function compact(pool: Pool, paperId: string): Promise<void> {
  const doc = new Y.Doc();
  const again = new Y.Doc();
  try {
    const { through, failed } = await loadDraft(pool, paperId, doc);
    if (failed.length > 0) return;
    const state = Y.encodeStateAsUpdate(doc);
    Y.applyUpdate(again, state);
    if (Buffer.compare(Buffer.from(Y.encodeStateAsUpdate(again)), Buffer.from(state)) === 0)
      await saveState(pool, paperId, through, state);
  } finally {
    doc.destroy();
    again.destroy();
  }
}
