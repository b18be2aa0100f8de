// Builds the client with Vite and the server with esbuild, into dist/.
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { build as buildClient } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const stamp = join(root, 'dist', 'built');

export async function build() {
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
