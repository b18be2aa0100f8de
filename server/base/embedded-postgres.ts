import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readyBinaries } from './embedded/binaries.ts';
import { lastComplaint, prepareCluster } from './embedded/cluster.ts';
import { clusterIn, type Keys, makeDataDir, writeKeys } from './embedded/folder.ts';
import { chooseFooting } from './embedded/footing.ts';
import { type Opener, openAlone } from './embedded/opener.ts';
import { endOrphan, type Log, launch, type Place, stop } from './embedded/postmaster.ts';

export interface EmbeddedPostgres {
  readonly url: string;
  /** Stops within 30 seconds. End pools first: connections still open are cut off. May be called again. */
  stop(): Promise<void>;
}

const RETRY_EVERY_MS = 250;
const RETRY_FOR_MS = 10_000;
/** Said while processes of a run that was killed are still on their way out. */
const STILL_LEAVING = /lock file "postmaster.pid" already exists|pre-existing shared memory block/;
const PORT_TAKEN = /could not create any TCP\/IP sockets/;

/**
 * Starts the PostgreSQL that comes with the product on `<dataDir>/postgres`, makes the cluster the first time, and
 * keeps it running at the same address until `stop`: a server that dies is started again.
 * @param log takes PostgreSQL's own log, one line at a time
 * @throws Error one sentence that says what is missing and what to do
 */
export async function startEmbeddedPostgres({
  dataDir,
  log,
}: {
  dataDir: string;
  log: Log;
}): Promise<EmbeddedPostgres> {
  const home = resolve(dataDir);
  if (process.platform === 'win32') {
    throw new Error('PostgreSQL does not come with Rapporteur on Windows: set DATABASE_URL to the address of one.');
  }
  makeDataDir(home);
  const opener = openAlone(home);
  try {
    const cluster = clusterIn(home);
    await endOrphan(cluster, log);
    const footing = chooseFooting(readyBinaries(home), home, !existsSync(cluster));
    const keys = prepareCluster(footing, home);
    const place = { footing, cluster, log };
    const { child, port } = await bringUpAnywhere(place, keys.port);
    const watch = new Watch(place, child, port, opener);
    if (port !== keys.port) rememberPort(home, { ...keys, port }, log);
    return {
      url: `postgres://rapporteur:${keys.password}@127.0.0.1:${port}/rapporteur`,
      stop: () => watch.end(),
    };
  } catch (fault) {
    opener.close();
    throw fault;
  }
}

/** The care for a running PostgreSQL. */
class Watch {
  private ending: Promise<void> | null = null;
  private reviving: Promise<void> = Promise.resolve();

  constructor(
    private readonly place: Place,
    private child: ChildProcess,
    private readonly port: number,
    private readonly opener: Opener,
  ) {
    process.once('exit', this.leave);
    this.follow();
  }

  end(): Promise<void> {
    this.ending ??= this.close();
    return this.ending;
  }

  private async close(): Promise<void> {
    await this.reviving;
    await stop(this.child);
    process.off('exit', this.leave);
    this.opener.close();
  }

  private follow(): void {
    this.child.once('exit', () => {
      if (this.ending === null) this.reviving = this.revive();
    });
  }

  /** Clients know the address, so only the same port will do; they come back as after a failed network. */
  private async revive(): Promise<void> {
    this.place.log('PostgreSQL ended unexpectedly and is started again.');
    while (this.ending === null) {
      try {
        this.child = await bringUp(this.place, this.port);
        return this.follow();
      } catch (fault) {
        this.place.log(fault instanceof Error ? fault.message : String(fault));
        await pause(RETRY_EVERY_MS);
      }
    }
  }

  /** Where the kernel does not stop PostgreSQL with us, this does for every end but a kill -9. */
  private readonly leave = (): void => {
    this.child.kill('SIGINT');
  };
}

/** PostgreSQL wants this port, which somebody else holds. */
class PortTaken extends Error {}

/** Starts PostgreSQL on the wanted port or, where that is taken, on one that the system picks. */
async function bringUpAnywhere(place: Place, wanted: number | null): Promise<{ child: ChildProcess; port: number }> {
  for (const choice of [wanted, null, null]) {
    const port = await freePort(choice);
    try {
      return { child: await bringUp(place, port), port };
    } catch (fault) {
      if (!(fault instanceof PortTaken)) throw fault;
    }
  }
  throw new Error('No port of this machine stayed free long enough for PostgreSQL: start Rapporteur again.');
}

/**
 * Starts PostgreSQL, patiently while a killed run is still leaving.
 * @throws Error what PostgreSQL complained of last
 */
async function bringUp(place: Place, port: number): Promise<ChildProcess> {
  const giveUpAt = Date.now() + RETRY_FOR_MS;
  for (;;) {
    await endOrphan(place.cluster, place.log);
    const outcome = await launch(place, port);
    if (outcome.kind === 'ready') return outcome.child;
    const complaint = `PostgreSQL did not start on ${place.cluster}: ${lastComplaint(outcome.log)}`;
    if (PORT_TAKEN.test(outcome.log)) throw new PortTaken(complaint);
    if (!STILL_LEAVING.test(outcome.log) || Date.now() > giveUpAt) throw new Error(complaint);
    await pause(RETRY_EVERY_MS);
  }
}

/** The wanted port if nobody listens there, else one that the system picks. */
function freePort(wanted: number | null): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (fault) => (wanted === null ? reject(fault) : resolve(freePort(null))));
    probe.listen(wanted ?? 0, '127.0.0.1', () => {
      const address = probe.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** A forgotten port costs clients a reconnection after the next start: no reason to refuse this one. */
function rememberPort(dataDir: string, keys: Keys, log: Log): void {
  try {
    writeKeys(dataDir, keys);
  } catch (fault) {
    log(`The port of PostgreSQL could not be remembered: ${fault instanceof Error ? fault.message : fault}`);
  }
}
