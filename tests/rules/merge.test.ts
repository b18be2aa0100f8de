import fc from 'fast-check';
import type { MergedPiece } from '../../shared/text/merge.ts';
import { mergeWordings } from '../../shared/text/merge.ts';

const word = fc.constantFrom(
  'the',
  'Group',
  'shall',
  'welcome',
  'report',
  'of',
  '6.2',
  'café',
  '儿童',
  'الفريق',
  '🇨🇭',
  'решение',
);
const text = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));
const often = { numRuns: 1000 };

function wordingOf(pieces: MergedPiece[], side: 'ours' | 'theirs'): string {
  return pieces.map((piece) => (piece.kind === 'agreed' ? piece.text : piece[side])).join('');
}

function agreedText(text: string) {
  return { pieces: text === '' ? [] : [{ kind: 'agreed', text }], clean: true };
}

describe('merging two wordings', () => {
  test('M1 what only one side changed is taken from it', () =>
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(mergeWordings(base, changed, base)).toEqual(agreedText(changed));
        expect(mergeWordings(base, base, changed)).toEqual(agreedText(changed));
      }),
      often,
    ));

  test('M1 what both changed alike is taken once', () =>
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(mergeWordings(base, changed, changed)).toEqual(agreedText(changed));
      }),
      often,
    ));

  test('M1 changes of different words are both taken', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 5, maxLength: 12 }),
        fc.nat(),
        fc.nat(),
        (words, a, b) => {
          const first = a % (words.length - 2);
          const second = first + 2 + (b % (words.length - first - 2));
          const replaced = (places: number[]) =>
            words.map((one, at) => (places.includes(at) ? `NEW${at}` : one)).join(' ');
          const merged = mergeWordings(words.join(' '), replaced([first]), replaced([second]));
          expect(merged).toEqual(agreedText(replaced([first, second])));
        },
      ),
      often,
    ));

  test('M2 the sides may be exchanged', () =>
    fc.assert(
      fc.property(text, text, text, (base, ours, theirs) => {
        const one = mergeWordings(base, ours, theirs);
        const other = mergeWordings(base, theirs, ours);
        expect(wordingOf(one.pieces, 'ours')).toBe(wordingOf(other.pieces, 'theirs'));
        expect(wordingOf(one.pieces, 'theirs')).toBe(wordingOf(other.pieces, 'ours'));
        expect(one.clean).toBe(other.clean);
      }),
      often,
    ));

  test('M2 a word that one side put in is in the merged text or in the clash', () =>
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (base, theirs, at, other) => {
        const withWord = (from: string, place: number, word: string) => {
          const words = from.split(' ');
          words.splice(place % (words.length + 1), 0, word);
          return words.join(' ');
        };
        const { pieces } = mergeWordings(base, withWord(base, at, 'OURS'), withWord(theirs, other, 'THEIRS'));
        expect(wordingOf(pieces, 'ours')).toContain('OURS');
        expect(wordingOf(pieces, 'theirs')).toContain('THEIRS');
      }),
      often,
    ));

  test('M2 two changes of the same words are a clash, and the rest is merged', () => {
    const base = 'it is only appropriate to acknowledge the value in sharing words about the initiative.';
    const asked = 'it is appropriate to welcome the initiative and to acknowledge the value in sharing words about it.';
    const today = 'it is only appropriate to acknowledge the value of sharing words about such initiatives.';
    expect(mergeWordings(base, asked, today)).toEqual({
      pieces: [
        {
          kind: 'agreed',
          text: 'it is appropriate to welcome the initiative and to acknowledge the value of sharing words about ',
        },
        { kind: 'clash', ours: 'it', theirs: 'such initiatives' },
        { kind: 'agreed', text: '.' },
      ],
      clean: false,
    });
  });

  test('M2 changes of neighbouring words are a clash, for they may not fit together', () => {
    const merged = mergeWordings('about the initiative.', 'about an initiative.', 'about the initiatives.');
    expect(merged.pieces[1]).toEqual({ kind: 'clash', ours: 'an initiative', theirs: 'the initiatives' });
  });

  test('M2 words put in at the same place are a clash', () => {
    const merged = mergeWordings('we welcome it', 'we warmly welcome it', 'we duly welcome it');
    expect(merged.clean).toBe(false);
    expect(wordingOf(merged.pieces, 'ours')).toBe('we warmly welcome it');
  });

  test('M2 one side deletes what the other changes: a clash', () => {
    const merged = mergeWordings(
      'We agree. We also note the report. End.',
      'We agree. End.',
      'We agree. We also note the final report. End.',
    );
    expect(merged.clean).toBe(false);
    expect(wordingOf(merged.pieces, 'theirs')).toContain('final report');
  });

  test('M3 it is clean exactly when nothing clashes, and neighbouring agreed pieces are one', () =>
    fc.assert(
      fc.property(text, text, text, (base, ours, theirs) => {
        const { pieces, clean } = mergeWordings(base, ours, theirs);
        const kinds = pieces.map(({ kind }) => kind);
        expect(clean).toBe(!kinds.includes('clash'));
        expect(kinds.join(' ')).not.toContain('agreed agreed');
        expect(pieces).not.toContainEqual({ kind: 'agreed', text: '' });
      }),
      often,
    ));
});
