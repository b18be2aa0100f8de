import { z } from 'zod';
import type { ParagraphId, VersionId } from '../ids.ts';
import { paragraphId, versionId } from '../ids.ts';
import type { FoundIn, Ready } from './elsewhere.ts';
import { findElsewhere, findNearby, isAccident, isSure, readyText, textAt } from './elsewhere.ts';
import type { Paragraph } from './paragraph.ts';
import type { Found, Quoted } from './quote.ts';
import { findApproximate, findBetween, findExact, findRemains, stoodAtEdge } from './quote.ts';
import { splitsCharacter } from './segments.ts';

/**
 * A quote inside a paragraph: its words, up to 32 UTF-16 units before and after, and its offset then.
 * @see W3C Web Annotation Data Model, 4.2.4 Text Quote Selector
 */
export const quote = z.object({
  exact: z.string().min(1).max(20_000),
  prefix: z.string().max(64),
  suffix: z.string().max(64),
  start: z.number().int().min(0),
});
export type Quote = z.infer<typeof quote>;

/** What a client sends: where its comment stands. */
export const wishedAnchor = z.strictObject({ paragraphId, quote: quote.optional() });
export type WishedAnchor = z.infer<typeof wishedAnchor>;

/**
 * What the server keeps: beside the wish, the round's version, and the paragraph's words, address and
 * neighbours at that instant, so that a thread stands where it stood even when the paragraph is gone.
 */
export const storedAnchor = wishedAnchor.extend({
  versionId: versionId.nullable(),
  paragraphText: z.string(),
  address: z.string(),
  /** Ids of up to 20 paragraphs before it, nearest first. */
  before: z.array(paragraphId),
});
export type StoredAnchor = z.infer<typeof storedAnchor>;

/**
 * Where an anchor stands today. `paragraphId` is null only in an empty text.
 * `exact`: the words are there unchanged; `changed`: found, but the words differ (`start`/`end` cover
 * what is left of them); `moved`: the words stand in another paragraph; `paragraph`: no quote, or none of
 * it left: the whole paragraph; `deleted`: the paragraph is gone, the thread stands after `paragraphId`.
 */
export interface Place {
  how: 'exact' | 'changed' | 'moved' | 'paragraph' | 'deleted';
  paragraphId: ParagraphId | null;
  start: number;
  end: number;
}

export type PlaceText = Pick<Paragraph, 'id' | 'text'>;

const contextLength = 32;
const longestQuote = 20_000;
const mostBefore = 20;

/**
 * A0: the anchor of a selection in a paragraph, from `start` to `end` in UTF-16 units, in either order.
 * It takes in whole characters; an empty selection, and one too long for a quote, stand for the paragraph.
 */
export function anchorFor(paragraph: PlaceText, start: number, end: number): WishedAnchor {
  const { id, text } = paragraph;
  const from = wholeCharacters(text, clamp(Math.min(start, end), text), -1);
  const to = wholeCharacters(text, clamp(Math.max(start, end), text), 1);
  if (to === from || to - from > longestQuote) return { paragraphId: id };
  const prefix = text.slice(wholeCharacters(text, Math.max(0, from - contextLength), 1), from);
  const suffix = text.slice(to, wholeCharacters(text, Math.min(text.length, to + contextLength), -1));
  return { paragraphId: id, quote: { exact: text.slice(from, to), prefix, suffix, start: from } };
}

function clamp(place: number, text: string): number {
  return Math.min(Math.max(0, place), text.length);
}

function wholeCharacters(text: string, place: number, direction: 1 | -1): number {
  return splitsCharacter(text, place) ? place + direction : place;
}

/** What is kept of a wish: the text as it stands around it now. Null when the paragraph is not in the text. */
export function storeAnchor(
  wish: WishedAnchor,
  paragraphs: readonly Pick<Paragraph, 'id' | 'text' | 'address'>[],
  version: VersionId | null,
): StoredAnchor | null {
  const place = paragraphs.findIndex((paragraph) => paragraph.id === wish.paragraphId);
  const paragraph = paragraphs[place];
  if (!paragraph) return null;
  const before = paragraphs.slice(Math.max(0, place - mostBefore), place).reverse();
  return {
    ...wish,
    versionId: version,
    paragraphText: paragraph.text,
    address: paragraph.address,
    before: before.map((one) => one.id),
  };
}

/** An anchor to be found: as it was wished, or with what was stored beside it. */
export type AnyAnchor = WishedAnchor & Partial<Pick<StoredAnchor, 'paragraphText' | 'before'>>;

