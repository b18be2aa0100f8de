import type { Run } from './paragraph.ts';
import { normalRuns, textOf } from './paragraph.ts';
import { fewestEdits } from './words.ts';

/**
 * The runs with another wording: words that stay keep their format, new ones take that of the words before
 * them (of those after, at the start).
 */
export function reword(runs: readonly Run[], text: string): Run[] {
  const older = textOf(runs);
  const edits = [...fewestEdits(older, text)].sort((a, b) => a.at - b.at);
  const result: Run[] = [];
  let at = 0;
  for (const edit of edits) {
    result.push(...slice(runs, at, edit.at));
    if (edit.insert !== '') result.push({ ...formatAt(runs, Math.max(edit.at - 1, 0)), text: edit.insert });
    at = edit.at + edit.remove;
  }
  result.push(...slice(runs, at, older.length));
  return normalRuns(result);
}

function slice(runs: readonly Run[], from: number, to: number): Run[] {
  const pieces: Run[] = [];
  let start = 0;
  for (const run of runs) {
    const end = start + run.text.length;
    const text = run.text.slice(Math.max(from - start, 0), Math.max(Math.min(to, end) - start, 0));
    if (text !== '') pieces.push({ ...run, text });
    start = end;
  }
  return pieces;
}

function formatAt(runs: readonly Run[], at: number): Run {
  let start = 0;
  for (const run of runs) {
    start += run.text.length;
    if (at < start) return run;
  }
  return { text: '' };
}
