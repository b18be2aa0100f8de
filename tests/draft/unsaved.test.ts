import fc from 'fast-check';
import { carriedOver, unsavedParagraphs, unsavedSince } from '../../client/draft/unsaved.ts';
import type { ParagraphId } from '../../shared/ids.ts';
import { addressed } from '../../shared/text/address.ts';
import type { Paragraph } from '../../shared/text/paragraph.ts';

const text = (...words: [id: string, label: string | null, text: string][]): Paragraph[] =>
  addressed(
    words.map(([id, label, said]) => ({
      id: id as ParagraphId,
      kind: 'paragraph' as const,
      level: null,
      label,
      labelAsTyped: label,
      text: said,
      runs: [{ text: said }],
    })),
  );
const savedFrom = (paragraphs: readonly Paragraph[]) => new Map(paragraphs.map((one) => [one.id, one.text]));
const before = text(['a', '6.1', 'The Group agreed.'], ['b', '6.2', 'It decided.']);

test('unsaved words are counted, and their paragraph is named when it is one', () => {
  const now = text(['a', '6.1', 'The Group has now agreed.'], ['b', '6.2', 'It decided.']);
  expect(unsavedSince(savedFrom(before), now)).toEqual({
    places: [{ paragraphId: 'a', start: 10, end: 17 }],
    words: 2,
    address: '6.1',
  });
});

test('unsaved words in two paragraphs have no one address', () => {
  const now = text(['a', '6.1', 'The Group agreed. Yes.'], ['b', '6.2', 'It decided. No.']);
  expect(unsavedSince(savedFrom(before), now)).toMatchObject({ words: 2, address: null });
});

test('words taken away are no words to underline', () => {
  expect(unsavedSince(savedFrom(before), text(['a', '6.1', 'The agreed.'], ['b', '6.2', 'It decided.']))).toMatchObject(
    {
      places: [],
      words: 0,
      address: '6.1',
    },
  );
});

test('paragraphs that the server lacks or has with other words are those to copy', () => {
  const own = text(
    ['a', '6.1', 'The Group agreed, after all.'],
    ['b', '6.2', 'It decided.'],
    ['c', null, 'New.'],
    ['d', null, ''],
  );
  expect(unsavedParagraphs(own, before)).toEqual(['6.1 The Group agreed, after all.', 'New.']);
});

const words = (letters: string) => fc.array(fc.constantFrom(...letters), { maxLength: 12 }).map((all) => all.join(''));

test('a place before or after a change keeps its letters', () =>
  fc.assert(
    fc.property(words('abc'), words('xyz'), words('uvw'), words('123'), fc.nat(), (head, gone, come, tail, at) => {
      const [past, now] = [head + gone + tail, head + come + tail];
      const inHead = at % Math.max(head.length, 1);
      expect(now.slice(0, carriedOver(inHead, past, now))).toBe(past.slice(0, inHead));
      fc.pre(tail !== '');
      const inTail = past.length - (at % tail.length);
      expect(now.slice(carriedOver(inTail, past, now))).toBe(past.slice(inTail));
    }),
  ));
