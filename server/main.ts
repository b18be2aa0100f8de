import { pino, stdSerializers } from 'pino';
import { buildServer } from './app.ts';
import { readConfig } from './base/config.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './base/embedded-postgres.ts';
import { migrate } from './base/migrate.ts';
import { hasAdministrator, makeSetUpLink } from './groups/set-up.ts';
import { makeSample } from './sample.ts';

const LONGEST_GOODBYE_MS = 25_000;

/** Starts the product and tells where it is; ends it on SIGINT and SIGTERM with everything on its way stored. */
export async function main(): Promise<void> {
  const log = pino({ level: 'info', serializers: { err: stdSerializers.err, error: stdSerializers.err } });
  const config = readConfig(process.env);
  let embedded: EmbeddedPostgres | undefined;
  if (config.databaseUrl === null)
    embedded = await startEmbeddedPostgres({ dataDir: config.dataDir, log: (line) => log.debug({ postgres: line }) });
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? '';
  await migrate(databaseUrl);
  const server = await buildServer(config, databaseUrl, log);

  let isEnding = false;
  const end = async (code: number): Promise<void> => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(1), LONGEST_GOODBYE_MS).unref();
    await server.close();
    await embedded?.stop();
    process.exit(code);
  };
  const endQuietly = (code: number): void => {
    end(code).catch((error: unknown) => {
      log.error({ err: error }, 'the server did not end well');
      process.exit(1);
    });
  };
  process.on('SIGINT', () => endQuietly(0));
  process.on('SIGTERM', () => endQuietly(0));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'an unexpected failure; the server ends');
    endQuietly(1);
  });

  if (config.databaseUrl === null) await makeSample(server.deps);
  else if (!(await hasAdministrator(server.deps.pool)))
    say(`Set up your first group here, once, within a day:\n  ${await makeSetUpLink(server.deps.pool, server.origin)}`);
  say(`Rapporteur is ready: ${server.origin}`);
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
