import type { ParagraphId } from '../ids.ts';
import type { Paragraph } from './paragraph.ts';
import type { Found, Quoted } from './quote.ts';
import { findApproximate, findExact } from './quote.ts';

/** Finding quoted words in other paragraphs than the one in which they stood (rules A4 and A5 of anchor.ts). */

/** A text made ready for many searches. */
export interface Ready {
  paragraphs: readonly Pick<Paragraph, 'id' | 'text'>[];
  /** The number of the paragraph with an id; where an id repeats, of the first. */
  placeOf: ReadonlyMap<ParagraphId, number>;
  whole: () => WholeText;
}

/** All paragraphs in one string, and where each begins in it. */
interface WholeText {
  text: string;
  starts: number[];
}

/** Words found in a paragraph, by its number in the text. */
export interface FoundIn extends Found {
  paragraph: number;
}

/** Paragraphs looked at to either side: exactly, and approximately. */
const near = { exact: 8, approximate: 3 };
/** A quote of so many letters is itself no accident, if it stands in one place only. */
const longQuote = 40;
/** Paragraphs with copies looked at in the whole text. */
const mostCopies = 50;
/** Ends a paragraph in the whole text: a code that no text holds. */
const paragraphEnd = '\uffff';

/** Indexes a text once. Linear; the whole text is joined only when a search needs it. */
export function readyText(paragraphs: readonly Pick<Paragraph, 'id' | 'text'>[]): Ready {
  const placeOf = new Map<ParagraphId, number>();
  paragraphs.forEach(({ id }, place) => {
    if (!placeOf.has(id)) placeOf.set(id, place);
  });
  let joined: WholeText | null = null;
  const whole = () => {
    joined ??= wholeText(paragraphs);
    return joined;
  };
  return { paragraphs, placeOf, whole };
}

/** The text of a paragraph by its number; empty beyond the end. */
export function textAt(ready: Ready, place: number): string {
  return ready.paragraphs[place]?.text ?? '';
}

/** Shorter quotes may stand somewhere by accident. */
const shortQuote = 24;

/** A2: the same few letters, but hardly any of what stood around them. */
export function isAccident(found: Found, { exact, prefix, suffix }: Quoted): boolean {
  return exact.length < shortQuote && !found.fits && 8 * found.context < prefix.length + suffix.length;
}

/** Surroundings of so many letters are enough, even where more stood. */
const telling = 20;

/** A3: the surroundings are still there, at least half or enough of them. */
export function isSure(found: Found, { prefix, suffix }: Quoted): boolean {
  const stood = prefix.length + suffix.length;
  return stood > 0 && (found.context >= telling || 2 * found.context >= stood);
}

/**
 * A4: unchanged words in another paragraph than `own`, nearest to `from` first, then anywhere if one place fits.
 * @param former the text in which they stood, if it is known
 */
export function findElsewhere(
  ready: Ready,
  quoted: Quoted,
  from: number,
  own: number | null,
  former?: string,
): FoundIn | null {
  let second: FoundIn | null = null;
  for (const paragraph of placesAround(ready, from, near.exact)) {
    if (paragraph === own) continue;
    const text = textAt(ready, paragraph);
    const found = findExact(text, quoted);
    if (!found) continue;
    const isPart = own !== null && found.fits && isSplitOff(text, textAt(ready, own), former);
    if (isPart || (found.fits && isConvincing(found, quoted))) return { ...found, paragraph };
    if (isConvincing(found, quoted)) second ??= { ...found, paragraph };
  }
  return second ?? findAnywhere(ready, quoted, own);
}

/** Enough letters to be no accident: more are needed where one side speaks against it. */
function isConvincing(found: Found, { exact }: Quoted): boolean {
  const letters = exact.length + found.context;
  return found.fits ? letters >= shortQuote : found.context >= 12 && letters >= longQuote;
}

/** Whether a paragraph is what a split took from the text that another had, and which has only the rest now. */
function isSplitOff(part: string, rest: string, former: string | undefined): boolean {
  if (former === undefined || part.length >= former.length) return false;
  return former.includes(part.trim()) && former.startsWith(rest.trim());
}

/** Paragraph numbers from the nearest outwards: the place itself, after it, before it, and so on. */
function placesAround(ready: Ready, from: number, reach: number): number[] {
  const places: number[] = from < ready.paragraphs.length ? [from] : [];
  for (let distance = 1; distance <= reach; distance++) {
    if (from + distance < ready.paragraphs.length) places.push(from + distance);
    if (from - distance >= 0) places.push(from - distance);
  }
  return places;
}

/** The only place in the whole text that convinces; of a long quote the only one, whatever stands around it. */
function findAnywhere(ready: Ready, quoted: Quoted, own: number | null): FoundIn | null {
  const { text, starts } = ready.whole();
  const copies: FoundIn[] = [];
  for (let at = text.indexOf(quoted.exact); at >= 0; ) {
    if (copies.length === mostCopies) return null;
    const paragraph = paragraphAt(starts, at);
    const found = findExact(textAt(ready, paragraph), quoted);
    if (found) copies.push({ ...found, paragraph });
    at = text.indexOf(quoted.exact, starts[paragraph + 1] ?? text.length);
  }
  const others = copies.filter((copy) => copy.paragraph !== own);
  const fitting = others.filter((copy) => isConvincing(copy, quoted));
  const [only, another] = fitting.length > 0 || quoted.exact.length < longQuote ? fitting : others;
  return only && !another ? only : null;
}

function wholeText(paragraphs: Ready['paragraphs']): WholeText {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of paragraphs) {
    starts.push(length);
    length += text.length + 1;
  }
  return { text: paragraphs.map(({ text }) => text + paragraphEnd).join(''), starts };
}

/** The paragraph in which an offset of the whole text lies. */
function paragraphAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** A5: most of the surroundings must stand, for similar sentences often follow each other. */
export function findNearby(ready: Ready, quoted: Quoted, from: number, own: number | null): FoundIn | null {
  for (const paragraph of placesAround(ready, from, near.approximate)) {
    if (paragraph === own) continue;
    const found = findApproximate(textAt(ready, paragraph), quoted);
    if (found && found.context >= 16 && isSure(found, quoted)) return { ...found, paragraph };
  }
  return null;
}
