import pg from 'pg';
import { migrate } from '../../server/base/migrate.ts';
import { freshDatabase } from '../support/database.ts';

let url: string;
let drop: () => Promise<void>;
beforeEach(async () => {
  ({ url, drop } = await freshDatabase());
});
afterEach(() => drop());

async function onDatabase<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('several servers that start at once migrate an empty database once', async () => {
  await onDatabase('drop schema public cascade; create schema public');
  await Promise.all([migrate(url), migrate(url), migrate(url)]);
  const steps = await onDatabase<{ name: string }>('select name from pgmigrations order by id');
  expect(steps[0]).toEqual({ name: '0001_sign_in' });
  expect(new Set(steps.map((step) => step.name)).size).toBe(steps.length);
});

test('P21 an older server refuses a database with steps it does not know', async () => {
  await onDatabase(`insert into pgmigrations (name, run_on) values ('9999_from_tomorrow', now())`);
  await expect(migrate(url)).rejects.toThrow('made by a newer Rapporteur (step 9999_from_tomorrow)');
});
