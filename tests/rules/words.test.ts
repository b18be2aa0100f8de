import fc from 'fast-check';
import { commonStretches, longestIncreasing } from '../../shared/text/sequence.ts';
import { fewestEdits, wordCount, wordDifference, wordsOf } from '../../shared/text/words.ts';

const vocabulary = [
  ...['the', 'Group', 'shall', 'welcome', 'acknowledge', 'report', 'of', '6.2', 'café', 'cafe\u0301', 'don’t'],
  ...['儿童', '在线', '安全', 'يرحب', 'الفريق', 'приняла', 'решение', 'अनुच्छेद', '🇨🇭', '👨‍👩‍👧', '👍🏽', 'e', '\u0301'],
];
const marks = [' ', ' ', ' ', ' ', ', ', '. ', '\n', '。', ' – ', '\r\n'];
const word = fc.constantFrom(...vocabulary);
const mark = fc.constantFrom(...marks);
const sentence = fc.array(fc.tuple(word, mark), { maxLength: 24 }).map((parts) => parts.flat().join(''));

/** Two wordings of one text: words taken out, put in and exchanged at random places. */
const wordings = fc
  .array(
    fc.record({
      text: fc.tuple(word, mark),
      fate: fc.constantFrom('keep', 'keep', 'keep', 'drop', 'change'),
      other: word,
    }),
    {
      maxLength: 40,
    },
  )
  .map((parts) => ({
    older: parts.map(({ text }) => text.join('')).join(''),
    newer: parts
      .map(({ text, fate, other }) => (fate === 'drop' ? '' : fate === 'change' ? other + text[1] : text.join('')))
      .join(''),
  }));
const anyPair = fc.oneof(
  wordings,
  fc.record({ older: sentence, newer: sentence }),
  fc.record({ older: anyText(), newer: anyText() }),
);
const often = { numRuns: 1000 };

function anyText() {
  return fc.string({ unit: 'binary', maxLength: 60 });
}

/** The difference as one reads it: [-gone-] and {+come+}. */
function marked(older: string, newer: string): string {
  const around = { same: ['', ''], deleted: ['[-', '-]'], inserted: ['{+', '+}'] } as const;
  return wordDifference(older, newer)
    .map(({ kind, text }) => around[kind][0] + text + around[kind][1])
    .join('');
}

function applied(older: string, newer: string): string {
  return fewestEdits(older, newer).reduce(
    (text, { at, remove, insert }) => text.slice(0, at) + insert + text.slice(at + remove),
    older,
  );
}

describe('words', () => {
  test('words, spaces and marks together are the text, in any script', () =>
    fc.assert(
      fc.property(fc.oneof(sentence, anyText()), (text) => {
        expect(wordsOf(text).join('')).toBe(text);
        expect(wordsOf(text)).not.toContain('');
      }),
      often,
    ));

  test('a long text has the same words as the platform finds, though it is cut before', () =>
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 20, maxLength: 40 }), (sentences) => {
        const text = sentences.join(' ');
        const platform = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)].map(
          (part) => part.segment,
        );
        expect(wordsOf(text)).toEqual(platform);
      }),
      { numRuns: 100 },
    ));

  test('words are counted as a reader counts them', () => {
    expect(wordCount('It was agreed (see 7.2) – without objection.')).toBe(7);
    expect(wordCount('网络安全')).toBe(2);
    expect(wordCount('')).toBe(0);
  });

  test('a language tag that is none does no harm', () => {
    expect(wordsOf('a b', 'not a tag!')).toEqual(['a', ' ', 'b']);
  });

  test('text without a space in sight is cut in bounded time', () => {
    for (const text of ['x'.repeat(100_000), '字'.repeat(100_000), 'e\u0301'.repeat(50_000), '👍'.repeat(50_000)])
      expect(wordsOf(text).join('')).toBe(text);
  });
});

