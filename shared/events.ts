import { z } from 'zod';
import { changeEvents } from './changes/contract.ts';
import { dispositionEvents } from './dispositions/contract.ts';
import { envelope } from './envelope.ts';
import { groupEvents } from './groups/contract.ts';
import { paperEvents } from './papers/contract.ts';
import { publicationEvents } from './publications/contract.ts';
import { roundEvents } from './rounds/contract.ts';
import { threadEvents } from './threads/contract.ts';
import { versionEvents } from './versions/contract.ts';

/** Everything that can happen, as it reaches a screen: words and names joined at reading. */
export const happening = z.discriminatedUnion('kind', [
  ...groupEvents,
  ...paperEvents,
  ...roundEvents,
  ...threadEvents,
  ...dispositionEvents,
  ...versionEvents,
  ...changeEvents,
  ...publicationEvents,
]);
export type Happening = z.infer<typeof happening>;
export type HappeningKind = Happening['kind'];

/** One event of a stream. */
export const streamEvent = envelope.and(happening);
export type StreamEvent = z.infer<typeof streamEvent>;
