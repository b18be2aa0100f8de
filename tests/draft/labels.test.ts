import { labelFromField, labelJustTyped } from '../../client/draft/labels.ts';

/** Types one blank where the bar stands. */
const typing = (words: string, blank = ' ') => {
  const caret = words.indexOf('|');
  const before = words.replace('|', '');
  return labelJustTyped(before, before.slice(0, caret) + blank + before.slice(caret), caret + 1);
};

test.each([
  ['6.12|', ' ', '6.12', '6.12'],
  ['7.3.|', ' ', '7.3', '7.3.'],
  ['(a)|', ' ', '(a)', '(a)'],
  ['A.1|', '\u00a0', 'A.1', 'A.1'],
  ['4|', '\t', '4', '4'],
  ['6.2|The Group agreed', ' ', '6.2', '6.2'],
])('%s and a blank is a label', (words, blank, label, typed) => {
  expect(typing(words, blank)).toEqual({ label, typed });
});

test.each([['16|'], ['16|February'], ['The|'], ['6.2 The|'], ['2016|']])('%s and a space is no label', (words) => {
  expect(typing(words)).toBeNull();
});

test('words that begin like a label are left alone when something else is typed in them', () => {
  expect(labelJustTyped('6.2 agree', '6.2 agreed', 10)).toBeNull();
  expect(labelJustTyped('', '6.2 pasted', 4)).toBeNull();
});

test('a number given in the dialog loses its last dot and keeps how it was written', () => {
  expect(labelFromField(' 7.3. ')).toEqual({ label: '7.3', typed: '7.3.' });
  expect(labelFromField('  ')).toBeNull();
});
