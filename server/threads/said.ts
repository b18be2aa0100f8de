import type { Answer, Disposition } from '../../shared/dispositions/contract.ts';
import type { OrganisationKind } from '../../shared/groups/contract.ts';
import type {
  ApplicationId,
  CommentId,
  MemberId,
  OrganisationId,
  ParagraphId,
  PersonId,
  ThreadId,
} from '../../shared/ids.ts';
import type { Stamp } from '../../shared/rounds/contract.ts';
import type { Application, Comment, Position, Speaker, Stance } from '../../shared/threads/contract.ts';
import type { Tx } from '../base/database.ts';

export interface CommentRow {
  id: CommentId;
  thread_id: ThreadId;
  is_opening: boolean;
  text: string;
  at: string;
  stamp: Stamp | null;
  withdrawn_at: string | null;
  person_id: PersonId | null;
  member_id: MemberId | null;
  name: string;
  organisation_id: OrganisationId;
  organisation: string;
  organisation_kind: OrganisationKind;
  entered_by: string | null;
}
export const commentQuery = `select c.id, c.thread_id, c.is_opening, c.text, c.at, c.stamp, c.withdrawn_at, c.person_id, c.member_id,
    coalesce(p.name, c.spoken_by, '') as name, c.organisation_id, o.name as organisation, o.kind as organisation_kind,
    e.name as entered_by
  from comments c join organisations o on o.id = c.organisation_id
  left join people p on p.id = c.person_id left join people e on e.id = c.entered_by`;

function toSpeaker(row: CommentRow): Speaker {
  return {
    personId: row.person_id,
    memberId: row.member_id,
    name: row.name,
    organisationId: row.organisation_id,
    organisation: row.organisation,
    organisationKind: row.organisation_kind,
    enteredBy: row.entered_by,
  };
}
/** Withdrawn words are gone for every reader; the row keeps them for nobody but the law. */
export function toComment(row: CommentRow): Comment {
  const { id, at, stamp, withdrawn_at: withdrawnAt } = row;
  return { id, speaker: toSpeaker(row), text: withdrawnAt === null ? row.text : null, at, stamp, withdrawnAt };
}

/** Rows by thread, in the order in which they came. */
type Where = { paperId: string } | { ids: readonly string[] };
function byThread<Row extends { thread_id: string }, Thing>(
  rows: readonly Row[],
  to: (row: Row) => Thing,
): Map<string, Thing[]> {
  const found = new Map<string, Thing[]>();
  for (const row of rows) found.set(row.thread_id, [...(found.get(row.thread_id) ?? []), to(row)]);
  return found;
}
const narrowed = (where: Where, alias: string): [string, unknown] =>
  'paperId' in where ? ['t.paper_id = $1', where.paperId] : [`${alias}.id = any($1)`, where.ids];

/** Replies of a paper, or those with these ids. */
export async function listReplies(tx: Tx, where: Where): Promise<Map<string, Comment[]>> {
  const [condition, value] = narrowed(where, 'c');
  const { rows } = await tx.query<CommentRow>(
    `${commentQuery} join threads t on t.id = c.thread_id where not c.is_opening and ${condition} order by c.at, c.id`,
    [value],
  );
  return byThread(rows, toComment);
}

interface PositionRow {
  thread_id: string;
  organisation_id: OrganisationId;
  organisation: string;
  name: string;
  stance: Stance | 'none';
  text: string;
  at: string;
}
export async function listPositions(tx: Tx, where: Where): Promise<Map<string, Position[]>> {
  const [condition, value] = narrowed(where, 's');
  const { rows } = await tx.query<PositionRow>(
    `select s.thread_id, s.organisation_id, o.name as organisation, p.name, s.stance, s.text, s.at
       from positions s join threads t on t.id = s.thread_id join organisations o on o.id = s.organisation_id
       join people p on p.id = s.person_id where ${condition} order by s.at, s.id`,
    [value],
  );
  return byThread(rows, ({ thread_id: _, organisation_id: organisationId, ...row }) => ({ organisationId, ...row }));
}

interface DispositionRow {
  thread_id: string;
  answer: Answer;
  rationale: string;
  original_id: ThreadId | null;
  original_number: number | null;
  at: string;
  by: string;
}
export async function listDispositions(tx: Tx, where: Where): Promise<Map<string, Disposition[]>> {
  const [condition, value] = narrowed(where, 'd');
  const { rows } = await tx.query<DispositionRow>(
    `select d.thread_id, d.answer, d.rationale, original.id as original_id, original.number as original_number, d.at, p.name as by
       from dispositions d join threads t on t.id = d.thread_id join people p on p.id = d.person_id
       left join threads original on original.id = d.duplicate_of where ${condition} order by d.at, d.id`,
    [value],
  );
  return byThread(rows, ({ answer, rationale, original_id, original_number, at, by }) => ({
    answer,
    rationale,
    duplicateOf:
      original_id === null || original_number === null ? null : { threadId: original_id, number: original_number },
    at,
    by,
  }));
}

interface ApplicationRow {
  thread_id: string;
  id: ApplicationId;
  paragraph_id: ParagraphId;
  before: string;
  after: string;
  at: string;
  by: string;
  undone_at: string | null;
}
export async function listApplications(tx: Tx, where: Where): Promise<Map<string, Application[]>> {
  const [condition, value] = narrowed(where, 'a');
  const { rows } = await tx.query<ApplicationRow>(
    `select a.thread_id, a.id, a.paragraph_id, a.before, a.after, a.at, p.name as by, u.at as undone_at
       from applications a join threads t on t.id = a.thread_id join people p on p.id = a.person_id
       left join application_undoings u on u.application_id = a.id where ${condition} order by a.at, a.id`,
    [value],
  );
  return byThread(rows, ({ id, paragraph_id: paragraphId, before, after, at, by, undone_at: undoneAt }) => ({
    id,
    paragraphId,
    before,
    after,
    at,
    by,
    undoneAt,
  }));
}
