import type { PaperId, PersonId, VersionId } from '../../shared/ids.ts';
import { addressOfSymbol } from '../../shared/papers/rules.ts';
import { type VersionContent, type VersionSummary, versionContent } from '../../shared/versions/contract.ts';
import type { Tx } from '../base/database.ts';

interface VersionRow {
  id: VersionId;
  paper_id: PaperId;
  number: number;
  name: string;
  hash: string;
  previous: string | null;
  frozen_at: string;
  frozen_by: string;
  paragraphs: number;
  through_update: number;
  published_at: string | null;
  symbol: string;
}
const query = `select v.id, v.paper_id, v.number, v.name, v.hash, v.previous, v.frozen_at, p.name as frozen_by, v.paragraphs,
    v.through_update, b.at as published_at, a.symbol
  from versions v join people p on p.id = v.frozen_by join papers a on a.id = v.paper_id
  left join publications b on b.version_id = v.id`;

const toVersion = (row: VersionRow): VersionSummary => ({
  id: row.id,
  paperId: row.paper_id,
  number: row.number,
  name: row.name,
  hash: row.hash,
  previous: row.previous,
  frozenAt: row.frozen_at,
  frozenBy: row.frozen_by,
  paragraphs: row.paragraphs,
  throughUpdate: row.through_update,
  publishedAt: row.published_at,
  publicAddress: row.published_at === null ? null : `/p/${addressOfSymbol(row.symbol)}/${row.number}`,
});

/** The paper's versions, lowest number first. */
export async function listVersions(tx: Tx, paperId: string): Promise<VersionSummary[]> {
  const { rows } = await tx.query<VersionRow>(`${query} where v.paper_id = $1 order by v.number`, [paperId]);
  return rows.map(toVersion);
}

export async function findNewestVersion(tx: Tx, paperId: string): Promise<VersionSummary | null> {
  const { rows } = await tx.query<VersionRow>(`${query} where v.paper_id = $1 order by v.number desc limit 1`, [
    paperId,
  ]);
  return rows[0] ? toVersion(rows[0]) : null;
}

export async function findVersion(tx: Tx, versionId: string): Promise<VersionSummary | null> {
  const { rows } = await tx.query<VersionRow>(`${query} where v.id = $1`, [versionId]);
  return rows[0] ? toVersion(rows[0]) : null;
}

/** The canonical bytes of a version as they were hashed. */
export async function findVersionText(tx: Tx, versionId: string): Promise<string | null> {
  const { rows } = await tx.query<{ content: string }>('select content from versions where id = $1', [versionId]);
  return rows[0]?.content ?? null;
}

/** What a version says, read from its canonical bytes. @throws Error when the bytes are not a version */
export async function findVersionContent(tx: Tx, versionId: string): Promise<VersionContent | null> {
  const text = await findVersionText(tx, versionId);
  return text === null ? null : versionContent.parse(JSON.parse(text));
}

export async function insertVersion(
  tx: Tx,
  version: {
    id: VersionId;
    content: VersionContent;
    text: string;
    hash: string;
    frozenBy: PersonId;
    throughUpdate: number;
  },
): Promise<void> {
  await tx.query(
    `insert into versions (id, paper_id, number, name, content, hash, previous, frozen_at, frozen_by, paragraphs, through_update)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      version.id,
      version.content.paper.id,
      version.content.number,
      version.content.name,
      version.text,
      version.hash,
      version.content.previous,
      version.content.frozenAt,
      version.frozenBy,
      version.content.paragraphs.length,
      version.throughUpdate,
    ],
  );
}
