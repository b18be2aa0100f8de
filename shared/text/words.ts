import type { WordPiece } from '../changes/contract.ts';
import type { Step } from './difference.ts';
import { readableSteps, stepsBetween } from './difference.ts';
import { isGraphemeEdge, segmentsOf } from './segments.ts';

/** Difference of two texts by words, in any script. Offsets count UTF-16 units. */

/**
 * The words of a text with the spaces and marks between them; together they are the text.
 * @param language decides the few rules that differ by language (BCP 47)
 */
export function wordsOf(text: string, language = 'en'): string[] {
  return segmentsOf(text, language).map((segment) => segment.text);
}

/** How many words a text has, as a reader counts: numbers are words, spaces and marks are none. */
export function wordCount(text: string, language = 'en'): number {
  return segmentsOf(text, language).filter((segment) => segment.isWord).length;
}

/**
 * What a reader is shown of a change: pieces in reading order, what goes before what comes.
 * W1: same and deleted pieces together are the older text, same and inserted ones the newer.
 * W2: no two neighbouring pieces are of the same kind, none is empty.
 * W3: spaces, marks and small words kept by chance between two changes go with them.
 * Cost: see `stepsBetween`.
 */
export function wordDifference(older: string, newer: string, language = 'en'): WordPiece[] {
  if (older === newer) return older === '' ? [] : [{ kind: 'same', text: older }];
  return piecesOf(readableSteps(stepsBetween(wordsOf(older, language), wordsOf(newer, language))));
}

/** Steps as pieces; neighbours of one kind are one piece. */
export function piecesOf(steps: readonly Step[]): WordPiece[] {
  const pieces: WordPiece[] = [];
  for (const step of steps)
    for (const kind of ['same', 'deleted', 'inserted'] as const) {
      const text = step[kind].join('');
      const last = pieces.at(-1);
      if (text !== '' && last?.kind === kind) last.text += text;
      else if (text !== '') pieces.push({ kind, text });
    }
  return pieces;
}

/** Take `remove` units out at `at`, and put `insert` in there. */
export interface Edit {
  at: number;
  remove: number;
  insert: string;
}

/** A replaced stretch: from `a` to `aEnd` in the older text, from `b` to `bEnd` in the newer. */
interface Gap {
  a: number;
  aEnd: number;
  b: number;
  bEnd: number;
}

/**
 * The fewest edits that turn one text into the other, so that carets and anchors outside them stay.
 * Words are compared first, then the letters at the ends of each replaced stretch.
 * W4: last edit first, so each may be applied as it stands; they neither overlap nor touch.
 * W5: no edit begins or ends inside a grapheme, of the older text or of the newer.
 */
export function fewestEdits(older: string, newer: string, language = 'en'): Edit[] {
  if (older === newer) return [];
  const gaps: Gap[] = [];
  let a = 0;
  let b = 0;
  for (const step of stepsBetween(wordsOf(older, language), wordsOf(newer, language))) {
    a += lengthOf(step.same);
    b += lengthOf(step.same);
    const gap = { a, aEnd: a + lengthOf(step.deleted), b, bEnd: b + lengthOf(step.inserted) };
    if (gap.aEnd > a || gap.bEnd > b) gaps.push(trimmed(gap, older, newer));
    [a, b] = [gap.aEnd, gap.bEnd];
  }
  return wholeGraphemes(gaps, older, newer)
    .map((gap) => ({ at: gap.a, remove: gap.aEnd - gap.a, insert: newer.slice(gap.b, gap.bEnd) }))
    .reverse();
}

function lengthOf(tokens: readonly string[]): number {
  return tokens.reduce((sum, token) => sum + token.length, 0);
}

/** A gap without the letters that both sides begin or end with. */
function trimmed(gap: Gap, older: string, newer: string): Gap {
  let { a, aEnd, b, bEnd } = gap;
  while (a < aEnd && b < bEnd && older[a] === newer[b]) {
    a++;
    b++;
  }
  while (a < aEnd && b < bEnd && older[aEnd - 1] === newer[bEnd - 1]) {
    aEnd--;
    bEnd--;
  }
  return { a, aEnd, b, bEnd };
}

/** Widens gaps until they begin and end between graphemes of both texts; what then meets becomes one. */
function wholeGraphemes(gaps: readonly Gap[], older: string, newer: string): Gap[] {
  const isEdge = (a: number, b: number) => isGraphemeEdge(older, a) && isGraphemeEdge(newer, b);
  const whole: Gap[] = [];
  gaps.forEach((gap, place) => {
    const last = whole.at(-1);
    const next = gaps[place + 1]?.a ?? older.length;
    let { a, aEnd, b, bEnd } = gap;
    while (a > (last?.aEnd ?? 0) && !isEdge(a, b)) {
      a--;
      b--;
    }
    while (aEnd < next && !isEdge(aEnd, bEnd)) {
      aEnd++;
      bEnd++;
    }
    if (last && a <= last.aEnd) Object.assign(last, { aEnd, bEnd });
    else whole.push({ a, aEnd, b, bEnd });
  });
  return whole;
}
