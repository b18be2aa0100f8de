import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { buildServer, type RunningServer } from '../../server/app.ts';
import { makeSample } from '../../server/sample.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { type Caller, signedInAs } from './people.ts';

export interface TestServer extends RunningServer {
  database: FreshDatabase;
  /** Signs in as a person of the sample. */
  as(slug: string): Promise<Caller>;
  /** The server stops and a new one starts on the same database, as after a crash that lost nothing. */
  stop(): Promise<void>;
}

/** The real server on a free port and a fresh database, with the sample in it. Its log is silent but for failures. */
export async function startServer(): Promise<TestServer> {
  const database = await freshDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-test-'));
  const config = {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    databaseUrl: null,
    publicUrl: null,
    trustedProxies: 0,
    smtpUrl: null,
    secret: 'a secret for tests only, long enough to sign',
  };
  const server = await buildServer(config, database.url, pino({ level: process.env.TEST_LOG ?? 'fatal' }));
  await makeSample(server.deps);
  return {
    ...server,
    database,
    as: (slug) => signedInAs(server.origin, slug),
    stop: async () => {
      await server.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
