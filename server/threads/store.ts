import type { CommentId, MemberId, OrganisationId, PersonId, RoundId, ThreadId } from '../../shared/ids.ts';
import type { Stamp } from '../../shared/rounds/contract.ts';
import type { StoredAnchor } from '../../shared/text/anchor.ts';
import type { Comment, Mark, Position, Thread, ThreadKind } from '../../shared/threads/contract.ts';
import { openedThread, withoutWords } from '../../shared/threads/rules.ts';
import type { Tx } from '../base/database.ts';
import {
  type CommentRow,
  commentQuery,
  listApplications,
  listDispositions,
  listPositions,
  listReplies,
  toComment,
} from './said.ts';

interface ThreadRow {
  id: ThreadId;
  round_id: RoundId | null;
  number: number;
  kind: ThreadKind;
  anchor: StoredAnchor | null;
  mark: Mark | null;
  proposal: string | null;
  received_by: 'email' | 'letter' | 'room' | null;
  received_at: string | null;
  withdrawn_at: string | null;
}

/** The threads as they were when they opened, without what was said to them; words of withdrawn ones left out. */
export async function listOpenedThreads(
  tx: Tx,
  where: { paperId: string } | { ids: readonly string[] },
): Promise<Thread[]> {
  const [condition, value] = 'paperId' in where ? ['t.paper_id = $1', where.paperId] : ['t.id = any($1)', where.ids];
  const { rows } = await tx.query<ThreadRow>(`select t.* from threads t where ${condition} order by t.number`, [value]);
  const { rows: openings } = await tx.query<CommentRow>(
    `${commentQuery} join threads t on t.id = c.thread_id where c.is_opening and ${condition}`,
    [value],
  );
  const byThread = new Map(openings.map((row) => [row.thread_id, toComment(row)]));
  return rows.flatMap((row) => {
    const opening = byThread.get(row.id);
    return opening ? [toThread(row, opening)] : [];
  });
}

function toThread(row: ThreadRow, opening: Comment): Thread {
  const thread = openedThread({
    id: row.id,
    number: row.number,
    roundId: row.round_id,
    kind: row.kind,
    anchor: row.anchor,
    proposal: row.mark === null ? null : { mark: row.mark, text: row.proposal ?? '' },
    received:
      row.received_by === null || row.received_at === null ? null : { by: row.received_by, at: row.received_at },
    opening,
    versionId: row.anchor?.versionId ?? null,
  });
  return row.withdrawn_at === null ? thread : withoutWords(thread);
}

/** Every thread of the paper with all that was said to it, lowest number first. */
export async function listThreads(tx: Tx, paperId: string): Promise<Thread[]> {
  const threads = await listOpenedThreads(tx, { paperId });
  const replies = await listReplies(tx, { paperId });
  const positions = await listPositions(tx, { paperId });
  const dispositions = await listDispositions(tx, { paperId });
  const applications = await listApplications(tx, { paperId });
  const withdrawn = await listWithdrawals(tx, paperId);
  return threads.map((thread) => ({
    ...thread,
    replies: replies.get(thread.id) ?? [],
    positions: newestOfEach(positions.get(thread.id) ?? []),
    dispositions: dispositions.get(thread.id) ?? [],
    applications: applications.get(thread.id) ?? [],
    withdrawnAt: withdrawn.get(thread.id) ?? null,
  }));
}

/** One thread of the paper, found with it: a stranger's thread id finds nothing. */
export async function findThread(tx: Tx, paperId: string, threadId: string): Promise<Thread | null> {
  return (await listThreads(tx, paperId)).find((thread) => thread.id === threadId) ?? null;
}

async function listWithdrawals(tx: Tx, paperId: string): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ id: string; withdrawn_at: string }>(
    'select id, withdrawn_at from threads where paper_id = $1 and withdrawn_at is not null',
    [paperId],
  );
  return new Map(rows.map((row) => [row.id, row.withdrawn_at]));
}

function newestOfEach(positions: readonly Position[]): Position[] {
  const newest = new Map<string, Position>();
  for (const position of positions) {
    newest.delete(position.organisationId);
    if (position.stance !== 'none') newest.set(position.organisationId, position);
  }
  return [...newest.values()];
}

/** The number of the paper's next thread; asked for under the lock of the paper's stream. */
export async function findNextNumber(tx: Tx, paperId: string): Promise<number> {
  const { rows } = await tx.query<{ number: number }>(
    'select coalesce(max(number), 0) + 1 as number from threads where paper_id = $1',
    [paperId],
  );
  return rows[0]?.number ?? 1;
}

export async function insertThread(tx: Tx, paperId: string, thread: Thread): Promise<void> {
  const { opening, proposal, received } = thread;
  await tx.query(
    `insert into threads (id, paper_id, round_id, number, kind, anchor, mark, proposal, received_by, received_at, opened_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      thread.id,
      paperId,
      thread.roundId,
      thread.number,
      thread.kind,
      thread.anchor,
      proposal?.mark ?? null,
      proposal?.text ?? null,
      received?.by ?? null,
      received?.at ?? null,
      opening.at,
    ],
  );
}

export async function insertComment(
  tx: Tx,
  comment: {
    id: CommentId;
    paperId: string;
    threadId: ThreadId;
    isOpening: boolean;
    personId: PersonId | null;
    memberId: MemberId | null;
    organisationId: OrganisationId;
    spokenBy: string | null;
    enteredBy: PersonId | null;
    text: string;
    at: string;
    stamp: Stamp | null;
  },
): Promise<void> {
  await tx.query(
    `insert into comments (id, paper_id, thread_id, is_opening, person_id, member_id, organisation_id, spoken_by, entered_by, text, at, stamp)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      comment.id,
      comment.paperId,
      comment.threadId,
      comment.isOpening,
      comment.personId,
      comment.memberId,
      comment.organisationId,
      comment.spokenBy,
      comment.enteredBy,
      comment.text,
      comment.at,
      comment.stamp,
    ],
  );
}

export async function insertPosition(
  tx: Tx,
  position: {
    id: string;
    threadId: string;
    personId: string;
    organisationId: string;
    stance: string;
    text: string;
    at: string;
  },
): Promise<void> {
  await tx.query(
    'insert into positions (id, thread_id, person_id, organisation_id, stance, text, at) values ($1, $2, $3, $4, $5, $6, $7)',
    [
      position.id,
      position.threadId,
      position.personId,
      position.organisationId,
      position.stance,
      position.text,
      position.at,
    ],
  );
}

/** Takes a thread back with its opening words. */
export async function updateThreadWithdrawn(tx: Tx, threadId: string, at: string): Promise<void> {
  await tx.query('update threads set withdrawn_at = $2 where id = $1', [threadId, at]);
  await tx.query('update comments set withdrawn_at = $2 where thread_id = $1 and is_opening', [threadId, at]);
}

export async function updateCommentWithdrawn(tx: Tx, commentId: string, at: string): Promise<void> {
  await tx.query('update comments set withdrawn_at = $2 where id = $1', [commentId, at]);
}
