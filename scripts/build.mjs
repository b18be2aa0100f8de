// Builds the client with Vite and the server with esbuild, into dist/.
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'dist', 'built');
const sources = ['client', 'server', 'shared', 'package-lock.json', 'scripts/build.mjs'];

function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}

/** Builds only when a source is newer than the last build, so that a second start is fast. */
export async function ensureBuilt() {
  const isFresh = existsSync(stamp) && sources.every((path) => newest(join(root, path)) <= statSync(stamp).mtimeMs);
  if (isFresh) return;
  process.stdout.write('Building Rapporteur …\n');
  await build();
}

async function build() {
  const [{ build: bundle }, { build: buildClient }] = await Promise.all([import('esbuild'), import('vite')]);
  rmSync(stamp, { force: true });
  await buildClient({ configFile: join(root, 'client/vite.config.ts'), logLevel: 'warn' });
  await bundle({
    absWorkingDir: root,
    entryPoints: { main: 'server/main.ts', 'docx-worker': 'server/imports/docx-worker.ts', admin: 'server/admin.ts' },
    outdir: 'dist/server',
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  });
  writeFileSync(stamp, `${new Date().toISOString()}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
