import { readDocx } from '../../server/imports/docx/read.ts';
import { Problem } from '../../shared/problems.ts';

/** How one reading ends: what was read, or why not. Anything but a Problem is a crash, and fails the test. */
export async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    return `read ${(await readDocx(bytes)).blocks.length}`;
  } catch (error) {
    if (error instanceof Problem) return error.slug;
    throw error;
  }
}

/** A small generator of numbers from a seed, so that a failure can be repeated (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
