import { Router } from 'express';
import { z } from 'zod';
import { paperStream } from '../../shared/envelope.ts';
import { paperId } from '../../shared/ids.ts';
import type { Deps } from '../base/deps.ts';
import { sessionOf } from '../groups/session.ts';
import { readInput } from '../http/input.ts';
import { eventsSince } from '../live/follow.ts';
import { admit } from '../papers/admission.ts';
import { storyOfParagraph } from '../publications/came-to-be.ts';

const inPaper = z.object({ paperId });
const since = z.object({ since: z.coerce.number().int().min(0).default(0) });
const inText = z.object({ paperId, paragraphId: z.string().max(64) });

/** A paper's events since a number: catching up, audit, the history page; and how a paragraph came to be. */
export function historyRoutes(deps: Deps): Router {
  const routes = Router();
  routes.get('/papers/:paperId/events', async (req, res) => {
    const { paper } = await admit(deps.pool, sessionOf(req), readInput(inPaper, req.params).paperId, 'paper.read');
    res.json(await eventsSince(deps, paperStream(paper.id), readInput(since, req.query).since));
  });
  routes.get('/papers/:paperId/paragraphs/:paragraphId/history', async (req, res) => {
    const at = readInput(inText, req.params);
    const { paper } = await admit(deps.pool, sessionOf(req), at.paperId, 'paper.read');
    res.json(await storyOfParagraph(deps.pool, paper.id, at.paragraphId, null));
  });
  return routes;
}
