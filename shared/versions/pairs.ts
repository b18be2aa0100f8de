import type { Paragraph } from '../text/paragraph.ts';
import { longestIncreasing } from '../text/sequence.ts';

/** Which paragraph of the newer text is which of the older. */

export interface Pairs {
  /** For each newer paragraph the number of the older one that it is, or null where it is new. */
  olderOf: (number | null)[];
  /** For each older paragraph the number of the newer one that it became, or null where it is gone. */
  newerOf: (number | null)[];
  /** For each newer paragraph whether it left its place among the others. */
  isMoved: boolean[];
}

/** Shorter texts are not taken for the same because their words are. */
const tellingLength = 20;

/**
 * Pairs the paragraphs of two texts.
 * C1: the same id is the same paragraph, whatever it says.
 * C2: an id that is missing or stands several times (foreign input) says nothing: then equal words do,
 *   the nearest first.
 * C3: so do equal words of at least 20 units that are left over once on each side: cut, and pasted
 *   without its id.
 * C4: moved is what does not lie in a longest run of paragraphs that kept their order.
 * Cost: O(n log n).
 */
export function pairsOf(older: readonly Paragraph[], newer: readonly Paragraph[]): Pairs {
  const olderOf: Pairs['olderOf'] = newer.map(() => null);
  const newerOf: Pairs['newerOf'] = older.map(() => null);
  const join = (a: number, b: number) => {
    newerOf[a] = b;
    olderOf[b] = a;
  };
  const olderIds = placesByKey(older, idOf);
  const newerIds = placesByKey(newer, idOf);
  for (const [id, places] of newerIds) {
    const [a, b] = [only(olderIds.get(id)), only(places)];
    if (a !== null && b !== null) join(a, b);
  }
  pairByWords(older, newer, { olderOf, newerOf }, { olderIds, newerIds }, join);
  return { olderOf, newerOf, isMoved: movedIn(olderOf) };
}

type Places = Map<string, number[]>;

function idOf({ id }: Paragraph): string | null {
  return id === '' ? null : id;
}

function placesByKey(
  paragraphs: readonly Paragraph[],
  keyOf: (one: Paragraph, place: number) => string | null,
): Places {
  const places: Places = new Map();
  paragraphs.forEach((one, place) => {
    const key = keyOf(one, place);
    if (key === null) return;
    const known = places.get(key);
    if (known) known.push(place);
    else places.set(key, [place]);
  });
  return places;
}

function only(places: readonly number[] | undefined): number | null {
  return places?.length === 1 ? (places[0] ?? null) : null;
}

/** Rules C2 and C3, for what the ids left over. */
function pairByWords(
  older: readonly Paragraph[],
  newer: readonly Paragraph[],
  { olderOf, newerOf }: Pick<Pairs, 'olderOf' | 'newerOf'>,
  { olderIds, newerIds }: { olderIds: Places; newerIds: Places },
  join: (a: number, b: number) => void,
): void {
  const left = (taken: readonly (number | null)[]) => (one: Paragraph, place: number) =>
    taken[place] === null ? one.text : null;
  const olderTexts = placesByKey(older, left(newerOf));
  const newerTexts = placesByKey(newer, left(olderOf));
  const isVague = (ids: Places, { id }: Paragraph) => ids.get(id)?.length !== 1;
  for (const [text, places] of newerTexts) {
    const candidates = olderTexts.get(text) ?? [];
    const vague = candidates.filter((a) => older.slice(a, a + 1).some((one) => isVague(olderIds, one)));
    const isTelling = text.length >= tellingLength && only(candidates) !== null && only(places) !== null;
    for (const b of places) {
      const isForeign = newer.slice(b, b + 1).some((one) => isVague(newerIds, one));
      const a = nearestFree(isTelling || isForeign ? candidates : vague, b, newerOf);
      if (a !== null) join(a, b);
    }
  }
}

/** Of ascending places the nearest to another that is not taken yet. */
function nearestFree(places: readonly number[], to: number, taken: readonly (number | null)[]): number | null {
  let above = places.findIndex((place) => place >= to);
  if (above < 0) above = places.length;
  let below = above - 1;
  while (below >= 0 || above < places.length) {
    const [low, high] = [places[below] ?? Number.NEGATIVE_INFINITY, places[above] ?? Number.POSITIVE_INFINITY];
    const near = to - low < high - to ? low : high;
    if (taken[near] === null) return near;
    if (near === low) below--;
    else above++;
  }
  return null;
}

/** Rule C4. */
function movedIn(olderOf: readonly (number | null)[]): boolean[] {
  const places = olderOf.flatMap((a, b) => (a === null ? [] : [{ a, b }]));
  const isMoved = olderOf.map((a) => a !== null);
  for (const kept of longestIncreasing(places.map(({ a }) => a))) isMoved[places[kept]?.b ?? -1] = false;
  return isMoved;
}
