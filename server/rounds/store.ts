import type { PaperId, RoundId, VersionId } from '../../shared/ids.ts';
import type { Round } from '../../shared/rounds/contract.ts';
import type { Tx } from '../base/database.ts';

interface RoundRow {
  id: RoundId;
  paper_id: PaperId;
  number: number;
  version_id: VersionId;
  opens_at: string;
  closes_at: string;
  first_closes_at: string;
  accepts_late: boolean;
  observers_may_comment: boolean;
  reason: string | null;
  told_at: string | null;
}
const toRound = (row: RoundRow): Round => ({
  id: row.id,
  paperId: row.paper_id,
  number: row.number,
  versionId: row.version_id,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  firstClosesAt: row.first_closes_at,
  acceptsLate: row.accepts_late,
  observersMayComment: row.observers_may_comment,
  reason: row.reason,
  closedAt: row.told_at,
});

/** The paper's rounds, lowest number first. */
export async function listRounds(tx: Tx, paperId: string): Promise<Round[]> {
  const { rows } = await tx.query<RoundRow>('select * from rounds where paper_id = $1 order by number', [paperId]);
  return rows.map(toRound);
}

/** The paper's newest round, open or not. */
export async function findNewestRound(tx: Tx, paperId: string): Promise<Round | null> {
  const { rows } = await tx.query<RoundRow>('select * from rounds where paper_id = $1 order by number desc limit 1', [
    paperId,
  ]);
  return rows[0] ? toRound(rows[0]) : null;
}

export async function insertRound(tx: Tx, round: Round): Promise<void> {
  await tx.query(
    `insert into rounds (id, paper_id, number, version_id, opens_at, closes_at, first_closes_at, accepts_late, observers_may_comment)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      round.id,
      round.paperId,
      round.number,
      round.versionId,
      round.opensAt,
      round.closesAt,
      round.firstClosesAt,
      round.acceptsLate,
      round.observersMayComment,
    ],
  );
}

export async function updateRound(tx: Tx, round: Round): Promise<void> {
  await tx.query('update rounds set closes_at = $2, reason = $3, accepts_late = $4, told_at = $5 where id = $1', [
    round.id,
    round.closesAt,
    round.reason,
    round.acceptsLate,
    round.closedAt,
  ]);
}

/** Rounds whose closing instant has come and has not been told. */
export async function listUntoldClosings(tx: Tx): Promise<Round[]> {
  const { rows } = await tx.query<RoundRow>(
    'select * from rounds where told_at is null and closes_at <= clock_timestamp()',
  );
  return rows.map(toRound);
}

/** How long until the next untold closing, in milliseconds; null when none is due. */
export async function findNextClosing(tx: Tx): Promise<number | null> {
  const { rows } = await tx.query<{ wait: number | null }>(
    `select (extract(epoch from min(closes_at) - clock_timestamp()) * 1000)::float8 as wait from rounds where told_at is null`,
  );
  return rows[0]?.wait ?? null;
}
