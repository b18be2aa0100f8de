import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { tsImport } from 'tsx/esm/api';
import teardown from './teardown.mjs';

/**
 * Before all tests: one PostgreSQL, and in it one migrated template that each file clones. Runs outside Jest's
 * transform, which cannot load the packages of the binaries. TEST_DATABASE_URL names a PostgreSQL to use instead.
 */
export default async function setup({ testPathPatterns }) {
  if (!needsDatabase(testPathPatterns.patterns)) return;
  process.env.TEST_POSTGRES_URL = process.env.TEST_DATABASE_URL ?? (await startPostgres());
  try {
    await makeTemplate(process.env.TEST_POSTGRES_URL);
  } catch (fault) {
    await teardown(); // Jest does not, after a setup that failed
    throw fault;
  }
}

/** Rules and house tests do without; whatever cannot be told for sure gets a database. */
function needsDatabase(patterns) {
  return patterns.length === 0 || !patterns.every((pattern) => /(^|[\\/])(rules|house)([\\/]|$)/.test(pattern));
}

async function startPostgres() {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-tests-'));
  const { startEmbeddedPostgres } = await tsImport('../../server/base/embedded-postgres.ts', import.meta.url);
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), log: () => {} });
  globalThis.testPostgres = { postgres, folder };
  return postgres.url;
}

/** Migrates once; a template that refuses connections is never busy when it is cloned. */
async function makeTemplate(url) {
  const { migrate } = await tsImport('../../server/base/migrate.ts', import.meta.url);
  const template = new URL(url);
  template.pathname = '/rapporteur_template';
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('drop database if exists rapporteur_template with (force)');
    await client.query('create database rapporteur_template');
    await migrate(template.href);
    await client.query('alter database rapporteur_template allow_connections false');
  } finally {
    await client.end();
  }
}
