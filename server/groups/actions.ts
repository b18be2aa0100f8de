import { groupStream } from '../../shared/envelope.ts';
import type { StreamEvent } from '../../shared/events.ts';
import type { AddOrganisation, ChangeMember, GroupPage, Member, WhoAmI } from '../../shared/groups/contract.ts';
import { mayInGroup } from '../../shared/groups/rights.ts';
import { decideLeavingRole, decideSpeakingFor } from '../../shared/groups/rules.ts';
import type { GroupId, MemberId, OrganisationId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problems.ts';
import { brokenConstraint } from '../base/database.ts';
import type { Deps } from '../base/deps.ts';
import { admitToGroup, groupDeed } from './admission.ts';
import { listInvitations } from './invitation-store.ts';
import { acceptInvitations } from './invitations.ts';
import type { Session } from './session.ts';
import {
  findGroup,
  findMember,
  findOrganisation,
  insertOrganisation,
  isAdministrator,
  listMembers,
  listMemberships,
  listOrganisations,
  updateGroupWithdrawn,
  updateMember,
  updateMemberRemoved,
  updateRightsVersions,
} from './store.ts';

/** Who is asking, with the groups they speak in. Open invitations of their address become memberships first. */
export async function whoAmI(deps: Deps, session: Session): Promise<WhoAmI> {
  await acceptInvitations(deps, session);
  const memberships = await listMemberships(deps.pool, session.personId);
  const groups = await Promise.all(memberships.map((membership) => findGroup(deps.pool, membership.groupId)));
  const organisations = await Promise.all(
    memberships.map((membership) => findOrganisation(deps.pool, membership.groupId, membership.organisationId)),
  );
  return {
    person: { id: session.personId, name: session.name, email: session.email },
    isAdministrator: await isAdministrator(deps.pool, session.personId),
    memberships: memberships.flatMap((membership, at) => {
      const group = groups[at];
      const organisation = organisations[at];
      if (!group || !organisation) return [];
      const { memberId, role, isFocalPoint } = membership;
      return [{ memberId, group, role, isFocalPoint, organisation }];
    }),
  };
}

/** The group as its page shows it; addresses of people and invitations only to those who may invite. */
export async function readGroup(deps: Deps, session: Session, groupId: GroupId): Promise<GroupPage> {
  const { group, member } = await admitToGroup(deps.pool, session, groupId, 'group.read');
  const mayInvite = mayInGroup(member.role, 'member.invite');
  const members = await listMembers(deps.pool, groupId);
  return {
    group,
    organisations: await listOrganisations(deps.pool, groupId),
    members: mayInvite ? members : members.map(withoutAddress),
    invitations: mayInvite ? await listInvitations(deps.pool, groupId) : [],
  };
}

export function withoutAddress(member: Member): Member {
  return { ...member, email: null };
}

/** Withdraws the group: nothing in it can be changed any more, its people have no group here. For the sample this closes its sign-in. */
export function withdrawGroup(deps: Deps, session: Session, groupId: GroupId, key: string): Promise<StreamEvent> {
  return groupDeed(deps, session, { groupId, deed: 'group.withdraw', key, body: null }, async ({ tx, now, record }) => {
    await updateGroupWithdrawn(tx, groupId, now);
    await updateRightsVersions(tx, groupId);
    await record({ stream: groupStream(groupId), kind: 'group.withdrawn', facts: { groupId } });
  });
}

export function addOrganisation(
  deps: Deps,
  session: Session,
  groupId: GroupId,
  organisationId: OrganisationId,
  wish: AddOrganisation,
  key: string,
): Promise<StreamEvent> {
  return groupDeed(deps, session, { groupId, deed: 'organisation.add', key, body: wish }, async ({ tx, record }) => {
    try {
      await insertOrganisation(tx, groupId, { id: organisationId, ...wish });
    } catch (error) {
      if (brokenConstraint(error)) throw new Problem('name-taken', { name: wish.name });
      throw error;
    }
    await record({ stream: groupStream(groupId), kind: 'organisation.added', facts: { groupId, organisationId } });
  });
}

export function changeMember(
  deps: Deps,
  session: Session,
  groupId: GroupId,
  memberId: MemberId,
  wish: ChangeMember,
  key: string,
): Promise<StreamEvent> {
  return groupDeed(
    deps,
    session,
    { groupId, deed: 'member.change', key, body: [memberId, wish] },
    async ({ tx, record }) => {
      const member = await findMember(tx, groupId, memberId);
      if (!member || member.hasLeft) throw new Problem('not-found');
      decideSpeakingFor(await findOrganisation(tx, groupId, wish.organisationId));
      decideLeavingRole(memberId, wish.role, await listMembers(tx, groupId));
      await updateMember(tx, memberId, wish);
      await record({
        stream: groupStream(groupId),
        kind: 'member.changed',
        facts: { groupId, memberId, role: wish.role },
      });
    },
  );
}

export function removeMember(
  deps: Deps,
  session: Session,
  groupId: GroupId,
  memberId: MemberId,
  key: string,
): Promise<StreamEvent> {
  const wish = { groupId, deed: 'member.change' as const, key, body: { remove: memberId } };
  return groupDeed(deps, session, wish, async ({ tx, now, record }) => {
    const member = await findMember(tx, groupId, memberId);
    if (!member || member.hasLeft) throw new Problem('not-found');
    decideLeavingRole(memberId, null, await listMembers(tx, groupId));
    await updateMemberRemoved(tx, memberId, now);
    await record({ stream: groupStream(groupId), kind: 'member.removed', facts: { groupId, memberId } });
  });
}
