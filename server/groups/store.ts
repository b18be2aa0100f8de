import type { Group, Member, MemberRole, Organisation, OrganisationKind } from '../../shared/groups/contract.ts';
import type { GroupId, MemberId, OrganisationId, PersonId } from '../../shared/ids.ts';
import type { Tx } from '../base/database.ts';

interface GroupRow {
  id: GroupId;
  acronym: string;
  name: string;
  zone: string;
  place: string;
  is_sample: boolean;
  withdrawn_at: string | null;
}
const toGroup = (row: GroupRow): Group => ({
  id: row.id,
  acronym: row.acronym,
  name: row.name,
  zone: row.zone,
  place: row.place,
  isSample: row.is_sample,
  withdrawnAt: row.withdrawn_at,
});

/** A membership as rights are computed from it. */
export interface Membership {
  memberId: MemberId;
  personId: PersonId;
  groupId: GroupId;
  organisationId: OrganisationId;
  organisation: string;
  name: string;
  role: MemberRole;
  isFocalPoint: boolean;
  rightsVersion: number;
}

export async function findGroup(tx: Tx, groupId: string): Promise<Group | null> {
  const { rows } = await tx.query<GroupRow>('select * from groups where id = $1', [groupId]);
  return rows[0] ? toGroup(rows[0]) : null;
}

/** The sample group, as long as it is not withdrawn. */
export async function findSampleGroup(tx: Tx): Promise<Group | null> {
  const { rows } = await tx.query<GroupRow>('select * from groups where is_sample and withdrawn_at is null limit 1');
  return rows[0] ? toGroup(rows[0]) : null;
}

export async function insertGroup(tx: Tx, group: Group, madeAt: string): Promise<void> {
  await tx.query(
    'insert into groups (id, acronym, name, zone, place, is_sample, made_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [group.id, group.acronym, group.name, group.zone, group.place, group.isSample, madeAt],
  );
}

export async function updateGroupWithdrawn(tx: Tx, groupId: string, at: string): Promise<void> {
  await tx.query('update groups set withdrawn_at = $2 where id = $1', [groupId, at]);
}

/** Raises the number that open connections of the group's members compare, so that all are checked anew. */
export async function updateRightsVersions(tx: Tx, groupId: string): Promise<void> {
  await tx.query('update members set rights_version = rights_version + 1 where group_id = $1', [groupId]);
}

export async function isAdministrator(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await tx.query('select from administrators where person_id = $1', [personId]);
  return rows.length > 0;
}

export async function insertOrganisation(tx: Tx, groupId: string, organisation: Organisation): Promise<void> {
  await tx.query('insert into organisations (id, group_id, name, kind) values ($1, $2, $3, $4)', [
    organisation.id,
    groupId,
    organisation.name,
    organisation.kind,
  ]);
}

export async function findOrganisation(tx: Tx, groupId: string, organisationId: string): Promise<Organisation | null> {
  const { rows } = await tx.query<Organisation>(
    'select id, name, kind from organisations where group_id = $1 and id = $2',
    [groupId, organisationId],
  );
  return rows[0] ?? null;
}

export async function listOrganisations(tx: Tx, groupId: string): Promise<Organisation[]> {
  const { rows } = await tx.query<Organisation>(
    'select id, name, kind from organisations where group_id = $1 order by name',
    [groupId],
  );
  return rows;
}

interface MemberRow {
  id: MemberId;
  person_id: PersonId;
  name: string;
  email: string;
  role: MemberRole;
  is_focal_point: boolean;
  joined_at: string;
  organisation_id: OrganisationId;
  organisation: string;
  organisation_kind: OrganisationKind;
}
const memberColumns = `m.id, m.person_id, p.name, p.email, m.role, m.is_focal_point, m.joined_at,
  o.id as organisation_id, o.name as organisation, o.kind as organisation_kind`;
const memberTables = 'members m join people p on p.id = m.person_id join organisations o on o.id = m.organisation_id';

const toMember = (row: MemberRow): Member => ({
  id: row.id,
  personId: row.person_id,
  name: row.name,
  email: row.email,
  role: row.role,
  isFocalPoint: row.is_focal_point,
  organisation: { id: row.organisation_id, name: row.organisation, kind: row.organisation_kind },
  joinedAt: row.joined_at,
});

/** The group's members of today, by organisation and name. */
export async function listMembers(tx: Tx, groupId: string): Promise<Member[]> {
  const { rows } = await tx.query<MemberRow>(
    `select ${memberColumns} from ${memberTables} where m.group_id = $1 and m.removed_at is null order by o.name, p.name`,
    [groupId],
  );
  return rows.map(toMember);
}

