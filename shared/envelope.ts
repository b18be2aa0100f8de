import { z } from 'zod';
import { memberId, organisationId, personId } from './ids.ts';

/** An instant, RFC 3339 with offset. */
export const instant = z.iso.datetime({ offset: true });
export type Instant = string;

/** Who did something, and in whose name. Names are joined when the event is read; the server's own deeds have no person. */
export const doer = z.object({
  personId: personId.nullable(),
  memberId: memberId.nullable(),
  name: z.string(),
  organisationId: organisationId.nullable(),
  organisation: z.string(),
});
export type Doer = z.infer<typeof doer>;

/** Whom events are for. Nobody can count what is not theirs, so each audience has a stream of its own. */
export const streamName = z
  .string()
  .regex(/^(paper|group|person)\/[0-9a-f-]{36}(\/secretariat|\/organisation\/[0-9a-f-]{36})?$/);
export type StreamName = string;

export const paperStream = (paperId: string): StreamName => `paper/${paperId}`;
export const groupStream = (groupId: string): StreamName => `group/${groupId}`;
export const personStream = (personId: string): StreamName => `person/${personId}`;

/** What surrounds every event: its stream, its gapless number there, the instant, who, and the key of the request. */
export const envelope = z.object({
  stream: streamName,
  seq: z.number().int().min(1),
  at: instant,
  by: doer,
  key: z.string().nullable(),
});
export type Envelope = z.infer<typeof envelope>;
