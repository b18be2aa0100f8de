/**
 * Runs the embedded PostgreSQL in a process of its own, which a test can kill: node --import tsx … <data folder>.
 * Writes one line of JSON: the address and how long the start took, or the sentence that says why not.
 * Stops at the end of its input.
 */
import { startEmbeddedPostgres } from '../../server/base/embedded-postgres.ts';

const [dataDir = ''] = process.argv.slice(2);
const began = performance.now();

try {
  const postgres = await startEmbeddedPostgres({ dataDir, log: (line) => console.error(line) });
  console.log(JSON.stringify({ url: postgres.url, ms: performance.now() - began }));
  process.stdin.resume().once('end', async () => {
    await Promise.all([postgres.stop(), postgres.stop()]);
    process.exit(0);
  });
} catch (fault) {
  console.log(JSON.stringify({ refusal: fault instanceof Error ? fault.message : String(fault) }));
  process.exit(1);
}
