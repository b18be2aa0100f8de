// Runs the tests: builds first, since the browser tests open the product as it is shipped; what follows -- goes to Jest.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { ensureBuilt } from './build.mjs';

await ensureBuilt();
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const { status } = spawnSync(process.execPath, [jest, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(status ?? 1);
