import { onlyRow, type Tx } from '../base/database.ts';
import type { StoredEvent } from '../base/deps.ts';

interface EventRow {
  stream: string;
  seq: number;
  at: string;
  kind: string;
  facts: Record<string, unknown>;
  person_id: string | null;
  member_id: string | null;
  organisation_id: string | null;
  key: string | null;
  body_hash: string | null;
}
const columns = 'stream, seq, at, kind, facts, person_id, member_id, organisation_id, key, body_hash';

/**
 * Locks the streams' rows, in the order of their names so that no two deeds wait for each other,
 * and makes those that do not exist yet. `for no key update`: inserts that refer to a row go on.
 */
export async function lockStreams(tx: Tx, names: readonly string[]): Promise<void> {
  const ordered = [...new Set(names)].sort();
  await tx.query('insert into streams (name) select unnest($1::text[]) on conflict do nothing', [ordered]);
  await tx.query('select name from streams where name = any($1) order by name for no key update', [ordered]);
}

/** Appends an event to a locked stream under its next number. */
export async function appendEvent(tx: Tx, event: Omit<StoredEvent, 'seq'>): Promise<StoredEvent> {
  const { rows: numbered } = await tx.query<{ seq: number }>(
    'update streams set seq = seq + 1 where name = $1 returning seq',
    [event.stream],
  );
  const { seq } = onlyRow(numbered);
  await tx.query(`insert into events (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, [
    event.stream,
    seq,
    event.at,
    event.kind,
    event.facts,
    event.personId,
    event.memberId,
    event.organisationId,
    event.key,
    event.bodyHash,
  ]);
  return { ...event, seq };
}

/** The stream's events after `since`, in order, `limit` at most. */
export async function listEventsSince(tx: Tx, stream: string, since: number, limit: number): Promise<StoredEvent[]> {
  const { rows } = await tx.query<EventRow>(
    `select ${columns} from events where stream = $1 and seq > $2 order by seq limit $3`,
    [stream, since, limit],
  );
  return rows.map(toStoredEvent);
}

/** The number of the stream's newest event; 0 when there is none. */
export async function findSeq(tx: Tx, stream: string): Promise<number> {
  const { rows } = await tx.query<{ seq: number }>('select seq from streams where name = $1', [stream]);
  return rows[0]?.seq ?? 0;
}

/** What this person's request with this key recorded the first time, oldest first; empty for a new key. */
export async function listEventsByKey(tx: Tx, personId: string, key: string): Promise<StoredEvent[]> {
  const { rows } = await tx.query<EventRow>(
    `select ${columns} from events where person_id = $1 and key = $2 order by at, stream, seq`,
    [personId, key],
  );
  return rows.map(toStoredEvent);
}

function toStoredEvent(row: EventRow): StoredEvent {
  return {
    stream: row.stream,
    seq: row.seq,
    at: row.at,
    kind: row.kind,
    facts: row.facts,
    personId: row.person_id,
    memberId: row.member_id,
    organisationId: row.organisation_id,
    key: row.key,
    bodyHash: row.body_hash,
  };
}
