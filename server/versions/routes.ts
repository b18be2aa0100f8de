import { Router } from 'express';
import { z } from 'zod';
import { paperId, versionId } from '../../shared/ids.ts';
import { freezeRequest, restoreRequest } from '../../shared/versions/contract.ts';
import type { Deps } from '../base/deps.ts';
import { sessionOf } from '../groups/session.ts';
import { readInput } from '../http/input.ts';
import { keyFrom } from '../http/key.ts';
import { admit } from '../papers/admission.ts';
import { freezeVersion, readVersion, restoreVersion } from './actions.ts';
import { listVersions } from './store.ts';

const inPaper = z.object({ paperId });
const frozen = z.object({ paperId, versionId });
const restoration = z.object({ paperId, restorationId: z.uuid() });

/** Routes of versions: list, freeze, restore, and the canonical text of one. */
export function versionRoutes(deps: Deps): Router {
  const routes = Router();
  routes.get('/papers/:paperId/versions', async (req, res) => {
    const { paper } = await admit(deps.pool, sessionOf(req), readInput(inPaper, req.params).paperId, 'version.read');
    res.json(await listVersions(deps.pool, paper.id));
  });
  routes.put('/papers/:paperId/versions/:versionId', async (req, res) => {
    const at = readInput(frozen, req.params);
    const wish = readInput(freezeRequest, req.body);
    res
      .status(201)
      .json(await freezeVersion(deps, sessionOf(req), at.paperId, at.versionId, wish, keyFrom(req, at.versionId)));
  });
  routes.put('/papers/:paperId/restorations/:restorationId', async (req, res) => {
    const at = readInput(restoration, req.params);
    const wish = readInput(restoreRequest, req.body);
    const key = keyFrom(req, at.restorationId);
    res.status(201).json(await restoreVersion(deps, sessionOf(req), at.paperId, at.restorationId, wish, key));
  });
  routes.get('/versions/:versionId', async (req, res) => {
    const { text, version } = await readVersion(
      deps,
      sessionOf(req),
      readInput(z.object({ versionId }), req.params).versionId,
    );
    res.type('application/json').set('X-Version-Hash', version.hash).send(text);
  });
  return routes;
}
