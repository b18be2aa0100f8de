import { EventEmitter } from 'node:events';
import pg from 'pg';
import type { Logger } from 'pino';
import { newId } from '../../shared/ids.ts';

/**
 * The doorbell. It is never a truth: it says which stream or draft has news; the news is read from the log.
 * A ring reaches this process at once and other instances through NOTIFY, many in one; a lost ring is
 * healed by the next one and by each listener's slow poll.
 */
export interface Bus {
  ring(topic: string): void;
  /** For news that this instance has told its own screens already. */
  ringElsewhere(topic: string): void;
  onRing(listener: (topic: string) => void): () => void;
  close(): Promise<void>;
}

const CHANNEL = 'rapporteur';
const MAX_PAYLOAD = 7000;
const SHORTEST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;

export async function openBus(url: string, log: Logger): Promise<Bus> {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  const self = newId<string>();
  const waiting = new Set<string>();
  let client: pg.Client | null = null;
  let isClosed = false;
  let isSending = false;
  let retry: NodeJS.Timeout | undefined;
  let wait = SHORTEST_WAIT_MS;

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url });
    fresh.on('error', () => reconnect(fresh));
    fresh.on('end', () => reconnect(fresh));
    fresh.on('notification', ({ payload = '' }) => {
      const [from, ...topics] = payload.split(' ');
      if (from !== self) for (const topic of topics) emitter.emit('ring', topic);
    });
    await fresh.connect();
    await fresh.query(`listen ${CHANNEL}`);
    client = fresh;
    wait = SHORTEST_WAIT_MS;
  };
  const reconnect = (lost: pg.Client): void => {
    if (isClosed || (client !== lost && client !== null)) return;
    client = null;
    clearTimeout(retry);
    retry = setTimeout(() => {
      connect().catch((error: unknown) => {
        log.warn({ error }, 'the doorbell does not connect');
        reconnect(lost);
      });
    }, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  };
  const send = async (): Promise<void> => {
    if (isSending || client === null) return;
    isSending = true;
    try {
      while (waiting.size > 0 && client !== null) {
        let payload: string = self;
        for (const topic of waiting) {
          if (payload.length + topic.length > MAX_PAYLOAD) break;
          payload += ` ${topic}`;
          waiting.delete(topic);
        }
        await client.query('select pg_notify($1, $2)', [CHANNEL, payload]);
      }
    } catch (error) {
      log.warn({ error }, 'a ring was lost; the others hear of it at their next poll');
    } finally {
      isSending = false;
    }
  };

  const ringElsewhere = (topic: string): void => {
    waiting.add(topic);
    setImmediate(() => void send());
  };

  await connect();
  return {
    ring: (topic) => {
      emitter.emit('ring', topic);
      ringElsewhere(topic);
    },
    ringElsewhere,
    onRing: (listener) => {
      emitter.on('ring', listener);
      return () => emitter.off('ring', listener);
    },
    close: async () => {
      isClosed = true;
      clearTimeout(retry);
      emitter.removeAllListeners();
      await client?.end();
    },
  };
}
