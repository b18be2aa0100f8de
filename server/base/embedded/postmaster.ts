import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { clusterAsSeen, commandOn, type Footing } from './footing.ts';

export type Log = (line: string) => void;

/** Where a PostgreSQL runs, and how. */
export interface Place {
  readonly footing: Footing;
  readonly cluster: string;
  readonly log: Log;
}

/** How a try to start ended: ready, or ended with what it wrote. */
export type Launch = { kind: 'ready'; child: ChildProcess } | { kind: 'ended'; log: string };

const STOPPING_MS = 30_000;
const SAFETY = ['fsync=on', 'full_page_writes=on', 'synchronous_commit=on'];

/**
 * Starts the postmaster and waits until it takes connections, however long its recovery takes.
 * In a session of its own, so that Ctrl-C in a terminal does not end it before the server has drained.
 */
export async function launch({ footing, cluster, log }: Place, port: number): Promise<Launch> {
  const settings = [...SAFETY, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'log_checkpoints=off'];
  const [program = '', ...words] = [...dyingWithParent(), join(footing.bin, 'postgres')];
  const { file, args, options } = commandOn(footing, cluster, program, [
    ...words,
    ...['-D', clusterAsSeen(footing, cluster), '-p', String(port)],
    ...[...settings, `cluster_name=${nameOf(cluster)}`].flatMap((setting) => ['-c', setting]),
  ]);
  const child = spawn(file, args, { ...options, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const written: string[] = [];
  let isEnded = false;
  const ended = new Promise<void>((resolve) => {
    child.once('error', (fault) => resolve(void written.push(fault.message)));
    child.once('close', () => resolve());
  }).then(() => {
    isEnded = true;
  });
  if (child.stderr !== null) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (written.push(line) > 50) written.shift();
      log(line);
    });
  }
  while (!isEnded) {
    if (isReady(cluster, child.pid)) return { kind: 'ready', child };
    await Promise.race([ended, pause(15)]);
  }
  return { kind: 'ended', log: written.join('\n') };
}

/** On Linux the kernel then stops PostgreSQL when this process ends, even by kill -9; elsewhere the next start does. */
function dyingWithParent(): string[] {
  const words = ['setpriv', '--pdeathsig', 'INT'];
  const [file = '', ...args] = [...words, 'true'];
  return process.platform === 'linux' && spawnSync(file, args).status === 0 ? words : [];
}

/** A fast stop: clients are cut off, everything committed is on disk. If that takes too long, the log secures it. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGINT');
  const late = setTimeout(() => child.kill('SIGQUIT'), STOPPING_MS);
  await ended;
  clearTimeout(late);
}

/**
 * Stops the postmaster that an earlier run of ours left on this cluster, and takes away a pid file that names no
 * PostgreSQL of this cluster: the number may belong to a stranger by now, who must not be harmed nor stand in the way.
 * A pid file is never removed while its process lives.
 */
export async function endOrphan(cluster: string, log: Log): Promise<void> {
  const giveUpAt = Date.now() + STOPPING_MS;
  let asked: number | null = null;
  for (;;) {
    const pid = pidIn(cluster);
    if (pid === null) return;
    const words = Number.isNaN(pid) ? [] : wordsOf(pid);
    if (words === null) return; // ended: PostgreSQL itself clears the file, after looking for processes it left
    if (!isPostmasterOf(cluster, words)) return rmSync(join(cluster, 'postmaster.pid'), { force: true });
    if (Date.now() > giveUpAt) {
      throw new Error(`PostgreSQL of an earlier run (process ${pid}) does not stop in ${cluster}: stop it first.`);
    }
    if (asked !== pid) {
      log(`PostgreSQL of an earlier run (process ${pid}) is stopped.`);
      askToStop(pid);
      asked = pid;
    }
    await pause(20);
  }
}

function askToStop(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // ended in the meantime, or not ours to stop: the waiting tells which
  }
}

/**
 * Names the cluster on its processes' command lines by the folder's identity on disk, not by its path: a copied
 * folder is another cluster, a renamed one the same.
 */
function nameOf(cluster: string): string {
  const { dev, ino } = statSync(cluster, { bigint: true });
  return `rapporteur-${dev}-${ino}`;
}

function isPostmasterOf(cluster: string, words: readonly string[]): boolean {
  return words.includes(`cluster_name=${nameOf(cluster)}`) && words.some((word) => basename(word) === 'postgres');
}

/** A process's command line; empty for one that ended and was not collected yet, null where there is none. */
function wordsOf(pid: number): string[] | null {
  if (process.platform !== 'linux') {
    const shown = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return shown.status === 0 ? shown.stdout.trim().split(' ') : null;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return null;
  }
}

/** The process that the pid file names, NaN if it is unreadable, null if there is no file. */
function pidIn(cluster: string): number | null {
  const lines = pidFile(cluster);
  if (lines === null) return null;
  const pid = Number.parseInt(lines[0] ?? '', 10);
  return pid > 0 ? pid : Number.NaN;
}

function isReady(cluster: string, pid: number | undefined): boolean {
  const lines = pidFile(cluster);
  return lines !== null && Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

function pidFile(cluster: string): string[] | null {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
}
