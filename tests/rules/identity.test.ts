import fc from 'fast-check';
import type { ParagraphId } from '../../shared/ids.ts';
import { type BlockBefore, type BlockNow, settleIds } from '../../shared/text/identity.ts';

/** A block of the model editor: its words carry names of their own, as the text nodes of an editor do. */
interface ModelBlock {
  key: string;
  id: ParagraphId | null;
  words: string[];
}

let fresh = 0;
const freshId = () => `fresh-${++fresh}` as ParagraphId;
const id = (word: string) => word as ParagraphId;
const block = (key: string, ...words: string[]): ModelBlock => ({ key, id: id(key), words });
afterEach(() => {
  fresh = 0;
});

/** Settles the ids after a change, as the editor's transform does. */
function after(past: readonly ModelBlock[], now: readonly ModelBlock[]): ModelBlock[] {
  const homeOf = new Map(past.flatMap((one) => one.words.map((word) => [word, one.key] as const)));
  const facts: BlockNow[] = now.map((one) => {
    const first = one.words[0];
    const source = first === undefined ? null : (homeOf.get(first) ?? null);
    return { key: one.key, id: one.id, isEmpty: one.words.length === 0, source };
  });
  const before = new Map<string, BlockBefore>(
    past.map((one) => [one.key, { id: one.id, isEmpty: one.words.length === 0 }]),
  );
  const settled = settleIds(facts, before, freshId);
  return now.map((one) => ({ ...one, id: settled.get(one.key)?.id ?? one.id }));
}
const idsOf = (blocks: readonly ModelBlock[]) => blocks.map((one) => one.id);
const start = [block('a', 'a1', 'a2'), block('b', 'b1', 'b2'), block('c', 'c1')];
const [a, b, c] = start as [ModelBlock, ModelBlock, ModelBlock];

test('the second part of a split is a new paragraph', () => {
  const now = [{ ...a, words: ['a1'] }, { key: 'n', id: null, words: ['new'] }, b, c];
  expect(idsOf(after(start, now))).toEqual(['a', 'fresh-1', 'b', 'c']);
});

test('a split at the border of two formats makes the second part new', () => {
  const now = [{ ...a, words: ['a1'] }, { key: 'n', id: null, words: ['a2'] }, b, c];
  expect(idsOf(after(start, now))).toEqual(['a', 'fresh-1', 'b', 'c']);
});

test('Enter at the start of a paragraph leaves its id with its words', () => {
  const now = [{ ...a, words: [] }, { key: 'n', id: null, words: ['a1', 'a2'] }, b, c];
  expect(idsOf(after(start, now))).toEqual(['fresh-1', 'a', 'b', 'c']);
});

test('a paragraph that becomes a heading or a list item keeps its id', () => {
  const now = [a, { key: 'n', id: null, words: ['b1', 'b2'] }, c];
  expect(idsOf(after(start, now))).toEqual(['a', 'b', 'c']);
});

test('a merged paragraph keeps the id of the first', () => {
  expect(idsOf(after(start, [{ ...a, words: ['a1', 'a2', 'b1', 'b2'] }, c]))).toEqual(['a', 'c']);
});

test('deleting the empty line above a paragraph leaves its id with its words', () => {
  const past = [a, block('e'), b];
  expect(idsOf(after(past, [a, { ...block('e'), words: ['b1', 'b2'] }]))).toEqual(['a', 'b']);
});

test('words pasted into an empty line do not take the id of a paragraph that still stands', () => {
  const past = [a, block('e')];
  const now = [
    { ...a, words: ['a2'] },
    { ...block('e'), words: ['a1'] },
  ];
  expect(idsOf(after(past, now))).toEqual(['a', 'e']);
});

test('a copy gets a fresh id, also when it is pasted above the original', () => {
  const copy = { key: 'n', id: a.id, words: ['n1'] };
  expect(idsOf(after(start, [copy, a, b, c]))).toEqual(['fresh-1', 'a', 'b', 'c']);
  expect(idsOf(after(start, [a, b, c, { ...copy, key: 'm' }]))).toEqual(['a', 'b', 'c', 'fresh-2']);
});

test('a paragraph that is cut and pasted twice keeps its id once', () => {
  const pasted = (key: string) => ({ key, id: a.id, words: [`${key}1`] });
  expect(idsOf(after([b], [pasted('x'), b, pasted('y')]))).toEqual(['a', 'b', 'fresh-1']);
});

test('two blocks that share the words of a lost one do not share its id', () => {
  const now = [{ key: 'x', id: null, words: ['a1'] }, { key: 'y', id: null, words: ['a2'] }, b];
  expect(idsOf(after(start, now))).toEqual(['a', 'fresh-1', 'b']);
});

/** A change of the model: a number chooses the block, another the place in it. */
const edits = fc.array(
  fc.record({
    what: fc.constantFrom('split', 'merge', 'retype', 'copy', 'cut', 'delete', 'clear', 'blank'),
    at: fc.nat(50),
    place: fc.nat(10),
  }),
  { minLength: 1, maxLength: 40 },
);

let made = 0;
function edited(blocks: readonly ModelBlock[], what: string, at: number, place: number): ModelBlock[] {
  const now = blocks.map((one) => ({ ...one, words: [...one.words] }));
  const index = now.length === 0 ? 0 : at % now.length;
  const one = now[index];
  const key = `key-${++made}`;
  if (!one || what === 'blank') now.splice(index, 0, { key, id: null, words: [] });
  else if (what === 'split')
    now.splice(index + 1, 0, { key, id: null, words: one.words.splice(place % (one.words.length + 1)) });
  else if (what === 'merge') one.words.push(...(now.splice(index + 1, 1)[0]?.words ?? []));
  else if (what === 'retype') now.splice(index, 1, { key, id: null, words: one.words });
  else if (what === 'copy') now.splice(place % now.length, 0, { key, id: one.id, words: [`${key}-1`] });
  else if (what === 'cut') now.splice(place % now.length, 0, ...now.splice(index, 1).map((cut) => ({ ...cut, key })));
  else if (what === 'delete') now.splice(index, 1);
  else one.words = [];
  return now;
}

test('whatever is edited, every paragraph has an id, no two have the same, and untouched ones keep theirs', () =>
  fc.assert(
    fc.property(edits, (changes) => {
      let blocks = start;
      for (const { what, at, place } of changes) {
        const past = blocks;
        const now = edited(past, what, at, place);
        blocks = after(past, now);
        const ids = idsOf(blocks);
        expect(ids).not.toContain(null);
        expect(new Set(ids).size).toBe(ids.length);
        for (const one of past) {
          const still = now.find((next) => next.key === one.key && next.words.join() === one.words.join());
          if (still && one.words.length > 0) expect(blocks.find((next) => next.key === one.key)?.id).toBe(one.id);
        }
      }
    }),
    { numRuns: 500 },
  ));

test('settling a settled text changes nothing', () =>
  fc.assert(
    fc.property(edits, (changes) => {
      let blocks = start;
      for (const { what, at, place } of changes) blocks = after(blocks, edited(blocks, what, at, place));
      expect(after(blocks, blocks)).toEqual(blocks);
    }),
  ));
