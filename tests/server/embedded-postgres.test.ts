import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { completeLibraries, copyBinaries, findBinaries } from '../../server/base/embedded/binaries.ts';

const isRoot = process.getuid?.() === 0;
const onLinux = process.platform === 'linux';
const rootTest = isRoot && onLinux ? test : test.skip;

const temporary = fs.mkdtempSync(join(tmpdir(), 'rapporteur-embedded-'));
const dataDir = join(temporary, 'data');
const children: ChildProcess[] = [];

beforeAll(() => fs.chmodSync(temporary, 0o755));

afterEach(() => Promise.all(children.splice(0).map(endOf)));

afterAll(() => {
  fs.rmSync(temporary, { recursive: true, force: true });
});

test('the first start makes a safe database that only this machine can reach', async () => {
  const running = await start(dataDir);
  expect(await rows(running.url, settingsQuery)).toEqual([
    {
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      data_checksums: 'on',
      listen_addresses: '127.0.0.1',
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      superuser: false,
    },
  ]);
  const [, , , , socketFolder] = fs.readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n');
  expect(socketFolder).toBe('');
  await rows(running.url, 'create table kept (id integer primary key)');
  expect(fs.statSync(join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600);
  expect(fs.statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
  await expect(rows(running.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password authentication');
  await running.stop();
});

test('a later start takes less than two seconds and keeps the address', async () => {
  const first = await start(dataDir);
  await first.stop();
  const second = await start(dataDir);
  expect(second.ms).toBeLessThan(2000);
  expect(second.url).toBe(first.url);
  await second.stop();
});

test('what was committed before the server was killed is there afterwards', async () => {
  for (const id of [1, 2, 3]) {
    const running = await start(dataDir);
    await rows(running.url, `insert into kept values (${id})`);
    running.kill9();
  }
  const after = await start(dataDir);
  expect(await rows(after.url, 'select id from kept order by id')).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
  await after.stop();
});

test('what was committed before server and database were killed is there afterwards', async () => {
  const running = await start(dataDir);
  await rows(running.url, 'insert into kept values (4)');
  const postmaster = pidIn(dataDir);
  running.kill9();
  process.kill(postmaster, 'SIGKILL');
  const after = await start(dataDir);
  expect(await rows(after.url, 'select count(*)::int as n from kept')).toEqual([{ n: 4 }]);
  await after.stop();
});

test('a database left running by a killed server is stopped and opened anew', async () => {
  const running = await start(dataDir, { path: pathOf('flock', 'unshare', 'sh', 'id', 'test') });
  const orphan = pidIn(dataDir);
  await rows(running.url, 'insert into kept values (5)');
  await endOf(running.kill9().child);
  expect(isAlive(orphan)).toBe(true);
  const after = await start(dataDir);
  expect(isAlive(orphan)).toBe(false);
  expect(await rows(after.url, 'select count(*)::int as n from kept')).toEqual([{ n: 5 }]);
  await after.stop();
});

test('a stranger who was given the number of an old database process is neither harmed nor in the way', async () => {
  const running = await start(dataDir);
  const pidFile = fs.readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8');
  await running.stop();
  const account = fs.statSync(join(dataDir, 'postgres'));
  const stranger = spawn('sleep', ['600'], { stdio: 'ignore', uid: account.uid, gid: account.gid });
  children.push(stranger);
  fs.writeFileSync(join(dataDir, 'postgres/postmaster.pid'), pidFile.replace(/^\d+/, String(stranger.pid)));
  const after = await start(dataDir);
  expect(isAlive(stranger.pid ?? 0)).toBe(true);
  await after.stop();
  stranger.kill();
});

test('an unreadable pid file does not stand in the way', async () => {
  fs.writeFileSync(join(dataDir, 'postgres/postmaster.pid'), '');
  await (await start(dataDir)).stop();
});

test('a copied folder is a database of its own, whatever its pid file says', async () => {
  const copy = join(temporary, 'copy');
  fs.mkdirSync(copy);
  spawnSync('cp', ['-a', `${dataDir}/.`, copy]);
  const running = await start(dataDir);
  fs.copyFileSync(join(dataDir, 'postgres/postmaster.pid'), join(copy, 'postgres/postmaster.pid'));
  const second = await start(copy);
  expect(pidIn(copy)).not.toBe(pidIn(dataDir));
  expect(await rows(running.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await Promise.all([running.stop(), second.stop()]);
});

test('a second server on the same folder is refused in one sentence, and the first goes on', async () => {
  const running = await start(dataDir);
  const refusal = await refusalOf(dataDir);
  expect(refusal).toBe(
    `Another Rapporteur (process ${running.child.pid}) has the data in ${dataDir} open: ` +
      'stop it first, or set another DATA_DIR.',
  );
  expect(await rows(running.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await running.stop();
});

test('a database that is killed comes back at the same address', async () => {
  const running = await start(dataDir);
  const killed = pidIn(dataDir);
  process.kill(killed, 'SIGKILL');
  await until(
    async () => (await rows(running.url, 'select 1').catch(() => [])).length === 1 && pidIn(dataDir) !== killed,
  );
  await running.stop();
  expect(fs.existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
});

test('a port that somebody else took meanwhile is replaced by another', async () => {
  const first = await start(dataDir);
  await first.stop();
  const other = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
  const second = await start(dataDir);
  expect(second.url).not.toBe(first.url);
  await second.stop();
  other.close();
});

test('a lost password is replaced by a new one', async () => {
  fs.rmSync(join(dataDir, 'postgres.json'));
  const running = await start(dataDir);
  expect(await rows(running.url, 'select count(*)::int as n from kept')).toEqual([{ n: 5 }]);
  await running.stop();
});

test('data of another PostgreSQL are left alone', async () => {
  const version = join(dataDir, 'postgres/PG_VERSION');
  const written = fs.readFileSync(version, 'utf8');
  fs.writeFileSync(version, '17\n');
  expect(await refusalOf(dataDir)).toMatch(/^The data in .* were written by PostgreSQL 17, .* set DATABASE_URL/);
  fs.writeFileSync(version, written);
});

test('libraries that npm left without their links are completed', () => {
  const installed = findBinaries();
  const bare = copyBinaries(installed, join(temporary, 'binaries'));
  for (const name of fs.readdirSync(join(bare, 'lib'))) {
    const path = join(bare, 'lib', name);
    if (fs.lstatSync(path).isSymbolicLink()) fs.rmSync(path);
  }
  const version = () => spawnSync(join(bare, 'bin/postgres'), ['--version'], { encoding: 'utf8' }).stdout;
  expect(version()).toBe('');
  expect(completeLibraries(bare)).toBe(true);
  expect(version()).toMatch(/^postgres \(PostgreSQL\) \d+/);
});

rootTest('root can keep the data in a folder that only root may enter', async () => {
  const closed = join(temporary, 'closed');
  fs.mkdirSync(closed, { mode: 0o700 });
  const running = await start(join(closed, 'data'));
  expect(await rows(running.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await running.stop();
});

rootTest('root can do so where user namespaces are refused', async () => {
  const copies = '/var/lib/rapporteur';
  const isOurs = !fs.existsSync(copies);
  const running = await start(join(temporary, 'closed/data'), { path: pathOf('flock', 'setpriv', 'sh', 'id', 'test') });
  expect(fs.statSync(join(temporary, 'closed/data/postgres')).uid).not.toBe(0);
  expect(await rows(running.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await running.stop();
  if (isOurs) fs.rmSync(copies, { recursive: true });
});

rootTest('an ordinary user, even one without a name, can start it', async () => {
  const home = join(temporary, 'home');
  fs.mkdirSync(home);
  fs.chownSync(home, 54321, 54321);
  const running = await start(join(home, 'data'), { uid: 54321 });
  expect(await rows(running.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await running.stop();
});

const settingsQuery = `
  select current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
         current_setting('synchronous_commit') as synchronous_commit,
         current_setting('data_checksums') as data_checksums,
         current_setting('listen_addresses') as listen_addresses,
         pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale,
         (select rolsuper from pg_roles where rolname = current_user) as superuser
    from pg_database where datname = current_database()`;

interface Running {
  url: string;
  /** How long the launcher took. */
  ms: number;
  child: ChildProcess;
  stop(): Promise<void>;
  kill9(): Running;
}

interface Surroundings {
  path?: string;
  uid?: number;
}

async function start(folder: string, surroundings: Surroundings = {}): Promise<Running> {
  const { child, answer } = await runChild(folder, surroundings);
  if (typeof answer.url !== 'string') throw new Error(String(answer.refusal));
  const running: Running = {
    url: answer.url,
    ms: Number(answer.ms),
    child,
    stop: () => {
      child.stdin?.end();
      return endOf(child);
    },
    kill9: () => {
      child.kill('SIGKILL');
      return running;
    },
  };
  return running;
}

async function refusalOf(folder: string): Promise<string> {
  const { child, answer } = await runChild(folder, {});
  await endOf(child);
  return String(answer.refusal);
}

/** Starts the launcher outside Jest, which cannot load the packages of the binaries, and reads its answer. */
async function runChild(folder: string, { path = process.env.PATH ?? '', uid }: Surroundings) {
  const script = resolve(__dirname, '../support/postgres-child.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
    env: { ...process.env, PATH: path },
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  children.push(child);
  const complaints: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
  for await (const line of createInterface({ input: child.stdout })) {
    const answer: Record<string, unknown> = JSON.parse(line);
    return { child, answer };
  }
  throw new Error(`The launcher ended without an answer:\n${complaints.join('\n')}`);
}

/** Asks a child to end, if nobody did, and waits until it has. */
async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  if (child.stdin === null) child.kill();
  child.stdin?.end();
  await ended;
}

/** A search path on which only these commands are found. */
function pathOf(...commands: string[]): string {
  const folder = fs.mkdtempSync(join(temporary, 'path-'));
  fs.chmodSync(folder, 0o755);
  const places = (process.env.PATH ?? '').split(delimiter);
  for (const command of commands) {
    const place = places.find((each) => fs.existsSync(join(each, command)));
    if (place !== undefined) fs.symlinkSync(join(place, command), join(folder, command));
  }
  return folder;
}

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // the server may be killed under it
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

function pidIn(folder: string): number {
  const file = join(folder, 'postgres/postmaster.pid');
  return fs.existsSync(file) ? Number.parseInt(fs.readFileSync(file, 'utf8'), 10) : 0;
}

/** A process that ended and waits to be collected by its parent is not alive. */
function isAlive(pid: number): boolean {
  const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  return state !== '' && !state.startsWith('Z');
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(20);
}
