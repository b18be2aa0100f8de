// Starts the product: builds it first when a source is newer than the last build, then runs the bundle.
import { ensureBuilt } from './build.mjs';

try {
  await ensureBuilt();
  await import('../dist/server/main.js');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
