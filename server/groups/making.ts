import { groupStream } from '../../shared/envelope.ts';
import type { StreamEvent } from '../../shared/events.ts';
import type { Group, MakeGroup, SetUp } from '../../shared/groups/contract.ts';
import { decideZone } from '../../shared/groups/rules.ts';
import {
  type GroupId,
  type InvitationId,
  type MemberId,
  newId,
  type OrganisationId,
  type PersonId,
} from '../../shared/ids.ts';
import { Problem } from '../../shared/problems.ts';
import type { Tx } from '../base/database.ts';
import type { Deps } from '../base/deps.ts';
import { change, hashOfRequest } from '../events/change.ts';
import { insertInvitation } from './invitation-store.ts';
import type { Session } from './session.ts';
import { insertGroup, insertMember, insertOrganisation, isAdministrator } from './store.ts';

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
