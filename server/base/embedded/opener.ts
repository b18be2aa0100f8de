import { spawnSync } from 'node:child_process';
import { closeSync, constants, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { belongsToAnother, giveToOwnerOf } from './folder.ts';

/** macOS: lock while opening. Node has no name for it. */
const O_EXLOCK = 0x20;

/** The right to open a data folder; it ends with `close` or with the process, however that ends. */
export interface Opener {
  close(): void;
}

/**
 * Takes the only right to open a data folder. The lock is the kernel's on the file itself (`flock`): it cannot become
 * stale, and it also holds between containers that share the folder, where process ids mean nothing.
 */
export function openAlone(dataDir: string): Opener {
  const path = join(dataDir, 'postgres.lock');
  const file = process.platform === 'linux' ? lockByCommand(path) : lockByOpening(path);
  if (file === null) {
    throw new Error(
      `Another Rapporteur (process ${readFileSync(path, 'utf8').trim()}) has the data in ${dataDir} open: ` +
        'stop it first, or set another DATA_DIR.',
    );
  }
  giveToOwnerOf(dataDir, path);
  ftruncateSync(file);
  writeSync(file, `${process.pid}\n`);
  return { close: () => closeSync(file) };
}

/** The lock belongs to the opened file, which the short-lived `flock` shares with us: it stays when that ends. */
function lockByCommand(path: string): number | null {
  const file = openOurs(path, constants.O_RDWR | constants.O_CREAT);
  const asked = spawnSync('flock', ['-n', '-x', '3'], { stdio: ['ignore', 'ignore', 'pipe', file], encoding: 'utf8' });
  if (asked.status === 0) return file;
  closeSync(file);
  if (asked.status === 1) return null;
  throw new Error(
    `The data folder could not be locked (${asked.error?.message ?? asked.stderr.trim()}): ` +
      'install flock (package util-linux), or set DATABASE_URL to the address of a PostgreSQL.',
  );
}

function lockByOpening(path: string): number | null {
  try {
    return openOurs(path, constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | O_EXLOCK);
  } catch (fault) {
    if (codeOf(fault) === 'EAGAIN') return null;
    throw fault;
  }
}

function openOurs(path: string, flags: number): number {
  try {
    return openSync(path, flags, 0o600);
  } catch (fault) {
    throw codeOf(fault) === 'EACCES' ? new Error(belongsToAnother(path)) : fault;
  }
}

function codeOf(fault: unknown): unknown {
  return fault instanceof Error && 'code' in fault ? fault.code : null;
}
