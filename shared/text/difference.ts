import type { Stretch } from './sequence.ts';
import { commonHead, commonStretches, commonTail } from './sequence.ts';

/**
 * The difference of two texts as steps over their words, for whoever needs more than the pieces of
 * `words.ts`: merging, splitting, editing. All of it works on tokens whose concatenation is the text.
 */

/** Words that stay, then a change: `deleted` gives way to `inserted`. Only the last step may change nothing. */
export interface Step {
  same: string[];
  deleted: string[];
  inserted: string[];
}

/** Edits tried on whole texts, on their sentences, and inside one stretch that no sentence holds together. */
const mostEdits = { words: 1500, sentences: 1000, inside: 400 };

/**
 * The fewest changes by words. Texts that differ by more than 1,500 words are first aligned by whole
 * sentences, then inside what lies between, so the cost is bounded: 20,000 words against 20,000
 * others take some 100 ms.
 */
export function stepsBetween(older: readonly string[], newer: readonly string[]): Step[] {
  const stretches = commonStretches(older, newer, mostEdits.words) ?? stretchesBySentence(older, newer);
  const steps: Step[] = [];
  let same: string[] = [];
  let a = 0;
  let b = 0;
  for (const stretch of stretches) {
    if (stretch.older > a || stretch.newer > b) {
      steps.push({ same, deleted: older.slice(a, stretch.older), inserted: newer.slice(b, stretch.newer) });
      same = [];
    }
    same = same.concat(older.slice(stretch.older, stretch.older + stretch.length));
    a = stretch.older + stretch.length;
    b = stretch.newer + stretch.length;
  }
  const rest = { same, deleted: older.slice(a), inserted: newer.slice(b) };
  return same.length + rest.deleted.length + rest.inserted.length > 0 ? [...steps, rest] : steps;
}

function stretchesBySentence(older: readonly string[], newer: readonly string[]): Stretch[] {
  const left = sentencesOf(older);
  const right = sentencesOf(newer);
  const shared = commonStretches(left.texts, right.texts, mostEdits.sentences) ?? [];
  const stretches: Stretch[] = [];
  let a = 0;
  let b = 0;
  const alignTo = (olderEnd: number, newerEnd: number) => {
    const inside = commonStretches(older.slice(a, olderEnd), newer.slice(b, newerEnd), mostEdits.inside) ?? [];
    for (const part of inside) stretches.push({ older: part.older + a, newer: part.newer + b, length: part.length });
  };
  for (const part of shared) {
    const from = left.starts[part.older] ?? 0;
    const to = right.starts[part.newer] ?? 0;
    const length = (left.starts[part.older + part.length] ?? 0) - from;
    alignTo(from, to);
    stretches.push({ older: from, newer: to, length });
    a = from + length;
    b = to + length;
  }
  alignTo(older.length, newer.length);
  return stretches;
}

const sentenceEnd = /[.!?。！？؟۔।\n]/u;
const blank = /^\s+$/u;

/** Sentences with the white space after them; `starts` holds where each begins, and the end of the last. */
function sentencesOf(tokens: readonly string[]): { texts: string[]; starts: number[] } {
  const texts: string[] = [];
  const starts = [0];
  tokens.forEach((token, place) => {
    const ends = (sentenceEnd.test(token) && !blank.test(tokens[place + 1] ?? '')) || place === tokens.length - 1;
    const endsAfterSpace = blank.test(token) && sentenceEnd.test(tokens[place - 1] ?? '');
    if (!ends && !endsAfterSpace) return;
    texts.push(tokens.slice(starts.at(-1), place + 1).join(''));
    starts.push(place + 1);
  });
  return { texts, starts };
}

/**
 * The same difference as a person would mark it: small words kept by chance between two larger changes
 * go with them, and an insertion or deletion that fits in several places takes a line's, sentence's or
 * word's edge. Older and newer text stay what they are.
 * @see N. Fraser, Writing: Diff Strategies (2006), 3.3 semantic cleanup
 */
export function readableSteps(steps: readonly Step[]): Step[] {
  return atBestPlaces(withoutEdges(withoutChance(steps)));
}

interface Weighed extends Step {
  kept: number;
  gone: number;
  come: number;
}

/** Joins changes across words that are too few to be told from chance. Each word moves a few times at the most. */
function withoutChance(steps: readonly Step[]): Step[] {
  const done: Weighed[] = [];
  for (const step of steps) {
    let top = weighed(step);
    for (let below = done.at(-1); below && isChance(below, top); below = done.at(-1)) {
      join(below, top);
      top = below;
      done.pop();
    }
    done.push(top);
  }
  return done;
}

