import pg from 'pg';
import type { Logger } from 'pino';

/** What SQL is run on: a transaction's connection, or the pool for a single read. */
export interface Tx {
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<pg.QueryResult<Row>>;
}
export type Pool = pg.Pool;

export interface Database {
  /** For everything but the text log. */
  pool: Pool;
  /** The text log's own connections, so that slow questions never hold up typing. */
  textPool: Pool;
  url: string;
  close(): Promise<void>;
}

const limits = '-c statement_timeout=10000 -c lock_timeout=3000 -c idle_in_transaction_session_timeout=10000';

/** bigint columns are log ids, far below 2^53: numbers, not strings. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
/** Instants leave the database as RFC 3339 in UTC, to the millisecond that every client shows. */
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) =>
  new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString(),
);

/**
 * Opens the database and checks that it keeps what it commits.
 * @throws Error in words when fsync, full_page_writes or synchronous_commit are off
 */
export async function openDatabase(url: string, log: Logger): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 10, options: limits });
  const textPool = new pg.Pool({ connectionString: url, max: 3, options: limits });
  for (const each of [pool, textPool])
    each.on('error', (error) => log.warn({ error }, 'a database connection was lost'));
  await refuseUnsafeDatabase(pool, log);
  return {
    pool,
    textPool,
    url,
    close: async () => {
      await Promise.all([pool.end(), textPool.end()]);
    },
  };
}

async function refuseUnsafeDatabase(pool: Pool, log: Logger): Promise<void> {
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    const { rows } = await pool.query<{ value: string }>('select current_setting($1) as value', [setting]);
    if (rows[0]?.value === 'off')
      throw new Error(
        `The database has ${setting} off, so it could lose what it has confirmed. Set ${setting}=on and start again.`,
      );
  }
  const { rows } = await pool.query<{ value: string }>(`select current_setting('data_checksums') as value`);
  if (rows[0]?.value === 'off')
    log.warn('the database has no data checksums; silent damage of the disk would not be noticed');
}

const retried = new Set(['40001', '40P01']);

/** Runs `work` in one transaction; serialisation failures and deadlocks are tried again, five times at most. */
export async function transact<T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await work(client as Tx);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => {
        broken = failure;
      });
      if (attempt < 5 && retried.has(sqlState(error) ?? '')) continue;
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

/** The SQLSTATE of a database error, or undefined for any other. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The name of the constraint that a row broke, or undefined. */
export function brokenConstraint(error: unknown): string | undefined {
  return error instanceof Error && 'constraint' in error && typeof error.constraint === 'string'
    ? error.constraint
    : undefined;
}

/** The one row that a query gives. @throws Error when there is none: the caller has made sure of it */
export function onlyRow<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('a row was expected and none came');
  return row;
}
