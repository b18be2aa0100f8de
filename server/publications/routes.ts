import { Router } from 'express';
import { z } from 'zod';
import { versionId } from '../../shared/ids.ts';
import { publishRequest } from '../../shared/publications/contract.ts';
import type { Deps } from '../base/deps.ts';
import { sessionOf } from '../groups/session.ts';
import { readInput } from '../http/input.ts';
import { keyFrom, keyOfPart } from '../http/key.ts';
import { publishVersion } from './actions.ts';

const path = z.object({ versionId });

/** Publishing a version. */
export function publicationRoutes(deps: Deps): Router {
  const routes = Router();
  routes.put('/versions/:versionId/publication', async (req, res) => {
    const at = readInput(path, req.params);
    const wish = readInput(publishRequest, req.body);
    res
      .status(201)
      .json(
        await publishVersion(
          deps,
          sessionOf(req),
          at.versionId,
          wish,
          keyFrom(req, keyOfPart('publication', at.versionId)),
        ),
      );
  });
  return routes;
}
