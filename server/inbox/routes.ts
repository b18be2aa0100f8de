import { Router } from 'express';
import { z } from 'zod';
import { groupId, paperId } from '../../shared/ids.ts';
import type { Deps } from '../base/deps.ts';
import { sessionOf } from '../groups/session.ts';
import { readInput } from '../http/input.ts';
import { readInbox } from './actions.ts';
import { listPapers, readPaper } from './overview.ts';

const inGroup = z.object({ groupId: groupId.optional() });
const inPaper = z.object({ paperId });

/** What a member opens: the papers that await them, one paper's page, and what became of their comments. */
export function inboxRoutes(deps: Deps): Router {
  const routes = Router();
  routes.get('/papers', async (req, res) => {
    res.json(await listPapers(deps, sessionOf(req), readInput(inGroup, req.query).groupId));
  });
  routes.get('/papers/:paperId', async (req, res) => {
    res.json(await readPaper(deps, sessionOf(req), readInput(inPaper, req.params).paperId));
  });
  routes.get('/inbox', async (req, res) => {
    res.json(await readInbox(deps, sessionOf(req)));
  });
  return routes;
}
