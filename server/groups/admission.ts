import { groupStream } from '../../shared/envelope.ts';
import type { StreamEvent } from '../../shared/events.ts';
import type { Group } from '../../shared/groups/contract.ts';
import { type GroupDeed, mayInGroup } from '../../shared/groups/rights.ts';
import { Problem } from '../../shared/problems.ts';
import type { Tx } from '../base/database.ts';
import type { Deps } from '../base/deps.ts';
import { type Change, change, hashOfRequest } from '../events/change.ts';
import type { Session } from './session.ts';
import { findGroup, findMembership, type Membership } from './store.ts';

export interface GroupAdmission {
  group: Group;
  member: Membership;
}

/**
 * The only way to reach a group: hidden and absent are refused alike.
 * @throws Problem not-found when the asker is no member, not-allowed when the role does not permit the deed
 */
export async function admitToGroup(
  tx: Tx,
  session: Session,
  groupId: string,
  deed: GroupDeed,
  lock = false,
): Promise<GroupAdmission> {
  const member = await findMembership(tx, session.personId, groupId, lock);
  const group = await findGroup(tx, groupId);
  if (!group || !member) throw new Problem('not-found');
  if (!mayInGroup(member.role, deed)) throw new Problem('not-allowed', { deed });
  if (group.withdrawnAt !== null && deed !== 'group.read') throw new Problem('group-withdrawn');
  return { group, member };
}

/** The only way to change a group: admitted, locked, admitted again; see `change`. */
export async function groupDeed(
  deps: Deps,
  session: Session,
  wish: { groupId: string; deed: GroupDeed; key: string; body: unknown; streams?: string[] },
  deed: (at: Change & GroupAdmission) => Promise<void>,
): Promise<StreamEvent> {
  const before = await admitToGroup(deps.pool, session, wish.groupId, wish.deed);
  return change(
    deps,
    [groupStream(wish.groupId), ...(wish.streams ?? [])],
    { personId: session.personId, memberId: before.member.memberId, organisationId: before.member.organisationId },
    { key: wish.key, bodyHash: hashOfRequest(`${wish.deed} ${wish.groupId}`, wish.body) },
    async (at) => deed({ ...at, ...(await admitToGroup(at.tx, session, wish.groupId, wish.deed, true)) }),
  );
}
