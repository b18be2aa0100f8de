import { Router } from 'express';
import { z } from 'zod';
import { versionId } from '../../shared/ids.ts';
import { addressOfSymbol } from '../../shared/papers/rules.ts';
import { Problem } from '../../shared/problems.ts';
import { versionContent } from '../../shared/versions/contract.ts';
import type { Deps } from '../base/deps.ts';
import { sessionOf } from '../groups/session.ts';
import { readInput } from '../http/input.ts';
import { withinRate } from '../http/limits.ts';
import { readVersion } from '../versions/actions.ts';
import { findVersion, findVersionText } from '../versions/store.ts';
import { docxOf } from './docx.ts';
import { markdownOf } from './markdown.ts';

const path = z.object({ versionId, format: z.enum(['docx', 'md', 'json']) });
const EXPORTS_A_MINUTE = 30;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A version as a file. A published one may be had by anybody, as its page may. */
export function exportRoutes(deps: Deps): Router {
  const routes = Router();
  routes.get('/versions/:versionId/export.:format', async (req, res) => {
    const at = readInput(path, req.params);
    const version = await findVersion(deps.pool, at.versionId);
    const isPublic = version !== null && version.publishedAt !== null;
    await withinRate(deps.pool, {
      what: 'export',
      who: isPublic ? (req.ip ?? '') : sessionOf(req).personId,
      limit: EXPORTS_A_MINUTE,
      seconds: 60,
    });
    const text = isPublic
      ? await findVersionText(deps.pool, at.versionId)
      : (await readVersion(deps, sessionOf(req), at.versionId)).text;
    if (text === null) throw new Problem('not-found');
    const content = versionContent.parse(JSON.parse(text));
    const file = `${addressOfSymbol(content.paper.symbol)}-${content.number}.${at.format}`;
    res.set('Content-Disposition', `attachment; filename="${file}"`);
    if (at.format === 'json') res.type('application/json').send(text);
    else if (at.format === 'md')
      res.type('text/markdown; charset=utf-8').send(markdownOf({ ...content, version: content }));
    else res.type(WORD).send(await docxOf({ ...content, version: content }));
  });
  return routes;
}
