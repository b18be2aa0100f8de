import fc from 'fast-check';
import type { ParagraphId } from '../../shared/ids.ts';
import type { Place, PlaceText, StoredAnchor } from '../../shared/text/anchor.ts';
import { anchorFor, makeResolver, storeAnchor } from '../../shared/text/anchor.ts';

/**
 * Random edit histories: whatever is done to a text, each comment stands somewhere in it, and on its words
 * as long as they stand. Ids behave as the editor's do: the first part of a split keeps the id, so does the
 * first of a merge and what is moved; a copy gets a fresh one; what was cut comes back with or without its own.
 */
const deeds = [
  ...['type', 'type', 'type', 'erase', 'split', 'split', 'merge', 'merge', 'move', 'move', 'remove', 'rewrite', 'copy'],
  ...['cut', 'paste', 'paste', 'undo', 'redo', 'restore'],
] as const;
const deed = fc.record({ what: fc.constantFrom(...deeds), at: fc.nat(9999), to: fc.nat(9999), flag: fc.boolean() });
type Deed = { what: (typeof deeds)[number]; at: number; to: number; flag: boolean };

interface Editor {
  text: PlaceText[];
  past: PlaceText[][];
  future: PlaceText[][];
  posted: PlaceText[];
  clipboard: PlaceText | null;
  fresh: number;
}

/** A word that no other place of any text has, and that is like no other. */
function freshWord(editor: Editor): string {
  const scattered = Math.imul(++editor.fresh, 0x9e3779b1) >>> 0;
  return Array.from(scattered.toString(16).padStart(8, '0'), (digit) => 'abdefgiklmnoprsu'[Number(`0x${digit}`)]).join(
    '',
  );
}

function freshWords(editor: Editor, many: number): string {
  return Array.from({ length: many }, () => freshWord(editor)).join(' ');
}

function freshId(editor: Editor): ParagraphId {
  return `p${editor.fresh++}` as ParagraphId;
}

function posted(sizes: number[]): Editor {
  const editor: Editor = { text: [], past: [], future: [], posted: [], clipboard: null, fresh: 0 };
  editor.text = sizes.map((size) => ({ id: freshId(editor), text: freshWords(editor, size) }));
  editor.posted = editor.text;
  return editor;
}

/** Does one deed. The text is never changed in place, so undo is the text before. */
function edit(editor: Editor, { what, at, to, flag }: Deed): void {
  const { text } = editor;
  if (what === 'undo' || what === 'redo') travel(editor, what);
  if (what === 'restore') settle(editor, editor.posted);
  const place = at % Math.max(1, text.length);
  const one = text[place];
  const words = one?.text.split(' ') ?? [];
  const cut = to % (words.length + 1);
  const into = to % Math.max(1, text.length);
  const write = (...paragraphs: PlaceText[]) => replace(editor, place, 1, paragraphs);
  if (what === 'paste') paste(editor, into, flag);
  if (!one) return;
  if (what === 'type')
    write({ ...one, text: [...words.slice(0, cut), freshWord(editor), ...words.slice(cut)].join(' ') });
  if (what === 'erase') write({ ...one, text: [...words.slice(0, cut), ...words.slice(cut + 2)].join(' ') });
  if (what === 'rewrite') write({ ...one, text: freshWords(editor, 12) });
  if (what === 'split') {
    const rest = { id: freshId(editor), text: words.slice(cut).join(' ') };
    write({ ...one, text: words.slice(0, cut).join(' ') }, rest);
  }
  if (what === 'merge') {
    const next = text[place + 1];
    if (next) replace(editor, place, 2, [{ ...one, text: `${one.text} ${next.text}`.trim() }]);
  }
  if (what === 'copy') replace(editor, into, 0, [{ id: freshId(editor), text: one.text }]);
  if (what === 'remove' || what === 'cut') write();
  if (what === 'cut') editor.clipboard = one;
  if (what === 'move') {
    const without = text.filter((other) => other !== one);
    settle(editor, [...without.slice(0, into), one, ...without.slice(into)]);
  }
}

function replace(editor: Editor, at: number, many: number, by: PlaceText[]): void {
  settle(editor, [...editor.text.slice(0, at), ...by, ...editor.text.slice(at + many)]);
}

function settle(editor: Editor, text: PlaceText[]): void {
  editor.past.push(editor.text);
  editor.future = [];
  editor.text = text;
}

function travel(editor: Editor, way: 'undo' | 'redo'): void {
  const [from, to] = way === 'undo' ? [editor.past, editor.future] : [editor.future, editor.past];
  const text = from.pop();
  if (!text) return;
  to.push(editor.text);
  editor.text = text;
}

function paste(editor: Editor, at: number, keepsId: boolean): void {
  const { clipboard, text } = editor;
  if (!clipboard) return;
  const isFree = text.every((one) => one.id !== clipboard.id);
  replace(editor, at, 0, [keepsId && isFree ? clipboard : { ...clipboard, id: freshId(editor) }]);
}

