import * as fs from 'node:fs';
import { join } from 'node:path';

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** What must be remembered beside the cluster. The port is kept so that an open client finds it again. */
export interface Keys {
  readonly password: string;
  readonly port: number | null;
}

export function clusterIn(dataDir: string): string {
  return join(dataDir, 'postgres');
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Makes the data folder; root's may be passed through by the database's own user, but not listed. */
export function makeDataDir(dataDir: string): void {
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
    fs.accessSync(dataDir, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    throw new Error(`The folder ${dataDir} cannot be used (${reason}): set DATA_DIR to one that can be written.`);
  }
}

export function readKeys(dataDir: string): Keys | null {
  try {
    const keys: Partial<Keys> = JSON.parse(fs.readFileSync(keysFile(dataDir), 'utf8'));
    if (typeof keys.password !== 'string') return null;
    return { password: keys.password, port: typeof keys.port === 'number' ? keys.port : null };
  } catch {
    return null; // lost or cut off: the superuser can set a new password
  }
}

export function writeKeys(dataDir: string, keys: Keys): void {
  const half = `${keysFile(dataDir)}.new`;
  fs.rmSync(half, { force: true });
  fs.writeFileSync(half, JSON.stringify(keys), { mode: 0o600, flush: true });
  giveToOwnerOf(dataDir, half);
  fs.renameSync(half, keysFile(dataDir));
  syncFolder(dataDir);
}

function keysFile(dataDir: string): string {
  return join(dataDir, 'postgres.json');
}

/** What root writes into another's folder belongs to that person, who may go on without root. */
export function giveToOwnerOf(dataDir: string, path: string): void {
  if (!isRoot()) return;
  const { uid, gid } = fs.statSync(dataDir);
  fs.chownSync(path, uid, gid);
}

/**
 * PostgreSQL refuses files of another owner; root may hand them over, for instance after the folder was moved.
 * @throws Error where someone else than root would have to
 */
export function settleOwner(cluster: string, owner: Account): void {
  const { uid } = fs.statSync(cluster);
  if (uid === owner.uid) return;
  if (!isRoot()) throw new Error(belongsToAnother(cluster));
  try {
    giveTree(cluster, owner);
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    throw new Error(
      `${cluster} could not be handed to user ${owner.uid}, under whom PostgreSQL runs (${reason}): ` +
        'set DATA_DIR to a folder on a local disk, or DATABASE_URL to the address of a PostgreSQL.',
    );
  }
}

/** The folder itself last: a hand-over cut short is then seen and begun anew. */
function giveTree(path: string, owner: Account): void {
  if (fs.lstatSync(path).isDirectory()) for (const name of fs.readdirSync(path)) giveTree(join(path, name), owner);
  fs.lchownSync(path, owner.uid, owner.gid);
}

export function belongsToAnother(path: string): string {
  return `${path} belongs to user ${fs.statSync(path).uid}: start Rapporteur as that user, or hand the data over.`;
}

/** A renamed file is safe from a power cut only when its folder is on disk too. */
export function syncFolder(path: string): void {
  const folder = fs.openSync(path, 'r');
  fs.fsyncSync(folder);
  fs.closeSync(folder);
}
