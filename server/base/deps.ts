import type { Logger } from 'pino';
import type { StreamEvent } from '../../shared/events.ts';
import type { Bus } from './bus.ts';
import type { Config } from './config.ts';
import type { Pool, Tx } from './database.ts';
import type { Mailer } from './mail.ts';

/** An event as it lies in the log: ids and facts, no words, no names. */
export interface StoredEvent {
  stream: string;
  seq: number;
  at: string;
  kind: string;
  facts: Record<string, unknown>;
  personId: string | null;
  memberId: string | null;
  organisationId: string | null;
  key: string | null;
  bodyHash: string | null;
}

/** Joins words and names to stored events, as they are today. */
export type Present = (tx: Tx, events: readonly StoredEvent[]) => Promise<StreamEvent[]>;

/** What actions are given. */
export interface Deps {
  pool: Pool;
  textPool: Pool;
  bus: Bus;
  log: Logger;
  config: Config;
  mailer: Mailer;
  present: Present;
}
