import { pino } from 'pino';
import { readConfig } from './base/config.ts';
import { openDatabase } from './base/database.ts';
import { startEmbeddedPostgres } from './base/embedded-postgres.ts';
import { migrate } from './base/migrate.ts';
import { makeSetUpLink } from './groups/set-up.ts';
import { linkOrigin } from './http/origin.ts';

/** `npm run admin -- set-up-link`: a fresh one-time link for an administrator. */
async function setUpLink(): Promise<string> {
  const log = pino({ level: 'warn' });
  const config = readConfig(process.env);
  const embedded =
    config.databaseUrl === null ? await startEmbeddedPostgres({ dataDir: config.dataDir, log: () => undefined }) : null;
  try {
    const url = config.databaseUrl ?? embedded?.url ?? '';
    await migrate(url);
    const database = await openDatabase(url, log);
    const link = await makeSetUpLink(database.pool, linkOrigin(config, config.port));
    await database.close();
    return link;
  } finally {
    await embedded?.stop();
  }
}

const DEEDS: Record<string, () => Promise<string>> = { 'set-up-link': setUpLink };
const deed = DEEDS[process.argv[2] ?? ''];
if (!deed) {
  process.stderr.write(`Say which deed: ${Object.keys(DEEDS).join(', ')}.\n`);
  process.exit(2);
}
process.stdout.write(`${await deed()}\n`);