/**
 * Finds where an anchor stands in today's text; the same function in every place that asks.
 * A1: without a quote it stands at its paragraph.
 * A2: with one, where its words stand unchanged in its paragraph (of several copies the one whose
 *   surroundings are most like the old ones, then the nearest to the old offset). Only a short quote
 *   that lost its surroundings gives way to a copy elsewhere that has them: ids can follow other text.
 * A3: else where its paragraph has the words with at most a quarter of their length in edits, else what
 *   stands between the old surroundings, else what is left of the words: if half of the surroundings, or
 *   20 units of them, are still there. An edge of the paragraph is no such surrounding: what was split off
 *   leaves one behind.
 * A4: else where the words stand unchanged in another paragraph, the nearest first (split, merge, cut and
 *   paste), then anywhere in the text when only one place fits.
 * A5: else what A3 found without its surroundings; else where a near paragraph has words and surroundings
 *   approximately.
 * A6: else at its paragraph as a whole.
 * A7: when the paragraph is gone and A4 and A5 find nothing (without a quote its whole text is looked
 *   for), after its nearest neighbour of then that still stands; none stands: at the first paragraph.
 * A8: it is always somewhere, and nothing is thrown.
 * Cost: the index is linear in the text; each anchor is a search in one paragraph, at worst one in the
 * whole text and some approximate ones of bounded length.
 * @param paragraphs the text in document order; where an id repeats, the first counts
 * @see DESIGN section 4; W3C Web Annotation Data Model, 4.2.4 Text Quote Selector
 */
export function makeResolver(paragraphs: readonly PlaceText[]): (anchor: AnyAnchor) => Place {
  const ready = readyText(paragraphs);
  return (anchor) => {
    const own = ready.placeOf.get(anchor.paragraphId);
    return own === undefined ? placeOfGone(ready, anchor) : placeOfLiving(ready, anchor, own);
  };
}

/** One anchor in a text; for many take `makeResolver`. Rules A1 to A8. */
export function resolveAnchor(anchor: AnyAnchor, paragraphs: readonly PlaceText[]): Place {
  return makeResolver(paragraphs)(anchor);
}

function placeOfLiving(ready: Ready, anchor: AnyAnchor, own: number): Place {
  const { quote } = anchor;
  const text = textAt(ready, own);
  if (!quote) return placeAt(ready, 'paragraph', { paragraph: own, start: 0, end: text.length });
  const exact = findExact(text, quote);
  if (exact && !isAccident(exact, quote)) return placeAt(ready, 'exact', { ...exact, paragraph: own });
  const approximate = exact ? null : widened(findApproximate(text, quote), text, quote);
  const inside = approximate ?? (stoodAtEdge(quote) ? null : findBetween(text, quote)) ?? remainsIn(text, anchor);
  if (!exact && inside && isSure(inside, quote)) return placeAt(ready, 'changed', { ...inside, paragraph: own });
  const there = findElsewhere(ready, quote, own, own, anchor.paragraphText);
  if (there && isBetter(there, { exact, approximate }, quote)) return placeAt(ready, 'moved', there);
  const here = exact ?? approximate ?? findBetween(text, quote) ?? inside;
  if (here) return placeAt(ready, exact ? 'exact' : 'changed', { ...here, paragraph: own });
  const nearby = findNearby(ready, quote, own, own);
  if (nearby) return placeAt(ready, 'changed', nearby);
  return placeAt(ready, 'paragraph', { paragraph: own, start: 0, end: text.length });
}

function placeOfGone(ready: Ready, anchor: AnyAnchor): Place {
  const neighbour = anchor.before?.map((id) => ready.placeOf.get(id)).find((place) => place !== undefined);
  const former = anchor.paragraphText ?? '';
  const quoted = anchor.quote ?? (former === '' ? null : { exact: former, prefix: '', suffix: '', start: 0 });
  if (quoted) {
    const there = findElsewhere(ready, quoted, neighbour ?? 0, null);
    if (there) return placeAt(ready, 'moved', there);
    const nearby = findNearby(ready, quoted, neighbour ?? 0, null);
    if (nearby) return placeAt(ready, 'changed', nearby);
  }
  const end = neighbour === undefined ? 0 : textAt(ready, neighbour).length;
  return placeAt(ready, 'deleted', { paragraph: neighbour ?? 0, start: end, end });
}

function placeAt(ready: Ready, how: Place['how'], at: { paragraph: number; start: number; end: number }): Place {
  return { how, paragraphId: ready.paragraphs[at.paragraph]?.id ?? null, start: at.start, end: at.end };
}

function remainsIn(text: string, anchor: AnyAnchor): Found | null {
  if (!anchor.quote || anchor.paragraphText === undefined) return null;
  return findRemains(text, anchor.quote, anchor.paragraphText);
}

/** A2 and A4: whether unchanged words elsewhere are nearer to what was meant than those in the own paragraph. */
function isBetter(there: FoundIn, own: { exact: Found | null; approximate: Found | null }, quote: Quoted): boolean {
  if (own.exact) return there.fits && isSure(there, quote);
  return own.approximate === null || there.context >= own.approximate.context;
}

/**
 * What the fewest edits find may leave out words that were typed inside the quote ("a formal …" → "a very
 * formal …" is nearer to "y formal …"): where the words around the quote still stand, all between them is the quote.
 */
function widened(found: Found | null, text: string, quoted: Quote): Found | null {
  if (!found || stoodAtEdge(quoted)) return found;
  const between = findBetween(text, quoted);
  return between && between.start <= found.start && found.end <= between.end ? between : found;
}