function weighed({ same, deleted, inserted }: Step): Weighed {
  const [kept, gone, come] = [weightOf(same), weightOf(deleted), weightOf(inserted)];
  return { same, deleted: [...deleted], inserted: [...inserted], kept, gone, come };
}

/** Letters in words; spaces and punctuation weigh nothing. */
function weightOf(tokens: readonly string[]): number {
  return tokens.reduce((sum, token) => sum + (/[\p{L}\p{N}]/u.test(token) ? token.length : 0), 0);
}

/** Whether what stays between two changes weighs nothing, or at most half of the lesser one. */
function isChance(before: Weighed, after: Weighed): boolean {
  if (!isChange(after)) return false;
  const lesser = Math.min(Math.max(before.gone, before.come), Math.max(after.gone, after.come));
  return after.kept === 0 || 2 * after.kept <= lesser;
}

function join(into: Weighed, step: Weighed): void {
  for (const token of step.same) {
    into.deleted.push(token);
    into.inserted.push(token);
  }
  for (const token of step.deleted) into.deleted.push(token);
  for (const token of step.inserted) into.inserted.push(token);
  into.gone += step.kept + step.gone;
  into.come += step.kept + step.come;
}

/** What a joined change begins or ends with on both sides stays. */
function withoutEdges(steps: readonly Step[]): Step[] {
  const done: Step[] = [];
  let passed: string[] = [];
  for (const { same, deleted, inserted } of steps) {
    const head = commonHead(deleted, inserted);
    const tail = commonTail(deleted, inserted, head);
    const middle = (words: string[]) => words.slice(head, words.length - tail);
    done.push({
      same: passed.concat(same, deleted.slice(0, head)),
      deleted: middle(deleted),
      inserted: middle(inserted),
    });
    passed = deleted.slice(deleted.length - tail);
  }
  return passed.length > 0 ? [...done, { same: passed, deleted: [], inserted: [] }] : done;
}

/** Slides each pure insertion and deletion along repeated words to where it starts and ends best. */
function atBestPlaces(steps: readonly Step[]): Step[] {
  const done: Step[] = [];
  let same = steps[0]?.same ?? [];
  steps.forEach(({ deleted, inserted }, place) => {
    const next = steps[place + 1];
    const edit = deleted.length > 0 ? deleted : inserted;
    if (!next || deleted.length > 0 === inserted.length > 0) {
      done.push({ same, deleted, inserted });
      same = next?.same ?? [];
      return;
    }
    const line = [...same, ...edit, ...next.same];
    const start = bestStart(line, same.length, edit.length, place === 0, place === steps.length - 2 && !isChange(next));
    const slid = line.slice(start, start + edit.length);
    done.push({
      same: line.slice(0, start),
      deleted: deleted.length > 0 ? slid : [],
      inserted: inserted.length > 0 ? slid : [],
    });
    same = line.slice(start + edit.length);
  });
  return done;
}

/** Where in a line of words an edit of `length` words from `from` on is best shown; of equals the last place. */
function bestStart(line: string[], from: number, length: number, isFirst: boolean, isLast: boolean): number {
  let last = from;
  while (last + length < line.length - (isLast ? 0 : 1) && line[last] === line[last + length]) last++;
  const first = isFirst ? 0 : 1;
  const score = (start: number) =>
    edgeScore(line, start, isFirst && start === 0) +
    edgeScore(line, start + length, isLast && start + length === line.length);
  let best = last;
  let bestScore = score(last);
  for (let start = last - 1; start >= first && line[start] === line[start + length]; start--) {
    const itsScore = score(start);
    if (itsScore > bestScore) [best, bestScore] = [start, itsScore];
  }
  return best;
}

/** How well a change begins or ends there: at the text's edge, after a line, a sentence, a space, or inside. */
function edgeScore(line: readonly string[], place: number, isTextEdge: boolean): number {
  if (isTextEdge) return 4;
  const before = line[place - 1] ?? '';
  if (before.includes('\n')) return 3;
  if (!blank.test(before)) return 0;
  return sentenceEnd.test(line[place - 2] ?? '') ? 2 : 1;
}

/** Whether a step is more than words that stay. */
export function isChange(step: Step): boolean {
  return step.deleted.length + step.inserted.length > 0;
}
