import type { ParagraphId } from '../../shared/ids.ts';
import type { Paragraph } from '../../shared/text/paragraph.ts';
import { wordCount } from '../../shared/text/words.ts';

/** Where words stand that the server does not have yet: offsets in UTF-16 units. */
export interface UnsavedPlace {
  paragraphId: ParagraphId;
  start: number;
  end: number;
}
export interface Unsaved {
  places: UnsavedPlace[];
  words: number;
  /** The address of the paragraph, where all of them stand in one. */
  address: string | null;
}

/**
 * The words of `now` that a text saved before does not have. In each paragraph that is the stretch between
 * what both begin and what both end with: good enough to count and to underline.
 */
export function unsavedSince(saved: ReadonlyMap<ParagraphId, string>, now: readonly Paragraph[]): Unsaved {
  const places: UnsavedPlace[] = [];
  const addresses: string[] = [];
  let words = 0;
  for (const { id, text, address } of now) {
    const before = saved.get(id) ?? '';
    if (before === text && saved.has(id)) continue;
    const { start, end } = changedStretch(before, text);
    addresses.push(address);
    words += wordCount(text.slice(start, end));
    if (end > start) places.push({ paragraphId: id, start, end });
  }
  return { places, words, address: addresses.length === 1 ? (addresses[0] ?? null) : null };
}

/** The paragraphs that the server's text lacks or has with other words, to be shown before a document is thrown away. */
export function unsavedParagraphs(own: readonly Paragraph[], theirs: readonly Paragraph[]): string[] {
  const known = new Map(theirs.map((paragraph) => [paragraph.id, paragraph]));
  return own
    .filter(({ id, text, label }) => {
      const there = known.get(id);
      return there ? there.text !== text || there.label !== label : text !== '';
    })
    .map(({ label, text }) => (label === null ? text : `${label} ${text}`));
}

/** The stretch of `now` that is not in `before`; where it begins or ends inside a word, with the whole word. */
function changedStretch(before: string, now: string): { start: number; end: number } {
  const { head, tail } = commonEnds(before, now);
  let [start, end] = [head, now.length - tail];
  while (start < end && now[end - 1] === ' ') end--;
  if (start === end) return { start, end };
  if (isLetter(now[start])) while (isLetter(now[start - 1])) start--;
  if (isLetter(now[end - 1])) while (isLetter(now[end])) end++;
  return { start, end };
}

const isLetter = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{N}]/u.test(unit);

/** How many units two texts begin with, and end with, alike; together never more than the shorter one has. */
function commonEnds(before: string, now: string): { head: number; tail: number } {
  const shorter = Math.min(before.length, now.length);
  let head = 0;
  while (head < shorter && before[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return { head, tail };
}

/** Where a place of the text before stands in the text now: what both begin and end with keeps its place. */
export function carriedOver(offset: number, before: string, now: string): number {
  const { head, tail } = commonEnds(before, now);
  if (offset <= head) return offset;
  if (offset >= before.length - tail) return offset + now.length - before.length;
  return Math.min(offset, now.length - tail);
}
