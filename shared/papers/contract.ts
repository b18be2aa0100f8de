import { z } from 'zod';
import { instant } from '../envelope.ts';
import { member } from '../groups/contract.ts';
import { groupId, memberId, paperId } from '../ids.ts';
import { importWarning } from '../imports/contract.ts';
import { roundSchema } from '../rounds/contract.ts';
import { paragraph } from '../text/paragraph.ts';
import { versionSummary } from '../versions/contract.ts';

export const paperState = z.enum(['preparing', 'inRound', 'roundClosed', 'betweenRounds', 'published', 'withdrawn']);

/** A symbol as the group writes it: letters, digits, dots, dashes and slashes (`WG-CP/11/OR`). */
export const symbol = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[A-Za-z0-9][A-Za-z0-9./_()-]*$/, 'letters, digits, dots, dashes and slashes');
const title = z.string().trim().min(1).max(500);
/** A BCP 47 language tag, such as `en` or `zh-Hans`. */
const language = z
  .string()
  .trim()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en, fr, ar');

export const paperSummary = z.object({
  id: paperId,
  groupId,
  symbol: z.string(),
  title: z.string(),
  language: z.string(),
  state: paperState,
  createdAt: instant,
  round: roundSchema.nullable(),
  newestVersion: versionSummary.nullable(),
  publicAddress: z.string().nullable(),
  threads: z.object({ all: z.number().int(), open: z.number().int(), mine: z.number().int() }),
});
export type PaperSummary = z.infer<typeof paperSummary>;

/** A paper as its page shows it: what the asker may do is computed by the server from the one table of rights. */
export const paperPage = paperSummary.extend({
  rights: z.array(z.string()),
  drafters: z.array(member),
  seq: z.number().int(),
  source: z.object({ name: z.string(), paragraphs: z.number().int() }).nullable(),
});
export type PaperPage = z.infer<typeof paperPage>;

/** Fields that come with a file (multipart) or with pasted text (JSON). */
export const createPaperFields = z.object({
  groupId,
  symbol,
  title: title.optional(),
  language: language.default('en'),
});
export type CreatePaperFields = z.infer<typeof createPaperFields>;
export const pastedPaper = createPaperFields.extend({
  text: z.string().min(1).max(5_242_880),
  format: z.enum(['markdown', 'text']),
});

export const renamePaperRequest = z.strictObject({ symbol, title, language });
export type RenamePaper = z.infer<typeof renamePaperRequest>;

export const withdrawPaperRequest = z.strictObject({ reason: z.string().trim().min(1).max(2000) });
export type WithdrawPaper = z.infer<typeof withdrawPaperRequest>;

export const draftersRequest = z.strictObject({ memberIds: z.array(memberId).max(200) });
export type Drafters = z.infer<typeof draftersRequest>;

/** `POST /api/papers?preview=1`: what an import would make; nothing is stored. */
export const importPreview = z.object({
  name: z.string(),
  title: z.string().nullable(),
  paragraphs: z.array(paragraph),
  warnings: z.array(importWarning),
  words: z.number().int(),
});
export type ImportPreview = z.infer<typeof importPreview>;
export const createdPaper = z.object({ id: paperId, warnings: z.array(importWarning) });
export type CreatedPaper = z.infer<typeof createdPaper>;

export const paperEvents = [
  z.object({ kind: z.literal('paper.created'), paperId, symbol: z.string(), paragraphs: z.number().int() }),
  z.object({ kind: z.literal('paper.renamed'), paperId, symbol: z.string(), title: z.string() }),
  z.object({ kind: z.literal('paper.withdrawn'), paperId, reason: z.string() }),
  z.object({ kind: z.literal('paper.drafters'), paperId, names: z.array(z.string()) }),
] as const;
