import type { RecordedReason } from '../../shared/changes/rules.ts';
import type { PersonId, ThreadId } from '../../shared/ids.ts';
import type { Tx } from '../base/database.ts';

interface ReasonRow {
  paragraph_ids: string[];
  thread_id: string | null;
  text: string | null;
  at: string;
  by: string;
  from_update: number;
  to_update: number;
}

/** Everything recorded as a reason in this paper: proposals applied and not undone, and reasons given afterwards; oldest first. */
export async function listRecordedReasons(tx: Tx, paperId: string): Promise<RecordedReason[]> {
  const { rows } = await tx.query<ReasonRow>(
    `select a.paragraph_id || a.added as paragraph_ids, a.thread_id, null as text, a.at, p.name as by,
            a.update_id - 1 as from_update, a.update_id as to_update
       from applications a join threads t on t.id = a.thread_id join people p on p.id = a.person_id
      where t.paper_id = $1 and not exists (select from application_undoings u where u.application_id = a.id)
      union all
     select array[r.paragraph_id], r.thread_id, r.text, r.at, p.name, r.from_update, r.to_update
       from change_reasons r join people p on p.id = r.person_id
      where r.paper_id = $1
      order by at`,
    [paperId],
  );
  return rows.map((row) => ({
    paragraphIds: row.paragraph_ids,
    threadId: row.thread_id,
    text: row.text,
    at: row.at,
    by: row.by,
    stretch: { from: row.from_update, to: row.to_update },
  }));
}

export async function insertReason(
  tx: Tx,
  reason: {
    id: string;
    paperId: string;
    paragraphId: string;
    threadId: ThreadId | null;
    text: string | null;
    from: number;
    to: number;
    personId: PersonId;
    at: string;
  },
): Promise<void> {
  await tx.query(
    `insert into change_reasons (id, paper_id, paragraph_id, thread_id, text, from_update, to_update, person_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      reason.id,
      reason.paperId,
      reason.paragraphId,
      reason.threadId,
      reason.text,
      reason.from,
      reason.to,
      reason.personId,
      reason.at,
    ],
  );
}

/** Reasons by their ids, with names, for events that tell of them. */
export async function listReasons(
  tx: Tx,
  ids: readonly string[],
): Promise<
  { id: string; paragraphId: string; threadId: string | null; text: string | null; at: string; by: string }[]
> {
  const { rows } = await tx.query<{
    id: string;
    paragraphId: string;
    threadId: string | null;
    text: string | null;
    at: string;
    by: string;
  }>(
    `select r.id, r.paragraph_id as "paragraphId", r.thread_id as "threadId", r.text, r.at, p.name as by
       from change_reasons r join people p on p.id = r.person_id where r.id = any($1)`,
    [ids],
  );
  return rows;
}
