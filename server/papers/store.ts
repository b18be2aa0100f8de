import { type PaperState, stateOfPaper } from '../../shared/groups/rights.ts';
import type { GroupId, MemberId, PaperId } from '../../shared/ids.ts';
import type { Tx } from '../base/database.ts';

/** A paper as its row and its state say. */
export interface Paper {
  id: PaperId;
  groupId: GroupId;
  symbol: string;
  title: string;
  language: string;
  createdAt: string;
  withdrawnAt: string | null;
  rightsVersion: number;
  state: PaperState;
}

interface PaperRow {
  id: PaperId;
  group_id: GroupId;
  symbol: string;
  title: string;
  language: string;
  created_at: string;
  withdrawn_at: string | null;
  rights_version: number;
  is_withdrawn: boolean;
  has_open_round: boolean;
  has_had_round: boolean;
  newest_is_published: boolean;
  has_version_since_round: boolean;
}
const toPaper = (row: PaperRow): Paper => ({
  id: row.id,
  groupId: row.group_id,
  symbol: row.symbol,
  title: row.title,
  language: row.language,
  createdAt: row.created_at,
  withdrawnAt: row.withdrawn_at,
  rightsVersion: row.rights_version,
  state: stateOfPaper({
    isWithdrawn: row.is_withdrawn,
    hasOpenRound: row.has_open_round,
    hasHadRound: row.has_had_round,
    newestIsPublished: row.newest_is_published,
    hasVersionSinceRound: row.has_version_since_round,
  }),
});
const papersWithState = 'select p.*, s.* from papers p join paper_states s on s.paper_id = p.id';

export async function findPaper(tx: Tx, paperId: string): Promise<Paper | null> {
  const { rows } = await tx.query<PaperRow>(`${papersWithState} where p.id = $1`, [paperId]);
  return rows[0] ? toPaper(rows[0]) : null;
}

export async function listPapersOf(tx: Tx, groupIds: readonly string[]): Promise<Paper[]> {
  const { rows } = await tx.query<PaperRow>(
    `${papersWithState} where p.group_id = any($1) order by p.created_at desc`,
    [groupIds],
  );
  return rows.map(toPaper);
}

export async function insertPaper(
  tx: Tx,
  paper: Pick<Paper, 'id' | 'groupId' | 'symbol' | 'title' | 'language'>,
  by: string,
  at: string,
): Promise<void> {
  await tx.query(
    'insert into papers (id, group_id, symbol, title, language, created_at, created_by) values ($1, $2, $3, $4, $5, $6, $7)',
    [paper.id, paper.groupId, paper.symbol, paper.title, paper.language, at, by],
  );
}

/** Gives the paper an address; false when another paper has it. */
export async function insertAddress(tx: Tx, slug: string, paperId: string, at: string): Promise<boolean> {
  await tx.query('insert into paper_addresses (slug, paper_id, given_at) values ($1, $2, $3) on conflict do nothing', [
    slug,
    paperId,
    at,
  ]);
  const { rows } = await tx.query('select from paper_addresses where slug = $1 and paper_id = $2', [slug, paperId]);
  return rows.length > 0;
}

/** The paper that an address leads to, now or formerly. */
export async function findPaperByAddress(tx: Tx, slug: string): Promise<Paper | null> {
  const { rows } = await tx.query<PaperRow>(
    `${papersWithState} join paper_addresses a on a.paper_id = p.id where a.slug = $1`,
    [slug],
  );
  return rows[0] ? toPaper(rows[0]) : null;
}

export async function updatePaper(
  tx: Tx,
  paperId: string,
  to: { symbol: string; title: string; language: string },
): Promise<void> {
  await tx.query('update papers set symbol = $2, title = $3, language = $4 where id = $1', [
    paperId,
    to.symbol,
    to.title,
    to.language,
  ]);
}

export async function updatePaperWithdrawn(tx: Tx, paperId: string, at: string): Promise<void> {
  await tx.query('update papers set withdrawn_at = $2, rights_version = rights_version + 1 where id = $1', [
    paperId,
    at,
  ]);
}

export async function listDrafters(tx: Tx, paperId: string): Promise<MemberId[]> {
  const { rows } = await tx.query<{ member_id: MemberId }>('select member_id from drafters where paper_id = $1', [
    paperId,
  ]);
  return rows.map((row) => row.member_id);
}

/** Replaces the paper's drafters and raises its rights version, so that open connections are checked anew. */
export async function updateDrafters(tx: Tx, paperId: string, memberIds: readonly string[]): Promise<void> {
  await tx.query('delete from drafters where paper_id = $1', [paperId]);
  await tx.query('insert into drafters (paper_id, member_id) select $1, unnest($2::uuid[])', [paperId, memberIds]);
  await tx.query('update papers set rights_version = rights_version + 1 where id = $1', [paperId]);
}

export async function insertSource(
  tx: Tx,
  source: { paperId: string; name: string; bytes: Uint8Array; paragraphs: number; at: string },
): Promise<void> {
  await tx.query('insert into sources (paper_id, name, bytes, paragraphs, received_at) values ($1, $2, $3, $4, $5)', [
    source.paperId,
    source.name,
    Buffer.from(source.bytes),
    source.paragraphs,
    source.at,
  ]);
}

export async function findSource(tx: Tx, paperId: string): Promise<{ name: string; paragraphs: number } | null> {
  const { rows } = await tx.query<{ name: string; paragraphs: number }>(
    'select name, paragraphs from sources where paper_id = $1',
    [paperId],
  );
  return rows[0] ?? null;
}
