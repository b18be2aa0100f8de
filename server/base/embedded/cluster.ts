import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { clusterIn, type Keys, readKeys, settleOwner, syncFolder, writeKeys } from './folder.ts';
import { clusterAsSeen, commandOn, type Footing } from './footing.ts';

/** Nobody but the product, from this machine, with the password. */
const HOST_RULES = 'host all all 127.0.0.1/32 scram-sha-256\n';

/** macOS has no C library locale of this name; the built-in one that sorts and folds is the same everywhere. */
const LOCALE = process.platform === 'linux' ? 'C.UTF-8' : 'C';

/**
 * Makes the cluster with the database `rapporteur` if there is none, and sees that an existing one can be opened:
 * same major version, right owner, known password. No PostgreSQL may be running on it.
 * @returns the password and the port of the last time
 */
export function prepareCluster(footing: Footing, dataDir: string): Keys {
  const cluster = clusterIn(dataDir);
  const known = readKeys(dataDir);
  const keys = known ?? { password: randomBytes(24).toString('base64url'), port: null };
  if (!fs.existsSync(cluster)) {
    makeCluster(footing, dataDir, keys.password);
  } else {
    checkRelease(footing, cluster);
    settleOwner(cluster, footing.owner);
    if (known === null) runAlone(footing, cluster, [`alter role rapporteur password '${keys.password}'`]);
  }
  if (known === null) writeKeys(dataDir, keys);
  return keys;
}

/** Builds under another name and renames at the end: a first start cut short is simply begun anew. */
function makeCluster(footing: Footing, dataDir: string, password: string): void {
  const half = join(dataDir, 'postgres.new');
  fs.rmSync(half, { recursive: true, force: true });
  fs.mkdirSync(half, { mode: 0o700 });
  settleOwner(half, footing.owner);
  run(footing, half, 'initdb', [
    `--pgdata=${clusterAsSeen(footing, half)}`,
    '--username=postgres',
    '--auth=reject',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--locale=${LOCALE}`,
    '--data-checksums',
    '--no-instructions',
  ]);
  runAlone(footing, half, [
    `create role rapporteur login createdb password '${password}'`,
    'create database rapporteur owner rapporteur',
  ]);
  fs.writeFileSync(join(half, 'pg_hba.conf'), HOST_RULES, { flush: true });
  fs.renameSync(half, clusterIn(dataDir));
  syncFolder(dataDir);
}

/** Runs statements as the superuser, in PostgreSQL's single-user mode: nobody can connect meanwhile. */
function runAlone(footing: Footing, cluster: string, statements: readonly string[]): void {
  run(
    footing,
    cluster,
    'postgres',
    ['--single', '-D', clusterAsSeen(footing, cluster), '-c', 'exit_on_error=on', 'postgres'],
    statements.map((statement) => `${statement}\n`).join(''),
  );
}

function run(footing: Footing, cluster: string, program: string, words: readonly string[], input = ''): string {
  const { file, args, options } = commandOn(footing, cluster, join(footing.bin, program), words);
  const done = spawnSync(file, args, { ...options, input, encoding: 'utf8' });
  if (done.status === 0) return done.stdout;
  const why = done.error?.message ?? lastComplaint(done.stderr);
  throw new Error(`PostgreSQL's ${program} failed in ${cluster}: ${why}`);
}

/** The line of a log that names the fault. */
export function lastComplaint(log: string): string {
  const lines = log.trim().split('\n');
  const named = lines.filter((line) => /(FATAL|PANIC|ERROR|error):/.test(line));
  return (named.at(-1) ?? lines.at(-1) ?? '').replace(/^.*?(FATAL|PANIC|ERROR): +/, '');
}

function checkRelease(footing: Footing, cluster: string): void {
  const file = join(cluster, 'PG_VERSION');
  if (!fs.existsSync(file)) {
    throw new Error(`The folder ${cluster} holds no PostgreSQL data: move it away, or set another DATA_DIR.`);
  }
  const written = fs.readFileSync(file, 'utf8').trim();
  const ours = /(\d+)\./.exec(run(footing, cluster, 'postgres', ['--version']))?.[1];
  if (written === ours) return;
  throw new Error(
    `The data in ${cluster} were written by PostgreSQL ${written}, and this Rapporteur brings ${ours}: ` +
      'restore a backup into a new DATA_DIR, or set DATABASE_URL to the address of a PostgreSQL.',
  );
}
