import type { WordPiece } from '../changes/contract.ts';
import type { Step } from '../text/difference.ts';
import { readableSteps, stepsBetween } from '../text/difference.ts';
import type { Paragraph } from '../text/paragraph.ts';
import { piecesOf, wordsOf } from '../text/words.ts';
import type { Pairs } from './pairs.ts';

/** Recognises paragraphs that were split or merged. */

/** One paragraph that became several, or several that became one; numbers count the newer or the older text. */
export interface Group {
  kind: 'split' | 'merged';
  /** The paragraph that is in both texts. */
  older: number;
  newer: number;
  /** All parts in order, that paragraph among them: newer ones of a split, older ones of a merge. */
  parts: number[];
  /** What is shown with each part, in the same order. */
  pieces: WordPiece[][];
}

/** Paragraphs looked at to either side of one that changed. */
const reach = 12;
/** The share of a part's words that must have come from the other paragraph, or gone into it. */
const share = 0.6;

/**
 * C5: a new paragraph is part of a split when most of its words stood in a neighbour that has them no
 *   longer; a deleted one is part of a merge when most of its words now stand in a neighbour that had
 *   them not. Neighbours are divided by nothing but other parts, new or deleted paragraphs.
 * C6: each paragraph belongs to one group at the most; the earlier in the text is served first.
 * Cost: two differences of words for each changed paragraph with new or deleted neighbours.
 */
export function groupsOf(
  older: readonly Paragraph[],
  newer: readonly Paragraph[],
  pairs: Pairs,
  language: string,
): Group[] {
  const groups: Group[] = [];
  const taken = { older: new Set<number>(), newer: new Set<number>() };
  pairs.olderOf.forEach((a, b) => {
    if (a === null || older[a]?.text === newer[b]?.text) return;
    const split = () => {
      const parts = runAround(b, pairs.olderOf, taken.newer);
      return groupIn({ kind: 'split', older: a, newer: b, parts }, older, newer, language);
    };
    const merge = () => {
      const parts = runAround(a, pairs.newerOf, taken.older);
      return groupIn({ kind: 'merged', older: a, newer: b, parts }, older, newer, language);
    };
    const group = split() ?? merge();
    if (group === null) return;
    groups.push(group);
    for (const part of group.parts) taken[group.kind === 'split' ? 'newer' : 'older'].add(part);
  });
  return groups;
}

/** The paragraphs around one that the other text does not have, and itself. */
function runAround(place: number, otherOf: readonly (number | null)[], taken: ReadonlySet<number>): number[] {
  const isFree = (at: number) => otherOf[at] === null && !taken.has(at);
  const run = [place];
  for (let at = place - 1; at >= place - reach && isFree(at); at--) run.unshift(at);
  for (let at = place + 1; at <= place + reach && isFree(at); at++) run.push(at);
  return run;
}

/** Keeps of the possible parts those that rule C5 confirms; null when none is left beside the paragraph itself. */
function groupIn(
  wide: Omit<Group, 'pieces'>,
  older: readonly Paragraph[],
  newer: readonly Paragraph[],
  language: string,
): Group | null {
  if (wide.parts.length < 2) return null;
  const isSplit = wide.kind === 'split';
  const [itself, whole] = isSplit ? [wide.newer, older[wide.older]] : [wide.older, newer[wide.newer]];
  const many = isSplit ? newer : older;
  const view: View = {
    isSplit,
    whole: wordsOf(whole?.text ?? '', language),
    words: new Map(wide.parts.map((part) => [part, wordsOf(many[part]?.text ?? '', language)])),
  };
  const gains = cutSteps(view, wide.parts).map(sharedIn);
  const parts = wide.parts.filter((part, at) => part === itself || isMost(gains[at] ?? 0, wordsIn(view, [part])));
  if (parts.length < 2) return null;
  const gain = sharedIn(stepsOver(view, parts)) - sharedIn(stepsOver(view, [itself]));
  if (
    !isMost(
      gain,
      wordsIn(
        view,
        parts.filter((part) => part !== itself),
      ),
    )
  )
    return null;
  return { ...wide, parts, pieces: piecesOfParts(view, parts, itself) };
}

/** The words of what was or became one paragraph, and of each part that it became or was. */
interface View {
  isSplit: boolean;
  whole: readonly string[];
  words: ReadonlyMap<number, readonly string[]>;
}

function wordsIn({ words }: View, parts: readonly number[]): string[] {
  return parts.flatMap((part) => words.get(part) ?? []);
}

/** The difference between the whole and some parts in a row, from the older to the newer. */
function stepsOver(view: View, parts: readonly number[]): Step[] {
  const words = wordsIn(view, parts);
  return readableSteps(view.isSplit ? stepsBetween(view.whole, words) : stepsBetween(words, view.whole));
}

/** With each part of a split its share; the paragraph that took others in shows all, each of those what it had. */
function piecesOfParts(view: View, parts: readonly number[], itself: number): WordPiece[][] {
  const cut = cutSteps(view, parts);
  if (view.isSplit) return cut.map(piecesOf);
  return parts.map((part, at) =>
    piecesOf(part === itself ? stepsOver(view, parts) : (cut[at] ?? []).map((step) => ({ ...step, inserted: [] }))),
  );
}

function isMost(letters: number, words: readonly string[]): boolean {
  return letters > 0 && letters >= share * lettersIn(words);
}

function sharedIn(steps: readonly Step[]): number {
  return steps.reduce((total, step) => total + lettersIn(step.same), 0);
}

function lettersIn(words: readonly string[]): number {
  return words.reduce((total, word) => total + (/[\p{L}\p{N}]/u.test(word) ? word.length : 0), 0);
}

/**
 * The same difference cut where the parts end. What the whole has alone goes with the words before it.
 */
function cutSteps(view: View, parts: readonly number[]): Step[][] {
  const lengths = parts.map((part) => wordsIn(view, [part]).length);
  const cut: Step[][] = parts.map(() => []);
  let at = 0;
  let room = lengths[0] ?? 0;
  const put = (words: readonly string[], kind: keyof Step) => {
    const counts = kind === 'same' || (kind === 'inserted') === view.isSplit;
    for (let rest = words; rest.length > 0; ) {
      while (counts && room === 0 && at < parts.length - 1) room = lengths[++at] ?? 0;
      const piece = counts ? rest.slice(0, room) : rest;
      cut[at]?.push({ same: [], deleted: [], inserted: [], [kind]: piece });
      if (counts) room -= piece.length;
      rest = rest.slice(piece.length);
    }
  };
  for (const step of stepsOver(view, parts)) {
    put(step.same, 'same');
    put(step.deleted, 'deleted');
    put(step.inserted, 'inserted');
  }
  return cut;
}
