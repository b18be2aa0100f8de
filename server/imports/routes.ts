import { json, type Request, Router } from 'express';
import { z } from 'zod';
import { createPaperFields, pastedPaper } from '../../shared/papers/contract.ts';
import type { Deps } from '../base/deps.ts';
import { sessionOf } from '../groups/session.ts';
import { readInput } from '../http/input.ts';
import { keyFrom } from '../http/key.ts';
import { withinRate } from '../http/limits.ts';
import { createPaper, previewImport } from './actions.ts';
import type { SourceFile } from './read-file.ts';
import { MAX_PASTED, readUpload } from './upload.ts';

const query = z.object({ preview: z.literal('1').optional() });
const previewFields = createPaperFields.pick({ groupId: true });
const pastedPreview = pastedPaper.pick({ groupId: true, text: true, format: true });
const IMPORTS_A_MINUTE = 20;

/** What a request brings: its fields and the file, or the pasted text as one. */
async function readSource(req: Request): Promise<{ fields: Record<string, unknown>; file: SourceFile }> {
  if (req.is('multipart/form-data')) {
    const { name, bytes, fields } = await readUpload(req);
    return { fields, file: { name, bytes } };
  }
  const { text, format } = readInput(pastedPreview, req.body);
  return {
    fields: req.body,
    file: { name: format === 'markdown' ? 'pasted.md' : 'pasted.txt', bytes: Buffer.from(text), format },
  };
}

/** Posting a draft: a look at what would be made, and the making. Reads its own bodies, which are larger than others'. */
export function importRoutes(deps: Deps): Router {
  const routes = Router();
  routes.post('/papers', json({ limit: MAX_PASTED + 10_000 }), async (req, res) => {
    const session = sessionOf(req);
    const { preview } = readInput(query, req.query);
    const key = preview ? undefined : keyFrom(req);
    await withinRate(deps.pool, { what: 'import', who: session.personId, limit: IMPORTS_A_MINUTE, seconds: 60 });
    const { fields, file } = await readSource(req);
    if (key === undefined) res.json(await previewImport(deps, session, readInput(previewFields, fields), file));
    else res.status(201).json(await createPaper(deps, session, readInput(createPaperFields, fields), file, key));
  });
  return routes;
}