describe('difference by words', () => {
  test('W1 same and deleted pieces are the older text, same and inserted ones the newer', () =>
    fc.assert(
      fc.property(anyPair, ({ older, newer }) => {
        const pieces = wordDifference(older, newer);
        const without = (kind: string) => pieces.filter((piece) => piece.kind !== kind).map(({ text }) => text);
        expect(without('inserted').join('')).toBe(older);
        expect(without('deleted').join('')).toBe(newer);
      }),
      often,
    ));

  test('W2 no piece is empty and no neighbours are of one kind; what goes stands before what comes', () =>
    fc.assert(
      fc.property(anyPair, ({ older, newer }) => {
        const kinds = wordDifference(older, newer).map(({ kind, text }) => (text === '' ? 'empty' : kind));
        expect(kinds).not.toContain('empty');
        expect(kinds.join(' ')).not.toMatch(/(same same|deleted deleted|inserted inserted|inserted deleted)/);
      }),
      often,
    ));

  test('W3 a replacement reads as one deletion and one insertion', () => {
    expect(marked('about the initiative.', 'about such initiatives.')).toBe(
      'about [-the initiative-]{+such initiatives+}.',
    );
    expect(marked('was implemented in May', 'is being implemented in May')).toBe(
      '[-was-]{+is being+} implemented in May',
    );
    expect(marked('ready and formulated in time', 'ready and formulating it in time')).toBe(
      'ready and [-formulated-]{+formulating it+} in time',
    );
  });

  test('W3 words that stay between two small changes stay', () => {
    expect(marked('Klik Dengan Bijak" (Click)', '“Klik Dengan Bijak (Click)”')).toBe(
      '{+“+}Klik Dengan Bijak[-"-] (Click){+”+}',
    );
    expect(
      marked('it is only appropriate to acknowledge it', 'it is appropriate to welcome and to acknowledge it'),
    ).toBe('it is [-only -]appropriate to {+welcome and to +}acknowledge it');
  });

  test('W3 a rewritten sentence keeps no word by accident', () => {
    expect(marked('The members shall report annually to it.', 'Progress is what the members describe.')).not.toMatch(
      /\]the|-\] \{/,
    );
  });

  test('W3 a new sentence begins where sentences begin', () => {
    expect(marked('X. A c. End.', 'X. A b. A c. End.')).toBe('X. {+A b. +}A c. End.');
  });

  test('words are compared in scripts without spaces and from right to left', () => {
    expect(marked('协定应当保护儿童。', '协定必须保护儿童。')).toBe('协定[-应当-]{+必须+}保护儿童。');
    expect(marked('يرحب الفريق بالتقرير', 'يرحب الفريق بهذا التقرير')).toBe('يرحب الفريق [-بالتقرير-]{+بهذا التقرير+}');
    expect(marked('Группа приняла решение', 'Группа не приняла решение')).toBe('Группа {+не +}приняла решение');
  });

  test('20,000 words against 20,000 others end within the bounds', () => {
    const text = (salt: number) =>
      Array.from({ length: 20_000 }, (_, at) => `w${(at * 7919 * salt) % 5003}${at % 13 === 0 ? '.' : ''}`).join(' ');
    const [older, newer] = [text(1), text(3)];
    const started = performance.now();
    const pieces = wordDifference(older, newer);
    expect(performance.now() - started).toBeLessThan(3000);
    expect(
      pieces
        .filter(({ kind }) => kind !== 'inserted')
        .map((piece) => piece.text)
        .join('') === older,
    ).toBe(true);
    expect(
      pieces
        .filter(({ kind }) => kind !== 'deleted')
        .map((piece) => piece.text)
        .join('') === newer,
    ).toBe(true);
  });
});

describe('fewest edits', () => {
  test('W4 edits applied as they stand, last first, give the newer text', () =>
    fc.assert(
      fc.property(anyPair, ({ older, newer }) => {
        expect(applied(older, newer)).toBe(newer);
        const edits = fewestEdits(older, newer);
        for (const [place, { at, remove }] of edits.entries())
          expect(at + remove).toBeLessThan(edits[place - 1]?.at ?? Number.POSITIVE_INFINITY);
      }),
      often,
    ));

  test('W5 no edit begins or ends inside a grapheme of either text', () =>
    fc.assert(
      fc.property(anyPair, ({ older, newer }) => {
        const [olderEdges, newerEdges] = [graphemeEdges(older), graphemeEdges(newer)];
        let shift = 0;
        for (const { at, remove, insert } of fewestEdits(older, newer).reverse()) {
          for (const place of [at, at + remove]) expect(olderEdges).toContain(place);
          for (const place of [at + shift, at + shift + insert.length]) expect(newerEdges).toContain(place);
          shift += insert.length - remove;
        }
      }),
      often,
    ));

  test('what stays outside a typing error is not touched', () => {
    expect(fewestEdits('the recieved text', 'the received text')).toEqual([{ at: 7, remove: 2, insert: 'ei' }]);
    expect(fewestEdits('one two three', 'one three')).toEqual([{ at: 4, remove: 4, insert: '' }]);
    expect(fewestEdits('same', 'same')).toEqual([]);
  });

  test('a flag, a family and an accent are exchanged as a whole', () => {
    expect(fewestEdits('a 🇨🇭 b', 'a 🇨🇿 b')).toEqual([{ at: 2, remove: 4, insert: '🇨🇿' }]);
    expect(fewestEdits('cafe', 'cafe\u0301')).toEqual([{ at: 3, remove: 1, insert: 'e\u0301' }]);
    expect(fewestEdits('👨‍👩‍👧', '👨‍👩‍👦')).toEqual([{ at: 0, remove: 8, insert: '👨‍👩‍👦' }]);
  });
});

function graphemeEdges(text: string): Set<number> {
  const starts = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map((part) => part.index);
  return new Set([...starts, text.length, 0]);
}

describe('sequences', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

  test('the stretches are equal, in order, and as long as a longest common subsequence', () =>
    fc.assert(
      fc.property(letters, letters, (older, newer) => {
        const stretches = commonStretches(older, newer, 100) ?? [];
        let [a, b, total] = [0, 0, 0];
        for (const { older: from, newer: to, length } of stretches) {
          expect(from >= a && to >= b).toBe(true);
          expect(newer.slice(to, to + length)).toEqual(older.slice(from, from + length));
          [a, b, total] = [from + length, to + length, total + length];
        }
        expect(total).toBe(commonLength(older, newer));
      }),
      often,
    ));

  test('too many edits are not tried', () => {
    expect(commonStretches(['a', 'b', 'c'], ['c', 'b', 'a'], 1)).toBeNull();
  });

  test('the longest increasing subsequence increases and is longest', () => {
    expect(longestIncreasing([3, 1, 2, 5, 4, 0])).toEqual([1, 2, 4]);
    expect(longestIncreasing([])).toEqual([]);
  });
});

function commonLength(older: readonly string[], newer: readonly string[]): number {
  let row = new Array<number>(newer.length + 1).fill(0);
  for (const word of older) {
    const next = [0];
    newer.forEach((other, at) => {
      next.push(word === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    });
    row = next;
  }
  return row[newer.length] ?? 0;
}
