import { paperStream } from '../../shared/envelope.ts';
import type { StreamEvent } from '../../shared/events.ts';
import type { Group } from '../../shared/groups/contract.ts';
import { mayOnPaper, type PaperDeed, type Standing, standingOf } from '../../shared/groups/rights.ts';
import { Problem } from '../../shared/problems.ts';
import type { Tx } from '../base/database.ts';
import type { Deps } from '../base/deps.ts';
import { type Change, change, hashOfRequest } from '../events/change.ts';
import type { Session } from '../groups/session.ts';
import { findGroup, findMembership, type Membership } from '../groups/store.ts';
import { findPaper, listDrafters, type Paper } from './store.ts';

export interface Admission {
  paper: Paper;
  group: Group;
  member: Membership;
  standing: Standing;
}

/**
 * The only way to reach a paper: hidden and absent are refused alike.
 * @param lock holds the membership, so that a revocation commits before or after the deed, never between
 * @throws Problem not-found when the asker may not read the paper, not-allowed when the deed is not theirs
 */
export async function admit(
  tx: Tx,
  session: Session,
  paperId: string,
  deed: PaperDeed,
  lock = false,
): Promise<Admission> {
  const paper = await findPaper(tx, paperId);
  if (!paper) throw new Problem('not-found');
  const member = await findMembership(tx, session.personId, paper.groupId, lock);
  const group = await findGroup(tx, paper.groupId);
  if (!member || !group || group.withdrawnAt !== null) throw new Problem('not-found');
  const isDrafter = (await listDrafters(tx, paperId)).includes(member.memberId);
  const standing = standingOf({
    role: member.role,
    isFocalPoint: member.isFocalPoint,
    isDrafter,
    isAdministrator: false,
  });
  if (!mayOnPaper(standing, paper.state, 'paper.read')) throw new Problem('not-found');
  if (!mayOnPaper(standing, paper.state, deed)) {
    throw paper.state === 'withdrawn' ? new Problem('paper-withdrawn') : new Problem('not-allowed', { deed });
  }
  return { paper, group, member, standing };
}

/** The only way to change a paper: admitted, locked, admitted again with the membership held; see `change`. */
export async function paperDeed(
  deps: Deps,
  session: Session,
  wish: { paperId: string; deed: PaperDeed; key: string; place: string; body: unknown; streams?: string[] },
  deed: (at: Change & Admission) => Promise<void>,
): Promise<StreamEvent> {
  const { member } = await admit(deps.pool, session, wish.paperId, wish.deed);
  return change(
    deps,
    [paperStream(wish.paperId), ...(wish.streams ?? [])],
    { personId: session.personId, memberId: member.memberId, organisationId: member.organisationId },
    { key: wish.key, bodyHash: hashOfRequest(`${wish.deed} ${wish.paperId} ${wish.place}`, wish.body) },
    async (at) => deed({ ...at, ...(await admit(at.tx, session, wish.paperId, wish.deed, true)) }),
  );
}
