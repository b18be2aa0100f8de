import type { PaperId, PersonId, VersionId } from '../../shared/ids.ts';
import { addressOfSymbol } from '../../shared/papers/rules.ts';
import type { Publication } from '../../shared/publications/contract.ts';
import type { Tx } from '../base/database.ts';

interface PublicationRow {
  version_id: VersionId;
  paper_id: PaperId;
  number: number;
  name: string;
  hash: string;
  reason: string | null;
  unanswered: number[];
  at: string;
  by: string;
  symbol: string;
}
const query = `select b.version_id, b.paper_id, v.number, v.name, b.hash, b.reason, b.unanswered, b.at, p.name as by, a.symbol
  from publications b join versions v on v.id = b.version_id join people p on p.id = b.person_id join papers a on a.id = b.paper_id`;

const toPublication = (row: PublicationRow): Publication => ({
  versionId: row.version_id,
  paperId: row.paper_id,
  number: row.number,
  name: row.name,
  address: `/p/${addressOfSymbol(row.symbol)}/${row.number}`,
  hash: row.hash,
  reason: row.reason,
  unanswered: row.unanswered,
  publishedAt: row.at,
  by: row.by,
});

/** The paper's public versions, lowest number first. */
export async function listPublications(tx: Tx, paperId: string): Promise<Publication[]> {
  const { rows } = await tx.query<PublicationRow>(`${query} where b.paper_id = $1 order by v.number`, [paperId]);
  return rows.map(toPublication);
}

export async function insertPublication(
  tx: Tx,
  publication: {
    versionId: VersionId;
    paperId: PaperId;
    hash: string;
    reason: string | null;
    unanswered: readonly number[];
    personId: PersonId;
    at: string;
  },
): Promise<void> {
  await tx.query(
    'insert into publications (version_id, paper_id, hash, reason, unanswered, person_id, at) values ($1, $2, $3, $4, $5, $6, $7)',
    [
      publication.versionId,
      publication.paperId,
      publication.hash,
      publication.reason,
      publication.unanswered,
      publication.personId,
      publication.at,
    ],
  );
}
