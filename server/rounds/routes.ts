import { Router } from 'express';
import { z } from 'zod';
import { paperId, roundId } from '../../shared/ids.ts';
import { roundRequest } from '../../shared/rounds/contract.ts';
import type { Deps } from '../base/deps.ts';
import { sessionOf } from '../groups/session.ts';
import { readInput } from '../http/input.ts';
import { admit } from '../papers/admission.ts';
import { openOrChangeRound } from './actions.ts';
import { listRounds } from './store.ts';

const path = z.object({ paperId, roundId });

/** Routes of rounds: list them; open, extend or close one. */
export function roundRoutes(deps: Deps): Router {
  const routes = Router();
  routes.get('/papers/:paperId/rounds', async (req, res) => {
    const { paper } = await admit(
      deps.pool,
      sessionOf(req),
      readInput(path.pick({ paperId: true }), req.params).paperId,
      'paper.read',
    );
    res.json(await listRounds(deps.pool, paper.id));
  });
  routes.put('/papers/:paperId/rounds/:roundId', async (req, res) => {
    const at = readInput(path, req.params);
    const wish = readInput(roundRequest, req.body);
    const event = await openOrChangeRound(
      deps,
      sessionOf(req),
      at.paperId,
      at.roundId,
      wish,
      req.get('Idempotency-Key'),
    );
    res.status(event.kind === 'round.opened' ? 201 : 200).json(event);
  });
  return routes;
}
