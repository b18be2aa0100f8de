import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { Imported } from '../../shared/imports/contract.ts';
import { Problem } from '../../shared/problems.ts';
import type { WorkerAnswer, WorkerTask } from './docx-worker.ts';

/** What one reading may cost (PROMISES, section 2, "unzip"). */
const limits = { seconds: 20, megabytes: 256, atOnce: 2, waiting: 10 };
export type ReadingLimits = Pick<typeof limits, 'seconds' | 'megabytes'>;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Reads in a thread of its own, two at once at the most; the others wait their turn.
 * @throws Problem busy where too many wait, import-too-slow after 20 seconds, unpacked-too-large where the memory
 * of the thread does not suffice, and what the reader refuses
 */
export async function readInWorker(task: WorkerTask, own: ReadingLimits = limits): Promise<Imported> {
  await takeTurn();
  try {
    return await runWorker(task, own);
  } finally {
    passTurn();
  }
}

async function takeTurn(): Promise<void> {
  if (running < limits.atOnce) {
    running += 1;
    return;
  }
  if (waiting.length >= limits.waiting) throw new Problem('busy');
  await new Promise<void>((resolve) => waiting.push(resolve));
}

/** A turn goes straight to who waits longest: given back first, a newcomer could take it as well. */
function passTurn(): void {
  const next = waiting.shift();
  if (next) next();
  else running -= 1;
}

function runWorker(task: WorkerTask, { seconds, megabytes }: ReadingLimits): Promise<Imported> {
  return new Promise((resolve, reject) => {
    const worker = startWorker(task, megabytes);
    const done = (settle: () => void): void => {
      clearTimeout(clock);
      worker.removeAllListeners();
      worker.on('error', () => {});
      void worker.terminate();
      settle();
    };
    const refuse = (error: Error) => done(() => reject(error));
    const clock = setTimeout(() => refuse(new Problem('import-too-slow')), seconds * 1000);
    worker.on('message', (answer: WorkerAnswer) => {
      if (answer.kind === 'imported') done(() => resolve(answer.imported));
      else if (answer.kind === 'refused') refuse(new Problem(answer.slug, answer.facts));
      else refuse(new Problem('damaged-file', { reason: answer.message }));
    });
    worker.on('error', (error) => refuse(refusalOf(error)));
    worker.on('exit', () => refuse(new Problem('damaged-file', { reason: 'the reader ended' })));
  });
}

/** Why a thread died: of the file (too much memory, a stream that broke), or of Node, which is our own fault. */
function refusalOf(error: Error & { code?: string }): Error {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return new Problem('unpacked-too-large', { reason: 'memory' });
  const isOurs = error.code?.startsWith('ERR_') || error.code?.endsWith('MODULE_NOT_FOUND');
  return isOurs ? error : new Problem('damaged-file', { reason: error.message });
}

/**
 * The worker's file beside this one: in production the bundle of that name beside the server's; in development and in
 * tests the TypeScript, which a thread cannot load by itself, so tsx is asked to.
 */
function startWorker(task: WorkerTask, megabytes: number): Worker {
  const options: WorkerOptions = {
    workerData: task,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  };
  if (!fileURLToPath(import.meta.url).endsWith('.ts'))
    return new Worker(new URL('./docx-worker.js', import.meta.url), options);
  const tsx = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/\.cjs$/, '.mjs'),
  ).href;
  const file = new URL('./docx-worker.ts', import.meta.url).href;
  const load = `import(${JSON.stringify(tsx)}).then((tsx) => tsx.tsImport(${JSON.stringify(file)}, ${JSON.stringify(import.meta.url)}))`;
  return new Worker(load, { ...options, eval: true });
}
