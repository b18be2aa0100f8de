import * as Y from 'yjs';
import { onlyRow, type Tx } from '../base/database.ts';

/** One accepted update on its way into the log. */
export interface Entry {
  paperId: string;
  personId: string | null;
  bytes: Uint8Array;
}

/** Takes the draft's lock for the rest of the transaction, waiting for it. Whoever appends or reads to change holds it. */
export async function lockDraft(tx: Tx, paperId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('draft/' || $1, 0))`, [paperId]);
}

/** Takes the locks of those drafts that nobody holds; the others wait for the next batch. */
export async function lockFreeDrafts(tx: Tx, paperIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ id: string; locked: boolean }>(
    `select id, pg_try_advisory_xact_lock(hashtextextended('draft/' || id, 0)) as locked from unnest($1::text[]) as id`,
    [[...paperIds].sort()],
  );
  return new Set(rows.filter((row) => row.locked).map((row) => row.id));
}

/**
 * Appends updates of locked drafts in their order, in one INSERT.
 * @returns the id of each, in the order given
 */
export async function appendUpdates(tx: Tx, entries: readonly Entry[]): Promise<number[]> {
  const { rows } = await tx.query<{ id: number }>(
    `insert into draft_updates (id, paper_id, person_id, at, bytes)
     select nextval('draft_update_ids'), e.paper_id, e.person_id, clock_timestamp(), e.bytes
       from (select * from unnest($1::uuid[], $2::uuid[], $3::bytea[]) with ordinality as u (paper_id, person_id, bytes, place)
              order by place) e
     returning id`,
    [
      entries.map((entry) => entry.paperId),
      entries.map((entry) => entry.personId),
      entries.map((entry) => Buffer.from(entry.bytes)),
    ],
  );
  return rows.map((row) => row.id).sort((a, b) => a - b);
}

/** The draft's updates after a log id, in order. */
export async function listUpdatesSince(
  tx: Tx,
  paperId: string,
  since: number,
): Promise<{ id: number; bytes: Buffer }[]> {
  const { rows } = await tx.query<{ id: number; bytes: Buffer }>(
    'select id, bytes from draft_updates where paper_id = $1 and id > $2 order by id',
    [paperId, since],
  );
  return rows;
}

/** The newest log id of a draft; 0 for an empty one. */
export async function findNewestUpdate(tx: Tx, paperId: string): Promise<number> {
  const { rows } = await tx.query<{ id: number | null }>(
    'select max(id) as id from draft_updates where paper_id = $1',
    [paperId],
  );
  return onlyRow(rows).id ?? 0;
}

/**
 * Loads the committed text of a draft into a document.
 * An update that cannot be applied is left out and named, never the whole draft.
 * @returns the log id up to which the document holds the draft, how many updates were replayed, and which failed
 */
export async function loadDraft(
  tx: Tx,
  paperId: string,
  doc: Y.Doc,
): Promise<{ through: number; replayed: number; failed: number[] }> {
  const { rows } = await tx.query<{ through: number; bytes: Buffer }>(
    'select through, bytes from draft_states where paper_id = $1',
    [paperId],
  );
  const [state] = rows;
  if (state) Y.applyUpdate(doc, state.bytes, 'log');
  let through = state?.through ?? 0;
  const failed: number[] = [];
  const updates = await listUpdatesSince(tx, paperId, through);
  for (const update of updates) {
    try {
      Y.applyUpdate(doc, update.bytes, 'log');
    } catch {
      failed.push(update.id);
    }
    through = update.id;
  }
  return { through, replayed: updates.length, failed };
}

/** Keeps what the log up to `through` amounts to; an older state is never put over a newer one. */
export async function saveState(tx: Tx, paperId: string, through: number, bytes: Uint8Array): Promise<void> {
  await tx.query(
    `insert into draft_states (paper_id, through, bytes) values ($1, $2, $3)
     on conflict (paper_id) do update set through = excluded.through, bytes = excluded.bytes
      where draft_states.through < excluded.through`,
    [paperId, through, Buffer.from(bytes)],
  );
}

/** Whether this writer may still edit, held until the transaction ends: a revocation commits before or after. */
export async function findEditor(
  tx: Tx,
  writer: { memberId: string; memberRights: number; paperId: string; paperRights: number },
): Promise<boolean> {
  const { rows } = await tx.query(
    `select m.id from members m, papers p
      where m.id = $1 and m.removed_at is null and m.rights_version = $2
        and p.id = $3 and p.withdrawn_at is null and p.rights_version = $4
        for share of m`,
    [writer.memberId, writer.memberRights, writer.paperId, writer.paperRights],
  );
  return rows.length > 0;
}
