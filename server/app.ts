import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { join } from 'node:path';
import compression from 'compression';
import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { Problem } from '../shared/problems.ts';
import { openBus } from './base/bus.ts';
import type { Config } from './base/config.ts';
import { openDatabase } from './base/database.ts';
import type { Deps } from './base/deps.ts';
import { makeMailer } from './base/mail.ts';
import { projectRoot } from './base/root.ts';
import { changeRoutes } from './changes/routes.ts';
import { dispositionRoutes } from './dispositions/routes.ts';
import { DraftRooms } from './draft/rooms.ts';
import { draftRoutes } from './draft/routes.ts';
import { serveDrafts } from './draft/wire.ts';
import { exportRoutes } from './exports/routes.ts';
import { whoAmI } from './groups/actions.ts';
import { listInvitationsOf } from './groups/invitation-store.ts';
import { setUpGroup } from './groups/making.ts';
import { groupRoutes } from './groups/routes.ts';
import { knowAsker, makeSignIn, type SignIn } from './groups/session.ts';
import { signInRoutes } from './groups/sign-in-routes.ts';
import { findSampleGroup, listSamplePeople } from './groups/store.ts';
import { healthRoutes } from './health.ts';
import { historyRoutes } from './history/routes.ts';
import { securityHeaders, styleNonceOf } from './http/headers.ts';
import { jsonBody } from './http/limits.ts';
import { isOwnOrigin, linkOrigin, refuseForeignOrigins } from './http/origin.ts';
import { problemReply } from './http/problem-reply.ts';
import { importRoutes } from './imports/routes.ts';
import { inboxRoutes } from './inbox/routes.ts';
import { presentEvents } from './live/present.ts';
import { serveNews } from './live/sockets.ts';
import { openApi } from './openapi.ts';
import { paperRoutes } from './papers/routes.ts';
import { publicRoutes } from './publications/public-routes.ts';
import { publicationRoutes } from './publications/routes.ts';
import { roundRoutes } from './rounds/routes.ts';
import { startRoundTimer } from './rounds/timer.ts';
import { threadRoutes } from './threads/routes.ts';
import { versionRoutes } from './versions/routes.ts';

export interface RunningServer {
  app: Express;
  deps: Deps;
  signIn: SignIn;
  port: number;
  origin: string;
  close(): Promise<void>;
}

/** The whole server on a migrated database: every route, socket and timer. Listens when the promise resolves. */
export async function buildServer(config: Config, databaseUrl: string, log: Logger): Promise<RunningServer> {
  const database = await openDatabase(databaseUrl, log);
  const bus = await openBus(databaseUrl, log);
  const mailer = makeMailer(config, log);
  const { pool, textPool } = database;
  const deps: Deps = { pool, textPool, bus, log, config, mailer, present: presentEvents };
  let port = config.port;
  const originOf = (): string => linkOrigin(config, port);
  const signIn = makeSignIn({
    pool,
    config,
    mailer,
    log,
    port: () => port,
    isExpected: async (email) => (await listInvitationsOf(pool, email))[0] ?? null,
  });
  const app = buildApp(deps, signIn, () => port, originOf);
  const http = createServer({ maxHeaderSize: 16_384, requestTimeout: 120_000, headersTimeout: 15_000 }, app);

  const rooms = new DraftRooms(deps);
  const sessionOf = (request: IncomingMessage) => signIn.sessionOf(request.headers);
  const isOurs = (origin: string | undefined): boolean => isOwnOrigin(origin, config, port);
  const drafts = serveDrafts(deps, rooms, sessionOf);
  const news = serveNews({ deps, http, sessionOf, isOwnOrigin: isOurs });
  http.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith('/socket.io/')) return;
    if (!request.url?.startsWith('/collab/') || !isOurs(request.headers.origin)) {
      socket.destroy();
      return;
    }
    drafts.upgrade(request, socket, head).catch((error: unknown) => {
      log.error({ err: error }, 'a draft could not be opened');
      socket.destroy();
    });
  });
  const timer = startRoundTimer(deps);
  port = await listen(http, config);

  return {
    app,
    deps,
    signIn,
    port,
    origin: originOf(),
    close: async () => {
      timer.stop();
      drafts.close();
      await news.close();
      await rooms.close();
      await new Promise((done) => http.close(done));
      await signIn.settled();
      mailer.close();
      await bus.close();
      await database.close();
    },
  };
}

/** The HTTP side in its order: headers, pages, our own origin only, who asks, the routes of each slice, problems. */
function buildApp(deps: Deps, signIn: SignIn, port: () => number, originOf: () => string): Express {
  const { config, pool, log } = deps;
  const app = express();
  app
    .disable('x-powered-by')
    .set('trust proxy', config.trustedProxies)
    .set('query parser', 'simple')
    .set('etag', false);
  app.use(securityHeaders(config), compression());
  app.use(healthRoutes(deps));
  app.use(publicRoutes(deps, originOf));
  app.use(
    '/assets',
    express.static(join(projectRoot(), 'dist/client/assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  app.use(refuseForeignOrigins(config, port));
  app.use('/api', knowAsker(signIn), importRoutes(deps), jsonBody);
  app.use(
    '/api',
    signInRoutes({
      signIn,
      pool,
      config,
      whoAmI: (session) => whoAmI(deps, session),
      sample: async () => ({
        people: await listSamplePeople(pool),
        group: (await findSampleGroup(pool))?.name ?? null,
      }),
      setUp: (wish, personId, spendLink) => setUpGroup(deps, wish, personId, spendLink),
    }),
    groupRoutes(deps, originOf),
    paperRoutes(deps),
    draftRoutes(deps),
    versionRoutes(deps),
    roundRoutes(deps),
    threadRoutes(deps),
    dispositionRoutes(deps),
    changeRoutes(deps),
    publicationRoutes(deps),
    exportRoutes(deps),
    inboxRoutes(deps),
    historyRoutes(deps),
  );
  app.get('/api/openapi.json', (_req, res) => {
    res.json(openApi(originOf()));
  });
  app.use('/api', () => {
    throw new Problem('not-found');
  });
  app.get('/{*path}', (_req, res) => {
    res.type('html').send(clientPage().replaceAll('%STYLE_NONCE%', styleNonceOf(res)));
  });
  app.use(problemReply(log));
  return app;
}

/** The page of the client, as it was built. Read at each call: it is small, and a new build is shown at once. */
function clientPage(): string {
  return readFileSync(join(projectRoot(), 'dist/client/index.html'), 'utf8');
}

function listen(http: Server, { port, host }: Pick<Config, 'port' | 'host'>): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      const address = http.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
