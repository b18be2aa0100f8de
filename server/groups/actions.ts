import { groupStream } from '../../shared/envelope.ts';
import type { StreamEvent } from '../../shared/events.ts';
import type {
  AddOrganisation,
  ChangeMember,
  Group,
  GroupPage,
  Invite,
  MakeGroup,
  Member,
  SetUp,
  WhoAmI,
} from '../../shared/groups/contract.ts';
import { mayInGroup } from '../../shared/groups/rights.ts';
import { decideInvitation, decideLeavingRole, decideSpeakingFor, decideZone } from '../../shared/groups/rules.ts';
import {
  type GroupId,
  type InvitationId,
  type MemberId,
  newId,
  type OrganisationId,
  type PersonId,
} from '../../shared/ids.ts';
import { Problem } from '../../shared/problems.ts';
import { brokenConstraint, type Tx } from '../base/database.ts';
import type { Deps } from '../base/deps.ts';
import { change, hashOfRequest } from '../events/change.ts';
import { admitToGroup, groupDeed } from './admission.ts';
import { mailInvitation } from './invitation-mail.ts';
import type { Session } from './session.ts';
import {
  findGroup,
  findMember,
  findOrganisation,
  insertGroup,
  insertInvitation,
  insertMember,
  insertOrganisation,
  isAdministrator,
  listInvitations,
  listInvitationsOf,
  listMembers,
  listMemberships,
  listOrganisations,
  updateGroupWithdrawn,
  updateInvitationEnded,
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

async function acceptInvitations(deps: Deps, session: Session): Promise<void> {
  for (const invitation of await listInvitationsOf(deps.pool, session.email)) {
    const memberId = newId<MemberId>();
    const author = { personId: session.personId, memberId, organisationId: invitation.organisation.id };
    await change(deps, [groupStream(invitation.groupId)], author, { key: null, bodyHash: null }, async (at) => {
      if (!(await updateInvitationEnded(at.tx, invitation.id, 'accepted', at.now))) throw new Problem('not-found');
      await insertMember(
        at.tx,
        {
          memberId,
          personId: session.personId,
          groupId: invitation.groupId,
          organisationId: invitation.organisation.id,
          role: invitation.role,
          isFocalPoint: invitation.isFocalPoint,
        },
        at.now,
      );
      await at.record({
        stream: groupStream(invitation.groupId),
        kind: 'member.joined',
        facts: { groupId: invitation.groupId, memberId },
      });
    });
  }
}

/** Makes a group with its secretariat as the first organisation. Only an administrator may. */
export async function makeGroup(
  deps: Deps,
  session: Session,
  groupId: GroupId,
  wish: MakeGroup,
  key: string,
): Promise<StreamEvent> {
  if (!(await isAdministrator(deps.pool, session.personId))) throw new Problem('not-allowed', { deed: 'group.make' });
  const request = { key, bodyHash: hashOfRequest(`group.make ${groupId}`, wish) };
  const author = { personId: session.personId, memberId: null, organisationId: null };
  const secretariat = wish.secretariat;
  return change(deps, [groupStream(groupId)], author, request, async ({ tx, now, record }) => {
    const group = groupFrom(groupId, wish, false);
    await insertGroup(tx, group, now);
    const organisation = { id: newId<OrganisationId>(), name: 'Secretariat', kind: 'secretariat' as const };
    await insertOrganisation(tx, groupId, organisation);
    await record({ stream: groupStream(groupId), kind: 'group.made', facts: { groupId } });
    if (secretariat && secretariat.email !== session.email) {
      const invitation = {
        id: newId<InvitationId>(),
        email: secretariat.email,
        name: secretariat.name,
        role: 'secretariat' as const,
        isFocalPoint: false,
        organisation,
        invitedAt: now,
      };
      await insertInvitation(tx, groupId, invitation);
      await record({
        stream: groupStream(groupId),
        kind: 'member.invited',
        facts: { groupId, invitationId: invitation.id },
      });
    } else await joinAsSecretariat(tx, groupId, session.personId, organisation.id, now);
  });
}

export function groupFrom(
  id: GroupId,
  wish: Pick<MakeGroup, 'acronym' | 'name' | 'zone' | 'place'>,
  isSample: boolean,
): Group {
  return {
    id,
    acronym: wish.acronym,
    name: wish.name,
    zone: decideZone(wish.zone),
    place: wish.place,
    isSample,
    withdrawnAt: null,
  };
}

async function joinAsSecretariat(
  tx: Tx,
  groupId: GroupId,
  personId: PersonId,
  organisationId: OrganisationId,
  now: string,
): Promise<void> {
  const member = {
    memberId: newId<MemberId>(),
    personId,
    groupId,
    organisationId,
    role: 'secretariat' as const,
    isFocalPoint: false,
  };
  await insertMember(tx, member, now);
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

/** Invites a person for an organisation. */
export function inviteMember(
  deps: Deps,
  session: Session,
  groupId: GroupId,
  invitationId: InvitationId,
  wish: Invite,
  key: string,
): Promise<StreamEvent> {
  return groupDeed(deps, session, { groupId, deed: 'member.invite', key, body: wish }, async ({ tx, now, record }) => {
    const organisation = decideSpeakingFor(await findOrganisation(tx, groupId, wish.organisationId));
    decideInvitation(wish.email, await listMembers(tx, groupId), await listInvitations(tx, groupId));
    const { email, name, role, isFocalPoint } = wish;
    await insertInvitation(tx, groupId, {
      id: invitationId,
      email,
      name,
      role,
      isFocalPoint,
      organisation,
      invitedAt: now,
    });
    await record({ stream: groupStream(groupId), kind: 'member.invited', facts: { groupId, invitationId } });
  });
}

export function withdrawInvitation(
  deps: Deps,
  session: Session,
  groupId: GroupId,
  invitationId: InvitationId,
  key: string,
): Promise<StreamEvent> {
  const wish = { groupId, deed: 'member.invite' as const, key, body: { withdraw: invitationId } };
  return groupDeed(deps, session, wish, async ({ tx, now, record }) => {
    const isOfGroup = (await listInvitations(tx, groupId)).some((invitation) => invitation.id === invitationId);
    if (!isOfGroup || !(await updateInvitationEnded(tx, invitationId, 'withdrawn', now)))
      throw new Problem('not-found');
    await record({ stream: groupStream(groupId), kind: 'invitation.withdrawn', facts: { groupId, invitationId } });
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

/** Mails an invitation after its commit. A mail that fails is logged; the invitation stands and works without it. */
export async function tellInvited(
  deps: Deps,
  origin: string,
  groupId: GroupId,
  wish: Invite,
  event: StreamEvent,
): Promise<void> {
  const group = await findGroup(deps.pool, groupId);
  const organisation = await findOrganisation(deps.pool, groupId, wish.organisationId);
  if (!group || !organisation) return;
  try {
    await mailInvitation(deps.mailer, origin, wish, group, organisation.name, event.by.name);
  } catch (error) {
    deps.log.error({ err: error, groupId }, 'an invitation was not mailed');
  }
}

/** Makes the first group at the set-up of an installation: the person who holds the link becomes its secretariat. */
export async function setUpGroup(
  deps: Deps,
  wish: SetUp,
  personId: PersonId,
  spendLink: (tx: Tx) => Promise<void>,
): Promise<void> {
  const groupId = newId<GroupId>();
  const author = { personId: null, memberId: null, organisationId: null };
  await change(deps, [groupStream(groupId)], author, { key: null, bodyHash: null }, async ({ tx, now, record }) => {
    await spendLink(tx);
    await insertGroup(tx, groupFrom(groupId, wish.group, false), now);
    const organisation = { id: newId<OrganisationId>(), name: 'Secretariat', kind: 'secretariat' as const };
    await insertOrganisation(tx, groupId, organisation);
    await joinAsSecretariat(tx, groupId, personId, organisation.id, now);
    await record({ stream: groupStream(groupId), kind: 'group.made', facts: { groupId } });
  });
}
