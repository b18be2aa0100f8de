import { z } from 'zod';

/** A UUID that says what it names, so that a thread's id is never taken for a paper's. */
const id = <Name extends string>() => z.uuid().brand<Name>();

export const groupId = id<'group'>();
export const organisationId = id<'organisation'>();
export const personId = id<'person'>();
export const memberId = id<'member'>();
export const paperId = id<'paper'>();
export const roundId = id<'round'>();
export const threadId = id<'thread'>();
export const commentId = id<'comment'>();
export const versionId = id<'version'>();
export const applicationId = id<'application'>();
export const invitationId = id<'invitation'>();
/** Paragraph ids are UUIDs when we make them; other y-websocket clients may bring any short word. */
export const paragraphId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/)
  .brand<'paragraph'>();

export type GroupId = z.infer<typeof groupId>;
export type OrganisationId = z.infer<typeof organisationId>;
export type PersonId = z.infer<typeof personId>;
export type MemberId = z.infer<typeof memberId>;
export type PaperId = z.infer<typeof paperId>;
export type RoundId = z.infer<typeof roundId>;
export type ThreadId = z.infer<typeof threadId>;
export type CommentId = z.infer<typeof commentId>;
export type VersionId = z.infer<typeof versionId>;
export type ApplicationId = z.infer<typeof applicationId>;
export type InvitationId = z.infer<typeof invitationId>;
export type ParagraphId = z.infer<typeof paragraphId>;

/** A fresh id, for whoever makes a thing: the caller says of what kind. */
export function newId<Id extends string>(): Id {
  return globalThis.crypto.randomUUID() as string as Id;
}
