import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { completeLibraries, copyBinaries } from './binaries.ts';
import { type Account, clusterIn, isRoot } from './folder.ts';

/** How PostgreSQL's programs run here: they refuse root, and an ordinary user may be unable to reach them. */
export interface Footing {
  readonly bin: string;
  /** Whom the cluster's files must belong to, or PostgreSQL refuses them. */
  readonly owner: Account;
  /** The user to become first; null stays who we are. */
  readonly becomes: Account | null;
  /** Words before the program, as in `unshare …`. */
  readonly prefix: readonly string[];
  /**
   * Name the cluster `/proc/self/cwd` and start inside it: the link leads there even through folders that the user
   * may not enter, so the data can stay where they are.
   */
  readonly throughCwd: boolean;
}

/** A command ready for `spawn`. */
export interface Command {
  readonly file: string;
  readonly args: string[];
  readonly options: { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number };
}

const nobody: Account = { uid: 65534, gid: 65534 };

/**
 * The first footing on which PostgreSQL really runs here, tried in the order: as we are; for root, a user of its own,
 * then a user namespace where root's files stay root's, then that user with the binaries copied to where all may go.
 * @param needsName a cluster is made only by a user with a name in `/etc/passwd`
 */
export function chooseFooting(native: string, dataDir: string, needsName: boolean): Footing {
  const faults: string[] = [];
  for (const footing of possibleFootings(native, dataDir)) {
    const fault = faultOf(footing, dataDir, needsName);
    if (fault === null) return footing;
    faults.push(fault);
  }
  throw new Error(
    `The PostgreSQL that comes with Rapporteur cannot run here (${[...new Set(faults)].join('; ')}): ` +
      `${isRoot() ? 'start Rapporteur as an ordinary user' : 'start it as another user'}, ` +
      'or set DATABASE_URL to the address of a PostgreSQL.',
  );
}

function* possibleFootings(native: string, dataDir: string): Generator<Footing> {
  const we = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const here = { bin: join(native, 'bin'), owner: we, becomes: null, prefix: [], throughCwd: false };
  const namespace = { ...here, prefix: ['unshare', '--user', '--map-user=65534', '--map-group=65534'] };
  if (!isRoot()) {
    yield here;
    yield namespace; // for a user without a name, as containers have
    return;
  }
  const users = ordinaryUsers(dataDir);
  for (const user of users) yield { ...here, owner: user, becomes: user };
  yield namespace;
  if (process.platform !== 'linux') return;
  for (const copy of copiesForAll(native)) {
    for (const user of users) yield { ...here, bin: join(copy, 'bin'), owner: user, becomes: user, throughCwd: true };
  }
}

/** Whoever owns the cluster or its folder keeps it, so that it can later be opened without root; else nobody. */
function ordinaryUsers(dataDir: string): Account[] {
  for (const path of [clusterIn(dataDir), dataDir]) {
    const about = statSync(path, { throwIfNoEntry: false });
    if (about !== undefined && about.uid !== 0) return [{ uid: about.uid, gid: about.gid }, nobody];
  }
  return [nobody];
}

/** Copies of the binaries in folders that everybody may enter and only root may write. */
function* copiesForAll(native: string): Generator<string> {
  for (const folder of ['/var/lib/rapporteur', join(tmpdir(), 'rapporteur')]) {
    try {
      mkdirSync(folder, { recursive: true });
      const about = lstatSync(folder);
      if (!about.isDirectory() || about.uid !== 0) continue; // somebody else's: what lies there is not to be run
      chmodSync(folder, 0o755);
      const copy = copyBinaries(native, folder);
      completeLibraries(copy);
      yield copy;
    } catch {
      // a read-only place: the next one
    }
  }
}

/** Why PostgreSQL would not run on this footing, in a few words; null if it does. */
function faultOf(footing: Footing, dataDir: string, needsName: boolean): string | null {
  const reach = footing.throughCwd ? 'test -d /proc/self/cwd' : 'cd "$1"';
  const name = needsName ? 'id -un >/dev/null' : 'true';
  const { file, args, options } = commandOn(footing, dataDir, '/bin/sh', [
    '-c',
    `${name} && ${reach} && exec "$2" --version`,
    'sh',
    dataDir,
    join(footing.bin, 'postgres'),
  ]);
  const tried = spawnSync(file, args, { ...options, encoding: 'utf8' });
  if (tried.error !== undefined) return tried.error.message;
  return tried.status === 0 ? null : (tried.stderr.trim().split('\n')[0] ?? 'it does not start');
}

/** The command that runs a program on a footing; `cluster` is only entered where it must be. */
export function commandOn(footing: Footing, cluster: string, program: string, args: readonly string[]): Command {
  const [file = program, ...rest] = [...footing.prefix, program];
  return {
    file,
    args: [...rest, ...args],
    options: {
      cwd: footing.throughCwd ? cluster : '/',
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      ...footing.becomes,
    },
  };
}

/** What to call the cluster when speaking to a program on this footing. */
export function clusterAsSeen(footing: Footing, cluster: string): string {
  return footing.throughCwd ? '/proc/self/cwd' : cluster;
}
