import { paperStream } from '../../shared/envelope.ts';
import { mayInGroup, mayOnPaper, PAPER_RIGHTS, type PaperDeed, standingOf } from '../../shared/groups/rights.ts';
import type { PaperPage, PaperSummary } from '../../shared/papers/contract.ts';
import type { Tx } from '../base/database.ts';
import type { Deps } from '../base/deps.ts';
import { findSeq } from '../events/store.ts';
import { withoutAddress } from '../groups/actions.ts';
import type { Session } from '../groups/session.ts';
import { listMembers, listMemberships, type Membership } from '../groups/store.ts';
import { admit } from '../papers/admission.ts';
import { findSource, listDrafters, listPapersOf, type Paper } from '../papers/store.ts';
import { listPublications } from '../publications/store.ts';
import { listRounds } from '../rounds/store.ts';
import { findNewestVersion } from '../versions/store.ts';

/** The papers that the asker may read, newest first; of one group if it is named. */
export async function listPapers(deps: Deps, session: Session, groupId: string | undefined): Promise<PaperSummary[]> {
  const memberships = await listMemberships(deps.pool, session.personId);
  const mine = memberships.filter((membership) => groupId === undefined || membership.groupId === groupId);
  const papers = await listPapersOf(
    deps.pool,
    mine.map((membership) => membership.groupId),
  );
  const shown: PaperSummary[] = [];
  for (const paper of papers) {
    const membership = mine.find((each) => each.groupId === paper.groupId);
    if (membership && (await mayRead(deps.pool, membership, paper)))
      shown.push(await summaryOf(deps.pool, paper, membership));
  }
  return shown;
}

async function mayRead(tx: Tx, { role, isFocalPoint, memberId }: Membership, paper: Paper): Promise<boolean> {
  const isDrafter = (await listDrafters(tx, paper.id)).includes(memberId);
  return mayOnPaper(standingOf({ role, isFocalPoint, isDrafter, isAdministrator: false }), paper.state, 'paper.read');
}

async function summaryOf(tx: Tx, paper: Paper, membership: Membership): Promise<PaperSummary> {
  const [rounds, newestVersion, published, threads] = await Promise.all([
    listRounds(tx, paper.id),
    findNewestVersion(tx, paper.id),
    listPublications(tx, paper.id),
    countThreads(tx, paper.id, membership.organisationId),
  ]);
  const { id, groupId, symbol, title, language, state, createdAt } = paper;
  const publicAddress = published.length > 0 ? (published.at(-1)?.address.replace(/\/\d+$/, '') ?? null) : null;
  return {
    id,
    groupId,
    symbol,
    title,
    language,
    state,
    createdAt,
    round: rounds.at(-1) ?? null,
    newestVersion,
    publicAddress,
    threads,
  };
}

async function countThreads(tx: Tx, paperId: string, organisationId: string): Promise<PaperSummary['threads']> {
  const { rows } = await tx.query<{ all: number; open: number; mine: number }>(
    `select count(*)::int as all,
            (count(*) filter (where not exists (select from dispositions d where d.thread_id = t.id)))::int as open,
            (count(*) filter (where c.organisation_id = $2))::int as mine
       from threads t join comments c on c.thread_id = t.id and c.is_opening
      where t.paper_id = $1 and t.withdrawn_at is null`,
    [paperId, organisationId],
  );
  return rows[0] ?? { all: 0, open: 0, mine: 0 };
}

/** A paper as its page shows it, with what the asker may do there now. */
export async function readPaper(deps: Deps, session: Session, paperId: string): Promise<PaperPage> {
  const { paper, member, standing, group } = await admit(deps.pool, session, paperId, 'paper.read');
  const seq = await findSeq(deps.pool, paperStream(paperId));
  const drafters = await listDrafters(deps.pool, paperId);
  const members = await listMembers(deps.pool, group.id);
  const seesAddresses = mayInGroup(member.role, 'member.invite');
  const deeds = Object.keys(PAPER_RIGHTS) as PaperDeed[];
  return {
    ...(await summaryOf(deps.pool, paper, member)),
    rights: deeds.filter((deed) => mayOnPaper(standing, paper.state, deed)),
    drafters: members
      .filter((each) => drafters.includes(each.id))
      .map((each) => (seesAddresses ? each : withoutAddress(each))),
    seq,
    source: await findSource(deps.pool, paperId),
  };
}
