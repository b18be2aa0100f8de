import { Router } from 'express';
import { z } from 'zod';
import { paperId } from '../../shared/ids.ts';
import { draftersRequest, renamePaperRequest, withdrawPaperRequest } from '../../shared/papers/contract.ts';
import type { Deps } from '../base/deps.ts';
import { sessionOf } from '../groups/session.ts';
import { readInput } from '../http/input.ts';
import { keyFrom } from '../http/key.ts';
import { admitDrafters, renamePaper, withdrawPaper } from './actions.ts';

const path = z.object({ paperId });

/** Routes of a paper itself: its name, its drafters, its end. Posting one is `imports`, reading it `inbox`. */
export function paperRoutes(deps: Deps): Router {
  const routes = Router();
  routes.put('/papers/:paperId', async (req, res) => {
    const at = readInput(path, req.params);
    res.json(
      await renamePaper(deps, sessionOf(req), at.paperId, readInput(renamePaperRequest, req.body), keyFrom(req)),
    );
  });
  routes.put('/papers/:paperId/withdrawal', async (req, res) => {
    const at = readInput(path, req.params);
    res.json(
      await withdrawPaper(deps, sessionOf(req), at.paperId, readInput(withdrawPaperRequest, req.body), keyFrom(req)),
    );
  });
  routes.put('/papers/:paperId/drafters', async (req, res) => {
    const at = readInput(path, req.params);
    res.json(await admitDrafters(deps, sessionOf(req), at.paperId, readInput(draftersRequest, req.body), keyFrom(req)));
  });
  return routes;
}
