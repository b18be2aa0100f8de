import { groupStream } from '../../shared/envelope.ts';
import type { StreamEvent } from '../../shared/events.ts';
import type { Invite } from '../../shared/groups/contract.ts';
import { decideInvitation, decideSpeakingFor } from '../../shared/groups/rules.ts';
import { type GroupId, type InvitationId, type MemberId, newId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problems.ts';
import type { Deps } from '../base/deps.ts';
import { change } from '../events/change.ts';
import { groupDeed } from './admission.ts';
import { mailInvitation } from './invitation-mail.ts';
import { insertInvitation, listInvitations, listInvitationsOf, updateInvitationEnded } from './invitation-store.ts';
import type { Session } from './session.ts';
import { findGroup, findOrganisation, insertMember, listMembers } from './store.ts';

/** Makes memberships of the open invitations of somebody who has proven their address by signing in. */
export async function acceptInvitations(deps: Deps, session: Session): Promise<void> {
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
