import { Router } from 'express';
import { z } from 'zod';
import { reasonRequest } from '../../shared/changes/contract.ts';
import { paperId, versionId } from '../../shared/ids.ts';
import type { Deps } from '../base/deps.ts';
import { sessionOf } from '../groups/session.ts';
import { readInput } from '../http/input.ts';
import { keyFrom } from '../http/key.ts';
import { compareVersions, giveReason } from './actions.ts';

const sides = z.object({ a: versionId, b: z.union([z.literal('draft'), versionId]) });
const reason = z.object({ paperId, reasonId: z.uuid() });

/** Routes of changes: what differs between two versions, and why. */
export function changeRoutes(deps: Deps): Router {
  const routes = Router();
  routes.get('/versions/:a/compare/:b', async (req, res) => {
    const { a, b } = readInput(sides, req.params);
    res.json(await compareVersions(deps, sessionOf(req), a, b === 'draft' ? null : b));
  });
  routes.put('/papers/:paperId/reasons/:reasonId', async (req, res) => {
    const at = readInput(reason, req.params);
    const wish = readInput(reasonRequest, req.body);
    res
      .status(201)
      .json(await giveReason(deps, sessionOf(req), at.paperId, at.reasonId, wish, keyFrom(req, at.reasonId)));
  });
  return routes;
}
