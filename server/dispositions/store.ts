import type { GiveDisposition } from '../../shared/dispositions/contract.ts';
import type { ApplicationId, ParagraphId, PersonId, ThreadId } from '../../shared/ids.ts';
import type { Block } from '../../shared/text/paragraph.ts';
import type { Tx } from '../base/database.ts';

export async function insertDisposition(
  tx: Tx,
  disposition: GiveDisposition & { id: string; threadId: ThreadId; personId: PersonId; at: string },
): Promise<void> {
  await tx.query(
    'insert into dispositions (id, thread_id, answer, rationale, duplicate_of, person_id, at) values ($1, $2, $3, $4, $5, $6, $7)',
    [
      disposition.id,
      disposition.threadId,
      disposition.answer,
      disposition.rationale,
      disposition.duplicateOf ?? null,
      disposition.personId,
      disposition.at,
    ],
  );
}

/** A proposal as it was put into the draft, with what undoing it needs. */
export interface AppliedProposal {
  id: ApplicationId;
  threadId: ThreadId;
  paragraphId: ParagraphId;
  before: string;
  after: string;
  personId: PersonId;
  at: string;
  updateId: number;
  added: ParagraphId[];
  deleted: Block | null;
}

export async function insertApplication(tx: Tx, application: AppliedProposal): Promise<void> {
  await tx.query(
    `insert into applications (id, thread_id, paragraph_id, before, after, person_id, at, update_id, added, deleted)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      application.id,
      application.threadId,
      application.paragraphId,
      application.before,
      application.after,
      application.personId,
      application.at,
      application.updateId,
      application.added,
      application.deleted,
    ],
  );
}

/** An application of this thread that was not undone. */
export async function findApplication(
  tx: Tx,
  threadId: string,
  applicationId: string,
): Promise<AppliedProposal | null> {
  const { rows } = await tx.query<AppliedProposal>(
    `select id, thread_id as "threadId", paragraph_id as "paragraphId", before, after, person_id as "personId", at,
            update_id as "updateId", added, deleted
       from applications a where a.thread_id = $1 and a.id = $2
        and not exists (select from application_undoings u where u.application_id = a.id)`,
    [threadId, applicationId],
  );
  return rows[0] ?? null;
}

export async function insertUndoing(tx: Tx, applicationId: string, personId: string, at: string): Promise<void> {
  await tx.query('insert into application_undoings (application_id, person_id, at) values ($1, $2, $3)', [
    applicationId,
    personId,
    at,
  ]);
}

/** The numbers of the paper's threads that no disposition has closed and nobody withdrew, lowest first. */
export async function listUnanswered(tx: Tx, paperId: string): Promise<number[]> {
  const { rows } = await tx.query<{ number: number }>(
    `select t.number from threads t
      where t.paper_id = $1 and t.withdrawn_at is null
        and not exists (select from dispositions d where d.thread_id = t.id)
      order by t.number`,
    [paperId],
  );
  return rows.map((row) => row.number);
}
