import { parentPort, workerData } from 'node:worker_threads';
import type { Imported } from '../../shared/imports/contract.ts';
import { Problem, type ProblemFacts, type ProblemSlug } from '../../shared/problems.ts';
import { readDocx } from './docx/read.ts';
import { readMarkdown } from './markdown.ts';

/** What the worker is asked to read. Long Markdown comes here too, because its parser may take seconds. */
export interface WorkerTask {
  format: 'docx' | 'markdown';
  bytes: Uint8Array;
}
/** What it answers, once. Classes do not survive the way between threads, so a refusal comes as its parts. */
export type WorkerAnswer =
  | { kind: 'imported'; imported: Imported }
  | { kind: 'refused'; slug: ProblemSlug; facts: ProblemFacts }
  | { kind: 'failed'; message: string };

/** A thread of its own, with its own memory and time: whatever a file does to it, the server goes on. */
async function answer({ format, bytes }: WorkerTask): Promise<WorkerAnswer> {
  try {
    const imported = format === 'docx' ? await readDocx(bytes) : readMarkdown(new TextDecoder().decode(bytes));
    return { kind: 'imported', imported };
  } catch (error) {
    if (error instanceof Problem) return { kind: 'refused', slug: error.slug, facts: error.facts };
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

answer(workerData as WorkerTask).then((answered) => parentPort?.postMessage(answered));
