import { rm } from 'node:fs/promises';

/** After all tests: stops the PostgreSQL that the setup started, if it did, and leaves nothing behind. */
export default async function teardown() {
  if (globalThis.testPostgres === undefined) return;
  const { postgres, folder } = globalThis.testPostgres;
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
