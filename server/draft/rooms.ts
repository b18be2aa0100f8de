import type { Pool } from '../base/database.ts';
import type { Deps } from '../base/deps.ts';
import { TextLog } from './log.ts';
import { DraftRoom } from './room.ts';

const POLL_EVERY_MS = 2000;

/** The topic that is rung when a draft has news in the log. */
export const draftTopic = (paperId: string): string => `draft/${paperId}`;

/** The drafts that somebody has open on this instance; nothing is held for the others. */
export class DraftRooms {
  private readonly rooms = new Map<string, Promise<DraftRoom>>();
  private readonly log: TextLog;
  private readonly pool: Pool;
  private readonly stopListening: () => void;
  private readonly poll: NodeJS.Timeout;

  constructor(deps: Pick<Deps, 'textPool' | 'bus' | 'log'>) {
    this.pool = deps.textPool;
    this.log = new TextLog(deps.textPool, deps.log, (paperId) => deps.bus.ringElsewhere(draftTopic(paperId)));
    const complain = (error: unknown): void => deps.log.warn({ error }, 'a draft could not catch up with the log');
    this.stopListening = deps.bus.onRing((topic) => {
      if (topic.startsWith('draft/')) this.catchUp(topic.slice('draft/'.length)).catch(complain);
    });
    this.poll = setInterval(() => {
      for (const paperId of this.rooms.keys()) this.catchUp(paperId).catch(complain);
    }, POLL_EVERY_MS);
    this.poll.unref();
  }

  /** The open room of a draft; the first who comes loads it, everybody else waits for that. */
  async enter(paperId: string): Promise<DraftRoom> {
    const existing = await this.rooms.get(paperId)?.catch(() => null);
    if (existing?.isOpen) return existing;
    const opening = this.rooms.get(paperId) ?? this.open(paperId);
    const room = await opening;
    return room.isOpen ? room : this.enter(paperId);
  }

  private open(paperId: string): Promise<DraftRoom> {
    const opening = DraftRoom.open(paperId, this.pool, this.log, () => {
      if (this.rooms.get(paperId) === opening) this.rooms.delete(paperId);
    });
    this.rooms.set(paperId, opening);
    opening.catch(() => this.rooms.delete(paperId));
    return opening;
  }

  private async catchUp(paperId: string): Promise<void> {
    const room = await this.rooms.get(paperId);
    await room?.catchUp();
  }

  get size(): number {
    return this.rooms.size;
  }

  async close(): Promise<void> {
    this.stopListening();
    clearInterval(this.poll);
    const open = await Promise.allSettled(this.rooms.values());
    for (const room of open) if (room.status === 'fulfilled') room.value.close();
  }
}
