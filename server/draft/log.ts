import type { Logger } from 'pino';
import { type Pool, transact } from '../base/database.ts';
import { appendUpdates, type Entry, findEditor, findNewestUpdate, lockFreeDrafts } from './store.ts';

/** Who wrote an update, as their rights stood when the server took it. */
export interface Writer {
  personId: string;
  memberId: string;
  memberRights: number;
  paperRights: number;
}
export interface Submission {
  paperId: string;
  writer: Writer;
  bytes: Uint8Array;
}

/** What became of a submission: its log id and the draft's newest id before it, or why it was not taken. */
export type Outcome = { kind: 'committed'; id: number; before: number } | { kind: 'not-allowed' } | { kind: 'failed' };

interface Waiting extends Submission {
  settle: (outcome: Outcome) => void;
}

const MAX_BATCH_BYTES = 4_194_304;
const MAX_TRIES = 5;

/**
 * The one way of editors' updates into the text log: all that waits, of all drafts, goes in with one
 * INSERT and one commit; the next batch starts as soon as that one is done. A draft whose lock is held by
 * a server's edit waits for the next batch. Nothing is ever told before its commit.
 */
export class TextLog {
  private waiting: Waiting[] = [];
  private isBusy = false;
  private failures = 0;
  private readonly pool: Pool;
  private readonly log: Logger;
  private readonly onCommitted: (paperId: string) => void;

  constructor(pool: Pool, log: Logger, onCommitted: (paperId: string) => void) {
    this.pool = pool;
    this.log = log;
    this.onCommitted = onCommitted;
  }

  /** Queues an update; the promise settles after its commit, and never rejects. */
  append(submission: Submission): Promise<Outcome> {
    return new Promise((settle) => {
      this.waiting.push({ ...submission, settle });
      void this.drain();
    });
  }

  private async drain(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    while (this.waiting.length > 0) {
      const batch = this.takeBatch();
      try {
        const held = await this.commit(batch);
        this.failures = 0;
        this.waiting.unshift(...held);
        if (held.length === batch.length) await pause(10);
      } catch (error) {
        this.failures += 1;
        this.log.error({ error, updates: batch.length, tries: this.failures }, 'updates of drafts could not be stored');
        if (this.failures >= MAX_TRIES) {
          for (const each of batch) each.settle({ kind: 'failed' });
          this.failures = 0;
        } else {
          this.waiting.unshift(...batch);
          await pause(200 * 2 ** this.failures);
        }
      }
    }
    this.isBusy = false;
  }

  private takeBatch(): Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const each of this.waiting) {
      bytes += each.bytes.byteLength;
      if (count > 0 && bytes > MAX_BATCH_BYTES) break;
      count += 1;
    }
    return this.waiting.splice(0, count);
  }

  /** @returns those whose draft is locked elsewhere: they come first in the next batch */
  private async commit(batch: readonly Waiting[]): Promise<Waiting[]> {
    const { held, outcomes } = await transact(this.pool, async (tx) => {
      const free = await lockFreeDrafts(tx, [...new Set(batch.map((each) => each.paperId))]);
      const mine = batch.filter((each) => free.has(each.paperId));
      const mayEdit = new Map<string, boolean>();
      const newest = new Map<string, number>();
      for (const { paperId, writer } of mine) {
        const right = rightOf(paperId, writer);
        if (!mayEdit.has(right)) mayEdit.set(right, await findEditor(tx, { ...writer, paperId }));
        if (!newest.has(paperId)) newest.set(paperId, await findNewestUpdate(tx, paperId));
      }
      const allowed = mine.filter((each) => mayEdit.get(rightOf(each.paperId, each.writer)));
      const entries: Entry[] = allowed.map((each) => ({
        paperId: each.paperId,
        personId: each.writer.personId,
        bytes: each.bytes,
      }));
      const ids = entries.length > 0 ? await appendUpdates(tx, entries) : [];
      const outcomes = new Map<Waiting, Outcome>(mine.map((each) => [each, { kind: 'not-allowed' }]));
      allowed.forEach((each, at) => {
        const id = ids[at] as number;
        outcomes.set(each, { kind: 'committed', id, before: newest.get(each.paperId) ?? 0 });
        newest.set(each.paperId, id);
      });
      return { held: batch.filter((each) => !free.has(each.paperId)), outcomes };
    });
    for (const [each, outcome] of outcomes) each.settle(outcome);
    for (const paperId of new Set(batch.map((each) => each.paperId))) this.onCommitted(paperId);
    return held;
  }
}

const rightOf = (paperId: string, writer: Writer): string =>
  `${paperId} ${writer.memberId} ${writer.memberRights} ${writer.paperRights}`;

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
