import { z } from 'zod';
import { instant } from '../envelope.ts';
import { groupId, invitationId, memberId, organisationId, personId } from '../ids.ts';

export const memberRole = z.enum(['secretariat', 'chair', 'delegate', 'observer']);
export type MemberRole = z.infer<typeof memberRole>;

export const organisationKind = z.enum([
  'memberState',
  'privateSector',
  'academia',
  'civilSociety',
  'internationalOrganisation',
  'secretariat',
]);
export type OrganisationKind = z.infer<typeof organisationKind>;

/** A working group. `zone` is an IANA zone, `place` what its time is called ("Geneva"). */
export const group = z.object({
  id: groupId,
  acronym: z.string(),
  name: z.string(),
  zone: z.string(),
  place: z.string(),
  isSample: z.boolean(),
  withdrawnAt: instant.nullable(),
});
export type Group = z.infer<typeof group>;

export const organisation = z.object({ id: organisationId, name: z.string(), kind: organisationKind });
export type Organisation = z.infer<typeof organisation>;

export const member = z.object({
  id: memberId,
  personId,
  name: z.string(),
  /** Shown to the secretariat only; null for everybody else. */
  email: z.string().nullable(),
  role: memberRole,
  isFocalPoint: z.boolean(),
  organisation,
  joinedAt: instant,
});
export type Member = z.infer<typeof member>;

export const invitation = z.object({
  id: invitationId,
  email: z.string(),
  name: z.string(),
  role: memberRole,
  isFocalPoint: z.boolean(),
  organisation,
  invitedAt: instant,
});
export type Invitation = z.infer<typeof invitation>;

/** A group as its page shows it. `invitations` is empty for those who may not invite. */
export const groupPage = z.object({
  group,
  organisations: z.array(organisation),
  members: z.array(member),
  invitations: z.array(invitation),
});
export type GroupPage = z.infer<typeof groupPage>;

const shortName = z.string().trim().min(1).max(200);
export const emailAddress = z.string().trim().toLowerCase().max(254).pipe(z.email());

export const makeGroupRequest = z.strictObject({
  acronym: z.string().trim().min(1).max(40),
  name: shortName,
  zone: z.string().trim().min(1).max(64),
  place: z.string().trim().min(1).max(80),
  /** Who becomes its first secretariat member; the administrator when left out. */
  secretariat: z.strictObject({ name: shortName, email: emailAddress }).optional(),
});
export type MakeGroup = z.infer<typeof makeGroupRequest>;

export const addOrganisationRequest = z.strictObject({ name: shortName, kind: organisationKind });
export type AddOrganisation = z.infer<typeof addOrganisationRequest>;

export const inviteRequest = z.strictObject({
  email: emailAddress,
  name: shortName,
  role: memberRole,
  isFocalPoint: z.boolean().default(false),
  organisationId,
});
export type Invite = z.infer<typeof inviteRequest>;

export const changeMemberRequest = z.strictObject({
  role: memberRole,
  isFocalPoint: z.boolean().default(false),
  organisationId,
});
export type ChangeMember = z.infer<typeof changeMemberRequest>;

export const setUpRequest = z.strictObject({
  token: z.string().min(20).max(200),
  name: shortName,
  email: emailAddress,
  group: makeGroupRequest.omit({ secretariat: true }),
});
export type SetUp = z.infer<typeof setUpRequest>;

/** Who is asking: what the masthead and the home page need. */
export const whoAmI = z.object({
  person: z.object({ id: personId, name: z.string(), email: z.string() }),
  isAdministrator: z.boolean(),
  memberships: z.array(
    z.object({
      memberId,
      group,
      role: memberRole,
      isFocalPoint: z.boolean(),
      organisation,
    }),
  ),
});
export type WhoAmI = z.infer<typeof whoAmI>;

export const samplePerson = z.object({
  slug: z.string(),
  name: z.string(),
  role: memberRole,
  organisation: z.string(),
});
export type SamplePerson = z.infer<typeof samplePerson>;
/** What the sign-in page needs before anybody is known. */
export const signInPage = z.object({ sample: z.array(samplePerson), sampleGroup: z.string().nullable() });
export type SignInPage = z.infer<typeof signInPage>;

export const groupEvents = [
  z.object({ kind: z.literal('group.made'), groupId }),
  z.object({ kind: z.literal('group.withdrawn'), groupId }),
  z.object({ kind: z.literal('organisation.added'), groupId, organisation }),
  z.object({ kind: z.literal('member.invited'), groupId, invitationId, name: z.string() }),
  z.object({ kind: z.literal('invitation.withdrawn'), groupId, invitationId, name: z.string() }),
  z.object({ kind: z.literal('member.joined'), groupId, memberId, name: z.string() }),
  z.object({ kind: z.literal('member.changed'), groupId, memberId, name: z.string(), role: memberRole }),
  z.object({ kind: z.literal('member.removed'), groupId, memberId, name: z.string() }),
] as const;
