import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { projectRoot } from './root.ts';

const TABLE = 'pgmigrations';

/**
 * Brings the database to the newest form, all steps or none. A second runner waits until the first is done.
 * @throws Error in words when the database has steps that this version does not know
 */
export async function migrate(databaseUrl: string): Promise<void> {
  const dir = join(projectRoot(), 'migrations');
  await refuseNewer(databaseUrl, dir);
  await runner({
    databaseUrl,
    dir,
    direction: 'up',
    count: Number.POSITIVE_INFINITY,
    migrationsTable: TABLE,
    singleTransaction: true,
    checkOrder: true,
    advisoryLockMode: 'wait',
    log: () => {},
  });
  // Again: a newer server may have held the lock until now.
  await refuseNewer(databaseUrl, dir);
}

async function refuseNewer(databaseUrl: string, dir: string): Promise<void> {
  const known = new Set(readdirSync(dir).map((file) => file.replace(/\.sql$/, '')));
  const unknown = (await stepsTaken(databaseUrl)).find((step) => !known.has(step));
  if (unknown !== undefined)
    throw new Error(
      `The database was made by a newer Rapporteur (step ${unknown}). Start that version or a later one.`,
    );
}

async function stepsTaken(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ found: boolean }>('select to_regclass($1) is not null as found', [
      TABLE,
    ]);
    if (!tables[0]?.found) return [];
    const { rows } = await client.query<{ name: string }>(`select name from ${TABLE} order by id`);
    return rows.map((row) => row.name);
  } finally {
    await client.end();
  }
}
