import { Router } from 'express';
import { z } from 'zod';
import { applyRequest, dispositionRequest } from '../../shared/dispositions/contract.ts';
import { applicationId, paperId, threadId } from '../../shared/ids.ts';
import type { Deps } from '../base/deps.ts';
import { sessionOf } from '../groups/session.ts';
import { readInput } from '../http/input.ts';
import { keyFrom } from '../http/key.ts';
import { applyProposal, giveDisposition } from './actions.ts';

const inThread = z.object({ paperId, threadId });
const application = z.object({ paperId, threadId, applicationId });

/** Routes of answers: answer a thread, put its proposal into the draft. */
export function dispositionRoutes(deps: Deps): Router {
  const routes = Router();
  routes.put('/papers/:paperId/threads/:threadId/disposition', async (req, res) => {
    const at = readInput(inThread, req.params);
    const wish = readInput(dispositionRequest, req.body);
    res.json(await giveDisposition(deps, sessionOf(req), at.paperId, at.threadId, wish, keyFrom(req)));
  });
  routes.put('/papers/:paperId/threads/:threadId/applications/:applicationId', async (req, res) => {
    const at = readInput(application, req.params);
    const wish = readInput(applyRequest, req.body);
    const key = wish.undo ? keyFrom(req) : keyFrom(req, at.applicationId);
    res.status(201).json(await applyProposal(deps, sessionOf(req), at, wish, key));
  });
  return routes;
}