/** One member of the group, also one who has left. */
export async function findMember(
  tx: Tx,
  groupId: string,
  memberId: string,
): Promise<(Member & { hasLeft: boolean }) | null> {
  const { rows } = await tx.query<MemberRow & { has_left: boolean }>(
    `select ${memberColumns}, m.removed_at is not null as has_left from ${memberTables} where m.group_id = $1 and m.id = $2`,
    [groupId, memberId],
  );
  return rows[0] ? { ...toMember(rows[0]), hasLeft: rows[0].has_left } : null;
}

interface MembershipRow {
  id: MemberId;
  person_id: PersonId;
  group_id: GroupId;
  organisation_id: OrganisationId;
  organisation: string;
  name: string;
  role: MemberRole;
  is_focal_point: boolean;
  rights_version: number;
}
const toMembership = (row: MembershipRow): Membership => ({
  memberId: row.id,
  personId: row.person_id,
  groupId: row.group_id,
  organisationId: row.organisation_id,
  organisation: row.organisation,
  name: row.name,
  role: row.role,
  isFocalPoint: row.is_focal_point,
  rightsVersion: row.rights_version,
});
const membershipQuery = `select m.id, m.person_id, m.group_id, m.organisation_id, o.name as organisation, p.name, m.role,
    m.is_focal_point, m.rights_version
  from ${memberTables}`;

/** The person's membership in the group; with `lock` its row is held, so that a revocation waits for the deed or the deed for it. */
export async function findMembership(
  tx: Tx,
  personId: string,
  groupId: string,
  lock: boolean,
): Promise<Membership | null> {
  const { rows } = await tx.query<MembershipRow>(
    `${membershipQuery} where m.person_id = $1 and m.group_id = $2 and m.removed_at is null ${lock ? 'for share of m' : ''}`,
    [personId, groupId],
  );
  return rows[0] ? toMembership(rows[0]) : null;
}

/** All memberships of a person in groups that are not withdrawn. */
export async function listMemberships(tx: Tx, personId: string): Promise<Membership[]> {
  const { rows } = await tx.query<MembershipRow>(
    `${membershipQuery} join groups g on g.id = m.group_id
     where m.person_id = $1 and m.removed_at is null and g.withdrawn_at is null order by g.acronym`,
    [personId],
  );
  return rows.map(toMembership);
}

export async function insertMember(
  tx: Tx,
  member: Omit<Membership, 'organisation' | 'name' | 'rightsVersion'>,
  joinedAt: string,
): Promise<void> {
  await tx.query(
    `insert into members (id, group_id, person_id, organisation_id, role, is_focal_point, joined_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      member.memberId,
      member.groupId,
      member.personId,
      member.organisationId,
      member.role,
      member.isFocalPoint,
      joinedAt,
    ],
  );
}

export async function updateMember(
  tx: Tx,
  memberId: string,
  to: { role: MemberRole; isFocalPoint: boolean; organisationId: string },
): Promise<void> {
  await tx.query(
    `update members set role = $2, is_focal_point = $3, organisation_id = $4, rights_version = rights_version + 1 where id = $1`,
    [memberId, to.role, to.isFocalPoint, to.organisationId],
  );
}

export async function updateMemberRemoved(tx: Tx, memberId: string, at: string): Promise<void> {
  await tx.query('update members set removed_at = $2, rights_version = rights_version + 1 where id = $1', [
    memberId,
    at,
  ]);
}

/** The sample people that the sign-in page offers, in their fixed order. */
export async function listSamplePeople(
  tx: Tx,
): Promise<{ slug: string; personId: PersonId; name: string; role: MemberRole; organisation: string }[]> {
  const { rows } = await tx.query<{
    slug: string;
    person_id: PersonId;
    name: string;
    role: MemberRole;
    organisation: string;
  }>(
    `select s.slug, s.person_id, p.name, m.role, o.name as organisation
       from sample_people s join people p on p.id = s.person_id
       join members m on m.person_id = p.id and m.removed_at is null
       join organisations o on o.id = m.organisation_id
       join groups g on g.id = m.group_id and g.is_sample and g.withdrawn_at is null
      order by array_position(array['secretariat', 'chair', 'delegate-a', 'delegate-b', 'delegate-c', 'observer'], s.slug)`,
  );
  return rows.map(({ person_id, ...row }) => ({ ...row, personId: person_id }));
}
