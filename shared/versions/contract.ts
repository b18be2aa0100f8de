import { z } from 'zod';
import { instant } from '../envelope.ts';
import { paperId, versionId } from '../ids.ts';
import { paragraph } from '../text/paragraph.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const versionSummary = z.object({
  id: versionId,
  paperId,
  number: z.number().int().min(1),
  name: z.string(),
  hash,
  previous: hash.nullable(),
  frozenAt: instant,
  frozenBy: z.string(),
  paragraphs: z.number().int(),
  /** The text log's id up to which the version holds the draft. */
  throughUpdate: z.number().int(),
  publishedAt: instant.nullable(),
  publicAddress: z.string().nullable(),
});
export type VersionSummary = z.infer<typeof versionSummary>;

/** A paragraph as it is hashed: what a reader sees, and no more. */
export const canonicalParagraph = paragraph;

/**
 * The content of a version. Its canonical bytes (RFC 8785) are hashed by SHA-256; `previous` is the
 * hash of the version before, null for the first.
 */
export const versionContent = z.object({
  paper: z.object({ id: paperId, symbol: z.string(), title: z.string(), language: z.string() }),
  number: z.number().int().min(1),
  name: z.string(),
  frozenAt: instant,
  previous: hash.nullable(),
  paragraphs: z.array(canonicalParagraph),
});
export type VersionContent = z.infer<typeof versionContent>;

export const freezeRequest = z.strictObject({
  name: z.string().trim().min(1).max(120),
  throughUpdate: z.number().int().min(0).optional(),
});
export type Freeze = z.infer<typeof freezeRequest>;

export const restoreRequest = z.strictObject({
  versionId,
  reason: z.string().trim().min(1).max(2000),
});
export type Restore = z.infer<typeof restoreRequest>;

export const versionEvents = [
  z.object({ kind: z.literal('version.frozen'), version: versionSummary }),
  z.object({ kind: z.literal('version.restored'), paperId, versionId, name: z.string(), reason: z.string() }),
] as const;
