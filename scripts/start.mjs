// Starts the product: builds it first when a source is newer than the last build, then runs the bundle.
import { ensureBuilt } from './build.mjs';

await ensureBuilt();
await import('../dist/server/main.js');
