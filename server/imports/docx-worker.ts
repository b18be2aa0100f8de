import { parentPort, workerData } from 'node:worker_threads';
import type { Imported, SourceFormat } from '../../shared/imports/contract.ts';
import { Problem, type ProblemFacts, type ProblemSlug } from '../../shared/problems.ts';
import { readDocx } from './docx/read.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plain-text.ts';

/** What the worker is asked to read. Texts, already in UTF-8, come here too when they are long. */
export interface WorkerTask {
  format: SourceFormat;
  bytes: Uint8Array;
}
/** What it answers, once. Classes do not survive the way between threads, so a refusal comes as its parts. */
export type WorkerAnswer =
  | { kind: 'imported'; imported: Imported }
  | { kind: 'refused'; slug: ProblemSlug; facts: ProblemFacts }
  | { kind: 'failed'; message: string };

/** A thread of its own, with its own memory and time: whatever a file does to it, the server goes on. */
async function answer(task: WorkerTask): Promise<WorkerAnswer> {
  try {
    return { kind: 'imported', imported: await read(task) };
  } catch (error) {
    if (error instanceof Problem) return { kind: 'refused', slug: error.slug, facts: error.facts };
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

async function read({ format, bytes }: WorkerTask): Promise<Imported> {
  if (format === 'docx') return readDocx(bytes);
  const text = new TextDecoder().decode(bytes);
  return format === 'markdown' ? readMarkdown(text) : readPlainText(text);
}

answer(workerData as WorkerTask).then((answered) => parentPort?.postMessage(answered));
