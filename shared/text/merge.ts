import { isChange, readableSteps, stepsBetween } from './difference.ts';
import { wordsOf } from './words.ts';

/** Two wordings that come from one base made into one, by words. */

export type MergedPiece = { kind: 'agreed'; text: string } | { kind: 'clash'; ours: string; theirs: string };

/** Base words from `start` to `end` that one side replaces by `words`. */
interface Hunk {
  start: number;
  end: number;
  words: string[];
  side: 'ours' | 'theirs';
}

/**
 * Merges what both sides did to `base`.
 * M1: what only one side changed is taken from it; what both changed alike is taken once.
 * M2: changes that overlap, touch, or have only white space between them are one place: unless M1 settles
 *   it, it is a clash, and a person chooses. So nobody's words are ever put together by half.
 * M3: `clean` is true exactly when there is no clash; the texts of the pieces are then the merged wording.
 * Cost: two differences of words, see `stepsBetween`.
 */
export function mergeWordings(
  base: string,
  ours: string,
  theirs: string,
  language = 'en',
): { pieces: MergedPiece[]; clean: boolean } {
  const words = wordsOf(base, language);
  const hunks = [
    ...hunksOf(words, wordsOf(ours, language), 'ours'),
    ...hunksOf(words, wordsOf(theirs, language), 'theirs'),
  ];
  const pieces: MergedPiece[] = [];
  let done = 0;
  for (const place of placesOf(hunks, words)) {
    pushAgreed(pieces, words.slice(done, place.start).join(''));
    settle(pieces, place, words);
    done = place.end;
  }
  pushAgreed(pieces, words.slice(done).join(''));
  return { pieces, clean: pieces.every((piece) => piece.kind === 'agreed') };
}

function hunksOf(base: readonly string[], words: readonly string[], side: Hunk['side']): Hunk[] {
  const hunks: Hunk[] = [];
  let done = 0;
  for (const step of readableSteps(stepsBetween(base, words))) {
    const start = done + step.same.length;
    done = start + step.deleted.length;
    if (isChange(step)) hunks.push({ start, end: done, words: step.inserted, side });
  }
  return hunks;
}

/** A stretch of the base that must be settled as a whole. */
interface Place {
  start: number;
  end: number;
  hunks: Hunk[];
}

/** Rule M2: gathers hunks that are one place. */
function placesOf(hunks: readonly Hunk[], base: readonly string[]): Place[] {
  const places: Place[] = [];
  for (const hunk of [...hunks].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = places.at(-1);
    if (last && (hunk.start <= last.end || base.slice(last.end, hunk.start).every((word) => /^\s*$/u.test(word)))) {
      last.hunks.push(hunk);
      last.end = Math.max(last.end, hunk.end);
    } else places.push({ start: hunk.start, end: hunk.end, hunks: [hunk] });
  }
  return places;
}

/** Rule M1. */
function settle(pieces: MergedPiece[], place: Place, base: readonly string[]): void {
  const before = base.slice(place.start, place.end).join('');
  const ours = wordingOf(place, 'ours', base);
  const theirs = wordingOf(place, 'theirs', base);
  if (ours === theirs || theirs === before) pushAgreed(pieces, ours);
  else if (ours === before) pushAgreed(pieces, theirs);
  else pieces.push({ kind: 'clash', ours, theirs });
}

/** What one side made of a place. */
function wordingOf(place: Place, side: Hunk['side'], base: readonly string[]): string {
  let text = '';
  let done = place.start;
  for (const hunk of place.hunks.filter((one) => one.side === side)) {
    text += base.slice(done, hunk.start).join('') + hunk.words.join('');
    done = hunk.end;
  }
  return text + base.slice(done, place.end).join('');
}

function pushAgreed(pieces: MergedPiece[], text: string): void {
  if (text === '') return;
  const last = pieces.at(-1);
  if (last?.kind === 'agreed') last.text += text;
  else pieces.push({ kind: 'agreed', text });
}
