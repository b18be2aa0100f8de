import { Router } from 'express';
import { z } from 'zod';
import { paperId } from '../../shared/ids.ts';
import type { Deps } from '../base/deps.ts';
import { sessionOf } from '../groups/session.ts';
import { readInput } from '../http/input.ts';
import { admit } from '../papers/admission.ts';
import { readState, readText } from './actions.ts';

const path = z.object({ paperId });

/** Routes of the living text: its state for editors, its paragraphs for everybody else. */
export function draftRoutes(deps: Deps): Router {
  const routes = Router();
  routes.get('/papers/:paperId/draft', async (req, res) => {
    const { paper } = await admit(deps.pool, sessionOf(req), readInput(path, req.params).paperId, 'paper.read');
    const { state, through } = await readState(deps.textPool, paper.id);
    res.type('application/octet-stream').set('X-Through-Update', String(through)).send(Buffer.from(state));
  });
  routes.get('/papers/:paperId/paragraphs', async (req, res) => {
    const { paper } = await admit(deps.pool, sessionOf(req), readInput(path, req.params).paperId, 'paper.read');
    res.json((await readText(deps.textPool, paper.id)).paragraphs);
  });
  return routes;
}
