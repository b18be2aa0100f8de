// Starts the product: builds it first when a source is newer than the last build, then runs the bundle.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'dist', 'built');

function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}

const sources = ['client', 'server', 'shared', 'package-lock.json', 'scripts/build.mjs'];
const isStale = !existsSync(stamp) || sources.some((path) => newest(join(root, path)) > statSync(stamp).mtimeMs);
if (isStale) {
  process.stdout.write('Building Rapporteur …\n');
  const { build } = await import('./build.mjs');
  await build();
}
try {
  await import(pathToFileURL(join(root, 'dist/server/main.js')).href);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
