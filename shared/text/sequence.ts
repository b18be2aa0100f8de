/** What two sequences have in common. Nothing here knows of words or paragraphs. */

/** A stretch that both have: `length` elements, from place `older` in the one and from `newer` in the other. */
export interface Stretch {
  older: number;
  newer: number;
  length: number;
}

/**
 * The longest common subsequence as stretches, in order, neither overlapping nor touching in both.
 * @param most how many insertions and deletions of shared elements are tried; beyond, the answer is null
 * @returns null when the two differ by more than that. Cost: O((n + d²) time and O(d²) memory, d ≤ `most`;
 *   elements that only one side has cost nothing.
 * @see E. Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1 (1986)
 */
export function commonStretches(older: readonly string[], newer: readonly string[], most: number): Stretch[] | null {
  const head = commonHead(older, newer);
  const tail = commonTail(older, newer, head);
  const left = sharedWith(older, newer, head, tail);
  const right = sharedWith(newer, older, head, tail);
  const trace = editTrace(left.keys, right.keys, most);
  if (trace === null) return null;
  const pairs = matchedPairs(trace, left.keys.length, right.keys.length);
  const stretches: Stretch[] = head > 0 ? [{ older: 0, newer: 0, length: head }] : [];
  for (const [x, y] of pairs) pushPair(stretches, left.places[x] ?? 0, right.places[y] ?? 0);
  for (let i = tail; i > 0; i--) pushPair(stretches, older.length - i, newer.length - i);
  return stretches;
}

/** How many elements both have at the start. */
export function commonHead(older: readonly string[], newer: readonly string[]): number {
  const most = Math.min(older.length, newer.length);
  let length = 0;
  while (length < most && older[length] === newer[length]) length++;
  return length;
}

/** How many elements both have at the end, not counting the common head. */
export function commonTail(older: readonly string[], newer: readonly string[], head: number): number {
  const most = Math.min(older.length, newer.length) - head;
  let length = 0;
  while (length < most && older[older.length - 1 - length] === newer[newer.length - 1 - length]) length++;
  return length;
}

/** The elements between head and tail that the other side has too, and where they stand. */
function sharedWith(mine: readonly string[], other: readonly string[], head: number, tail: number) {
  const theirs = new Set(other.slice(head, other.length - tail));
  const keys: string[] = [];
  const places: number[] = [];
  for (let i = head; i < mine.length - tail; i++) {
    const key = mine[i] ?? '';
    if (!theirs.has(key)) continue;
    keys.push(key);
    places.push(i);
  }
  return { keys, places };
}

/** Furthest reaching ends for 0, 1, 2 … edits; the entry for d edits holds diagonals -d, -d + 2, … d. */
function editTrace(older: readonly string[], newer: readonly string[], most: number): Int32Array[] | null {
  const [a, b] = numbered(older, newer);
  const trace: Int32Array[] = [];
  for (let d = 0; d <= Math.min(most, a.length + b.length); d++) {
    const ends = new Int32Array(d + 1);
    const last = trace[d - 1] ?? new Int32Array(0);
    trace.push(ends);
    for (let i = 0; i <= d; i++) {
      const diagonal = 2 * i - d;
      let x = d === 0 ? 0 : startOf(last, i, d);
      let y = x - diagonal;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x++;
        y++;
      }
      ends[i] = x;
      if (x >= a.length && y >= b.length) return trace;
    }
  }
  return null;
}

/** Where diagonal `i` of `d` edits starts: one down from the diagonal above, or one right from the one below. */
function startOf(last: Int32Array, i: number, d: number): number {
  const above = i < d ? (last[i] ?? -1) : -1;
  const below = i > 0 ? (last[i - 1] ?? -1) : -1;
  return i === 0 || (i < d && below < above) ? above : below + 1;
}

/** Walks the trace back from the end: the pairs of equal elements, in order. */
function matchedPairs(trace: Int32Array[], olderLength: number, newerLength: number): [number, number][] {
  const pairs: [number, number][] = [];
  let x = olderLength;
  let y = newerLength;
  for (let d = trace.length - 1; d >= 0; d--) {
    const i = (x - y + d) / 2;
    const last = trace[d - 1];
    const start = last ? startOf(last, i, d) : 0;
    while (x > start) {
      x--;
      y--;
      pairs.push([x, y]);
    }
    if (!last) break;
    const fromAbove = i === 0 || (i < d && (last[i - 1] ?? -1) < (last[i] ?? -1));
    if (fromAbove) y--;
    else x--;
  }
  return pairs.reverse();
}

/** The same number for the same element, so that comparing costs nothing. */
function numbered(older: readonly string[], newer: readonly string[]): [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  const numberOf = (key: string) => {
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  };
  return [Int32Array.from(older, numberOf), Int32Array.from(newer, numberOf)];
}

function pushPair(stretches: Stretch[], older: number, newer: number): void {
  const last = stretches.at(-1);
  if (last && last.older + last.length === older && last.newer + last.length === newer) last.length++;
  else stretches.push({ older, newer, length: 1 });
}

/**
 * The places (not the values) of a longest strictly increasing subsequence, in order.
 * Of several the one that ends lowest. O(n log n).
 */
export function longestIncreasing(values: readonly number[]): number[] {
  const ends: number[] = [];
  const before: number[] = [];
  values.forEach((value, place) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[place] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = place;
  });
  const chosen: number[] = [];
  for (let place = ends.at(-1) ?? -1; place >= 0; place = before[place] ?? -1) chosen.push(place);
  return chosen.reverse();
}
