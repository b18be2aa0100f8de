import { createHash } from 'node:crypto';
import type { StreamEvent } from '../../shared/events.ts';
import { Problem } from '../../shared/problems.ts';
import { onlyRow, type Tx, transact } from '../base/database.ts';
import type { Deps, StoredEvent } from '../base/deps.ts';
import { appendEvent, listEventsByKey, lockStreams } from './store.ts';

/** Who changes something, and in whose name; nulls for the server's own deeds. */
export interface Author {
  personId: string | null;
  memberId: string | null;
  organisationId: string | null;
}

/** A request's key and the fingerprint of what it asked, so that the same key never does two things. */
export interface Request {
  key: string | null;
  bodyHash: string | null;
}

/** An event before the log gives it its number, instant and author. */
export interface Happened {
  stream: string;
  kind: string;
  facts: Record<string, unknown>;
}

export interface Change {
  tx: Tx;
  /** The one instant of the deed: read after the locks are held, RFC 3339. */
  now: string;
  /** Records an event; the first one recorded answers the request. */
  record: (event: Happened, by?: Author) => Promise<void>;
}

/** The fingerprint of a request's body, with the place it was sent to. */
export function hashOfRequest(place: string, body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([place, body]))
    .digest('hex');
}

/**
 * Changes something, once: locks the streams' rows in order of name, answers a known key with what it
 * recorded the first time, reads the instant, runs the deed, records its events, commits, rings.
 * @returns the first event that the deed recorded, with words and names
 * @throws Problem key-reused; whatever the deed refuses: then nothing has changed
 */
export async function change(
  deps: Deps,
  streams: readonly string[],
  author: Author,
  request: Request,
  deed: (change: Change) => Promise<void>,
): Promise<StreamEvent> {
  const event = await transact(deps.pool, async (tx) => {
    await lockStreams(tx, streams);
    const known = await answerFor(tx, author, request);
    if (known) return onlyRow(await deps.present(tx, [known]));
    const { rows } = await tx.query<{ now: string }>(`select date_trunc('milliseconds', clock_timestamp()) as now`);
    const { now } = onlyRow(rows);
    const recorded: StoredEvent[] = [];
    await deed({
      tx,
      now,
      record: async (happened, by = author) => {
        const isFirst = recorded.length === 0;
        recorded.push(
          await appendEvent(tx, {
            ...happened,
            ...by,
            at: now,
            key: isFirst ? request.key : null,
            bodyHash: isFirst ? request.bodyHash : null,
          }),
        );
      },
    });
    return onlyRow(await deps.present(tx, recorded.slice(0, 1)));
  });
  for (const stream of new Set(streams)) deps.bus.ring(stream);
  return event;
}

async function answerFor(tx: Tx, author: Author, request: Request): Promise<StoredEvent | null> {
  if (request.key === null || author.personId === null) return null;
  const [first] = await listEventsByKey(tx, author.personId, request.key);
  if (!first) return null;
  if (first.bodyHash !== request.bodyHash) throw new Problem('key-reused');
  return first;
}
