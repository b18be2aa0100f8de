import type { Invitation, MemberRole, OrganisationKind } from '../../shared/groups/contract.ts';
import type { GroupId, InvitationId, OrganisationId } from '../../shared/ids.ts';
import type { Tx } from '../base/database.ts';

interface InvitationRow {
  id: InvitationId;
  group_id: GroupId;
  email: string;
  name: string;
  role: MemberRole;
  is_focal_point: boolean;
  invited_at: string;
  organisation_id: OrganisationId;
  organisation: string;
  organisation_kind: OrganisationKind;
}
const invitationQuery = `select i.id, i.group_id, i.email, i.name, i.role, i.is_focal_point, i.invited_at,
    o.id as organisation_id, o.name as organisation, o.kind as organisation_kind
  from invitations i join organisations o on o.id = i.organisation_id
  where i.accepted_at is null and i.withdrawn_at is null`;
const toInvitation = (row: InvitationRow): Invitation & { groupId: GroupId } => ({
  id: row.id,
  groupId: row.group_id,
  email: row.email,
  name: row.name,
  role: row.role,
  isFocalPoint: row.is_focal_point,
  organisation: { id: row.organisation_id, name: row.organisation, kind: row.organisation_kind },
  invitedAt: row.invited_at,
});

export async function listInvitations(tx: Tx, groupId: string): Promise<Invitation[]> {
  const { rows } = await tx.query<InvitationRow>(`${invitationQuery} and i.group_id = $1 order by i.invited_at`, [
    groupId,
  ]);
  return rows.map((row) => {
    const { groupId: _, ...invitation } = toInvitation(row);
    return invitation;
  });
}

/** Open invitations of an address, in groups that are not withdrawn. */
export async function listInvitationsOf(tx: Tx, email: string): Promise<(Invitation & { groupId: GroupId })[]> {
  const { rows } = await tx.query<InvitationRow>(
    `${invitationQuery} and i.email = $1 and exists (select from groups g where g.id = i.group_id and g.withdrawn_at is null)
     order by i.invited_at`,
    [email],
  );
  return rows.map(toInvitation);
}

export async function insertInvitation(tx: Tx, groupId: string, invitation: Invitation): Promise<void> {
  await tx.query(
    `insert into invitations (id, group_id, email, name, organisation_id, role, is_focal_point, invited_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      invitation.id,
      groupId,
      invitation.email,
      invitation.name,
      invitation.organisation.id,
      invitation.role,
      invitation.isFocalPoint,
      invitation.invitedAt,
    ],
  );
}

/** Ends an open invitation; false when it was not open any more. */
export async function updateInvitationEnded(
  tx: Tx,
  invitationId: string,
  how: 'accepted' | 'withdrawn',
  at: string,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update invitations set ${how === 'accepted' ? 'accepted_at' : 'withdrawn_at'} = $2
     where id = $1 and accepted_at is null and withdrawn_at is null`,
    [invitationId, at],
  );
  return rowCount === 1;
}
