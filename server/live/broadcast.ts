import type { StreamEvent } from '../../shared/events.ts';
import type { Deps } from '../base/deps.ts';
import { eventsSince } from './follow.ts';

const POLL_EVERY_MS = 3000;

interface Followed {
  announced: number;
  reading: boolean;
  rungWhileReading: boolean;
  followers: number;
}

/**
 * Reads the followed streams' new events after each ring, and by a slow poll if a ring was lost, and hands
 * them on: committed, in order, each once.
 */
export class Broadcast {
  private readonly streams = new Map<string, Followed>();
  private readonly stopListening: () => void;
  private readonly poll: NodeJS.Timeout;

  constructor(
    private readonly deps: Deps,
    private readonly tell: (stream: string, event: StreamEvent) => void,
  ) {
    this.stopListening = deps.bus.onRing((topic) => void this.announce(topic));
    this.poll = setInterval(() => {
      for (const stream of this.streams.keys()) void this.announce(stream);
    }, POLL_EVERY_MS);
    this.poll.unref();
  }

  /** Somebody follows the stream from `seq` on. What was announced before that, they have read themselves. */
  add(stream: string, seq: number): void {
    const followed = this.streams.get(stream);
    if (followed) followed.followers += 1;
    else this.streams.set(stream, { announced: seq, reading: false, rungWhileReading: false, followers: 1 });
    void this.announce(stream);
  }

  remove(stream: string): void {
    const followed = this.streams.get(stream);
    if (followed && --followed.followers <= 0) this.streams.delete(stream);
  }

  private async announce(stream: string): Promise<void> {
    const followed = this.streams.get(stream);
    if (!followed) return;
    if (followed.reading) {
      followed.rungWhileReading = true;
      return;
    }
    followed.reading = true;
    try {
      do {
        followed.rungWhileReading = false;
        const { seq, events } = await eventsSince(this.deps, stream, followed.announced);
        for (const event of events) this.tell(stream, event);
        followed.announced = seq;
        if (events.length > 0) followed.rungWhileReading = true;
      } while (followed.rungWhileReading);
    } catch (error) {
      this.deps.log.error({ error, stream }, 'news could not be read; they follow with the next ring');
    } finally {
      followed.reading = false;
    }
  }

  close(): void {
    this.stopListening();
    clearInterval(this.poll);
  }
}