/** One comment on each paragraph, and one on some words of at least 40 letters of it. */
function anchorsOf(text: readonly PlaceText[]): StoredAnchor[] {
  return text.flatMap((paragraph, place) => {
    const from = paragraph.text.indexOf(' ', (place * 17) % 40) + 1;
    const to = paragraph.text.indexOf(' ', from + 44 + ((place * 29) % 60));
    const wishes = [anchorFor(paragraph, 0, 0), anchorFor(paragraph, from, to < 0 ? paragraph.text.length : to)];
    return wishes.map((wish) => {
      const stored = storeAnchor(
        wish,
        text.map((one) => ({ ...one, address: '' })),
        null,
      );
      if (!stored) throw new Error('not stored');
      return stored;
    });
  });
}

function wordsAt(place: Place, text: readonly PlaceText[]): string {
  return text.find((one) => one.id === place.paragraphId)?.text.slice(place.start, place.end) ?? '';
}

const history = fc.record({
  sizes: fc.array(fc.integer({ min: 14, max: 40 }), { minLength: 3, maxLength: 12 }),
  edits: fc.array(deed, { minLength: 10, maxLength: 30 }),
});

/** Whether a place is right; null where a rule does not speak of it. */
type Rule = (anchor: StoredAnchor, place: Place, text: readonly PlaceText[]) => boolean | null;

/** How often each rule was looked at, and what broke it first. */
interface Tally {
  looked: number;
  broken: string | null;
}

const rules: Record<string, Rule> = {
  'A8 every comment stands somewhere in the text': (_anchor, place, text) => {
    if (text.length === 0) return place.paragraphId === null;
    const length = text.find((one) => one.id === place.paragraphId)?.text.length ?? -1;
    return 0 <= place.start && place.start <= place.end && place.end <= length;
  },

  'A2 a comment on words stands on them as long as they stand in its paragraph, whatever copies there are': (
    anchor,
    place,
    text,
  ) => {
    const own = text.find((one) => one.id === anchor.paragraphId);
    if (!anchor.quote || !own?.text.includes(anchor.quote.exact)) return null;
    return place.how === 'exact' && place.paragraphId === own.id && wordsAt(place, text) === anchor.quote.exact;
  },

  'A4 it goes with its words into whatever paragraph splits, merges, moves, cuts and undoing bring them': (
    anchor,
    place,
    text,
  ) => {
    const { exact, prefix, suffix } = anchor.quote ?? { exact: '', prefix: '', suffix: '' };
    const [holder, other] = text.filter((one) => sharesWords(one.text, exact));
    if (exact === '' || other || !holder?.text.includes(exact) || holder.id === anchor.paragraphId) return null;
    const own = text.find((one) => one.id === anchor.paragraphId);
    if (own && sharesWords(own.text, prefix) && sharesWords(own.text, suffix)) return null;
    return place.how === 'moved' && wordsAt(place, text) === exact;
  },

  'A7 when none of its paragraph is left, it stands after the nearest neighbour that is left': (
    anchor,
    place,
    text,
  ) => {
    if (text.some((one) => one.id === anchor.paragraphId || sharesWords(one.text, anchor.paragraphText))) return null;
    const neighbour = anchor.before.find((id) => text.some((one) => one.id === id)) ?? text[0]?.id ?? null;
    return place.how === 'deleted' && place.paragraphId === neighbour;
  },

  'A6 it never stands on other words than its own while it says that it found them': (anchor, place, text) => {
    if (place.how !== 'exact' && place.how !== 'moved') return null;
    return wordsAt(place, text) === (anchor.quote?.exact ?? anchor.paragraphText);
  },
};

function sharesWords(a: string, b: string): boolean {
  const words = new Set(a.split(' '));
  return b.split(' ').some((word) => words.has(word));
}

/** Runs histories and looks at all anchors after every fourth edit and at the end. */
function tallies(histories: readonly { sizes: number[]; edits: Deed[] }[]): Map<string, Tally> {
  const tallies = new Map(Object.keys(rules).map((title): [string, Tally] => [title, { looked: 0, broken: null }]));
  for (const one of histories) {
    const editor = posted(one.sizes);
    const anchors = anchorsOf(editor.text);
    one.edits.forEach((deed, at) => {
      edit(editor, deed);
      if (at % 4 === 0 || at === one.edits.length - 1) look(tallies, anchors, editor.text);
    });
  }
  return tallies;
}

function look(tallies: Map<string, Tally>, anchors: readonly StoredAnchor[], text: readonly PlaceText[]): void {
  const resolve = makeResolver(text);
  for (const anchor of anchors) {
    const place = resolve(anchor);
    for (const [title, tally] of tallies) {
      const isRight = rules[title]?.(anchor, place, text) ?? null;
      if (isRight !== null) tally.looked++;
      if (isRight === false) tally.broken ??= JSON.stringify({ anchor, place, text });
    }
  }
}

describe('anchors through 1,000 edit histories', () => {
  const seed = Date.now() % 1_000_000;
  const found = tallies(fc.sample(history, { numRuns: 1000, seed }));

  for (const [title, tally] of found)
    test(title, () => {
      expect({ seed, broken: tally.broken }).toEqual({ seed, broken: null });
      expect(tally.looked).toBeGreaterThan(1000);
    });
});
