import { Router } from 'express';
import { z } from 'zod';
import { paperStream } from '../../shared/envelope.ts';
import { commentId, paperId, threadId } from '../../shared/ids.ts';
import { openThreadRequest, positionRequest, replyRequest, withdrawRequest } from '../../shared/threads/contract.ts';
import { transact } from '../base/database.ts';
import type { Deps } from '../base/deps.ts';
import { findSeq } from '../events/store.ts';
import { sessionOf } from '../groups/session.ts';
import { readInput } from '../http/input.ts';
import { keyFrom } from '../http/key.ts';
import { admit } from '../papers/admission.ts';
import { openThread, replyToThread, takePosition, withdrawReply, withdrawThread } from './actions.ts';
import { listThreads } from './store.ts';

const inPaper = z.object({ paperId });
const inThread = z.object({ paperId, threadId });
const inComment = z.object({ paperId, threadId, commentId });

/** Routes of threads: read the request, do one deed, answer its event. */
export function threadRoutes(deps: Deps): Router {
  const routes = Router();
  routes.get('/papers/:paperId/threads', async (req, res) => {
    const { paper } = await admit(deps.pool, sessionOf(req), readInput(inPaper, req.params).paperId, 'paper.read');
    const view = await transact(deps.pool, async (tx) => {
      await tx.query('set transaction isolation level repeatable read, read only');
      return { seq: await findSeq(tx, paperStream(paper.id)), threads: await listThreads(tx, paper.id) };
    });
    res.json(view);
  });
  routes.put('/papers/:paperId/threads/:threadId', async (req, res) => {
    const at = readInput(inThread, req.params);
    const wish = readInput(openThreadRequest, req.body);
    res
      .status(201)
      .json(await openThread(deps, sessionOf(req), at.paperId, at.threadId, wish, keyFrom(req, at.threadId)));
  });
  routes.put('/papers/:paperId/threads/:threadId/comments/:commentId', async (req, res) => {
    const at = readInput(inComment, req.params);
    const wish = readInput(replyRequest, req.body);
    res.status(201).json(await replyToThread(deps, sessionOf(req), at, wish, keyFrom(req, at.commentId)));
  });
  routes.put('/papers/:paperId/threads/:threadId/position', async (req, res) => {
    const at = readInput(inThread, req.params);
    const wish = readInput(positionRequest, req.body);
    res.json(await takePosition(deps, sessionOf(req), at.paperId, at.threadId, wish, keyFrom(req)));
  });
  routes.put('/papers/:paperId/threads/:threadId/withdrawal', async (req, res) => {
    const at = readInput(inThread, req.params);
    readInput(withdrawRequest, req.body);
    res.json(await withdrawThread(deps, sessionOf(req), at.paperId, at.threadId, keyFrom(req)));
  });
  routes.put('/papers/:paperId/threads/:threadId/comments/:commentId/withdrawal', async (req, res) => {
    const at = readInput(inComment, req.params);
    readInput(withdrawRequest, req.body);
    res.json(await withdrawReply(deps, sessionOf(req), at, keyFrom(req)));
  });
  return routes;
}
