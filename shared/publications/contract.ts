import { z } from 'zod';
import { instant } from '../envelope.ts';
import { paperId, versionId } from '../ids.ts';

export const publication = z.object({
  versionId,
  paperId,
  number: z.number().int(),
  name: z.string(),
  address: z.string(),
  hash: z.string(),
  /** Why it was published although threads stood unanswered; null when none did. */
  reason: z.string().nullable(),
  unanswered: z.array(z.number().int()),
  publishedAt: instant,
  by: z.string(),
});
export type Publication = z.infer<typeof publication>;

export const publishRequest = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  reason: z.string().trim().min(1).max(2000).optional(),
});
export type Publish = z.infer<typeof publishRequest>;

export const publicationEvents = [z.object({ kind: z.literal('publication.made'), publication })] as const;
