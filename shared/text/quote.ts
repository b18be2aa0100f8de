import search from 'approx-string-match';
import { readableSteps, stepsBetween } from './difference.ts';
import { splitsCharacter } from './segments.ts';
import { wordsOf } from './words.ts';

/** Finding quoted words in one text. Offsets count UTF-16 units. */

/** The words, what stood before and after them, and where they began. */
export interface Quoted {
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
}

/**
 * Words that were found. `context` is how many units of prefix and suffix still stand around them;
 * `fits` says that neither side speaks against it: all of it stands there, or the text ends first
 * (as it does after a split).
 */
export interface Found {
  start: number;
  end: number;
  context: number;
  fits: boolean;
}

/** Copies looked at in one text; more than that is no quote but a letter. */
const mostCopies = 500;
/** A longer quote is looked for by its ends. */
const longestPattern = 200;
const endLength = 64;
/** Texts longer than this are searched approximately around the old offset only. */
const longestSearched = 10_000;
/** An approximate copy of fewer letters says nothing. */
const shortestPattern = 4;
/** Context needed on each side to say that what lies between took the place of the quote. */
const bracket = 12;

/** The unchanged words: the copy with most context, of equals the one nearest to the old offset. */
export function findExact(text: string, quoted: Quoted): Found | null {
  if (text.startsWith(quoted.prefix + quoted.exact + quoted.suffix, quoted.start - quoted.prefix.length))
    return foundAt(text, quoted.start, quoted.start + quoted.exact.length, quoted);
  let best: Found | null = null;
  let copies = 0;
  for (let at = text.indexOf(quoted.exact); at >= 0 && copies < mostCopies; at = text.indexOf(quoted.exact, at + 1)) {
    copies++;
    best = better(best, foundAt(text, at, at + quoted.exact.length, quoted), quoted);
  }
  return best;
}

/**
 * The words with at most a quarter of their length in edits. A quote of more than 200 units is looked
 * for by its first and last 64, which must then stand in order and neither too near nor too far.
 * Cost: O(text × pattern / 32), on at most 10,000 units of text.
 */
export function findApproximate(text: string, quoted: Quoted): Found | null {
  return quoted.exact.length > longestPattern ? findByEnds(text, quoted) : findPattern(text, quoted);
}

function findPattern(text: string, quoted: Quoted): Found | null {
  if (quoted.exact.length < shortestPattern) return null;
  const from = text.length > longestSearched ? Math.max(0, quoted.start - longestSearched / 2) : 0;
  const near = text.slice(from, from + longestSearched);
  let best: Found | null = null;
  for (const match of search(near, quoted.exact, Math.floor(quoted.exact.length / 4)).slice(0, mostCopies)) {
    const start = match.start + from - (splitsCharacter(text, match.start + from) ? 1 : 0);
    const end = match.end + from + (splitsCharacter(text, match.end + from) ? 1 : 0);
    best = better(best, foundAt(text, start, end, quoted), quoted);
  }
  return best;
}

function findByEnds(text: string, quoted: Quoted): Found | null {
  const { exact, prefix, suffix, start } = quoted;
  const last = exact.length - endLength;
  const head = { exact: exact.slice(0, endLength), prefix, suffix: exact.slice(endLength, 2 * endLength), start };
  const tail = { exact: exact.slice(last), prefix: exact.slice(last - endLength, last), suffix, start: start + last };
  const first = findExact(text, head) ?? findPattern(text, head);
  const second = findExact(text, tail) ?? findPattern(text, tail);
  if (!first || !second) return null;
  const length = second.end - first.start;
  if (second.start < first.start || length < exact.length / 2 || length > 2 * exact.length) return null;
  return foundAt(text, first.start, second.end, quoted);
}

/** What now stands between the words before and after the quote (or the text's edge), at most twice as long. */
export function findBetween(text: string, quoted: Quoted): Found | null {
  const before = quoted.prefix.slice(-bracket);
  const after = quoted.suffix.slice(0, bracket);
  let best: Found | null = null;
  for (const from of before.length < bracket ? edgeOf(text.startsWith(before), before.length) : endsOf(text, before)) {
    const toEdge = text.endsWith(after) ? text.length - after.length : -1;
    const to = after.length < bracket ? toEdge : text.indexOf(after, from);
    if (to <= from || to - from > 2 * quoted.exact.length + 20) continue;
    best = better(best, foundAt(text, from, to, quoted), quoted);
  }
  return best;
}

/** Whether the quote began or ended so near its paragraph's edge that one side is not told by words. */
export function stoodAtEdge({ prefix, suffix }: Quoted): boolean {
  return prefix.length < bracket || suffix.length < bracket;
}

function edgeOf(stands: boolean, place: number): number[] {
  return stands ? [place] : [];
}

/** Where the copies of some words end. */
function endsOf(text: string, words: string): number[] {
  const ends: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && ends.length < mostCopies; at = text.indexOf(words, at + 1))
    ends.push(at + words.length);
  return ends;
}

/**
 * What is left of the quote when its text became another: from the first of its words that stayed to
 * the last, when they hold a quarter of its letters or more. Cost: one difference of words.
 * @param former the text in which the quote stood
 */
export function findRemains(text: string, quoted: Quoted, former: string): Found | null {
  const stood = findExact(former, quoted);
  if (!stood) return null;
  let [a, b] = [0, 0];
  let kept = '';
  let start = -1;
  let end = -1;
  for (const step of readableSteps(stepsBetween(wordsOf(former), wordsOf(text)))) {
    const same = step.same.join('');
    const from = Math.max(stood.start, a) - a;
    const to = Math.min(stood.end, a + same.length) - a;
    if (from < to) {
      if (start < 0) start = b + from;
      end = b + to;
      kept += same.slice(from, to);
    }
    a += same.length + step.deleted.join('').length;
    b += same.length + step.inserted.join('').length;
  }
  const isEnough = lettersIn(kept) > 0 && 4 * lettersIn(kept) >= lettersIn(quoted.exact);
  return isEnough ? foundAt(text, start, end, quoted) : null;
}

function lettersIn(text: string): number {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length;
}

function foundAt(text: string, start: number, end: number, { prefix, suffix }: Quoted): Found {
  let before = 0;
  while (before < prefix.length && before < start && prefix.at(-1 - before) === text[start - 1 - before]) before++;
  let after = 0;
  while (after < suffix.length && end + after < text.length && suffix[after] === text[end + after]) after++;
  const fitsBefore = before === prefix.length || before === start;
  const fitsAfter = after === suffix.length || end + after === text.length;
  return { start, end, context: before + after, fits: fitsBefore && fitsAfter };
}

/** More context wins, then the nearer to the old offset, then the first. */
function better(best: Found | null, found: Found, { start }: Quoted): Found {
  if (best === null || found.context > best.context) return found;
  if (found.context < best.context) return best;
  return Math.abs(found.start - start) < Math.abs(best.start - start) ? found : best;
}
