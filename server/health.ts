import { Router } from 'express';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { Problem } from '../shared/problems.ts';
import { isLoopback } from './base/config.ts';
import type { Deps } from './base/deps.ts';

/** Whether the server can do its work, and its figures for a monitor on the same machine. */
export function healthRoutes({ pool, log }: Deps): Router {
  const routes = Router();
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  routes.get('/healthz', async (_req, res) => {
    try {
      await pool.query('select 1');
      res.json({ status: 'ok' });
    } catch (error) {
      log.warn({ err: error }, 'the database does not answer');
      res.status(503).json({ status: 'the database does not answer' });
    }
  });
  routes.get('/metrics', async (req, res) => {
    if (!isLoopback(req.socket.remoteAddress ?? '') || req.headers['x-forwarded-for'] !== undefined)
      throw new Problem('not-found');
    res.type(registry.contentType).send(await registry.metrics());
  });
  return routes;
}
