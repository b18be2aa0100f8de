import fc from 'fast-check';
import type { ParagraphId } from '../../shared/ids.ts';
import type { Place, PlaceText, StoredAnchor } from '../../shared/text/anchor.ts';
import { anchorFor, resolveAnchor, storeAnchor, storedAnchor, wishedAnchor } from '../../shared/text/anchor.ts';

type Text = readonly PlaceText[];

const id = (name: string) => name as ParagraphId;
const paragraphs = (...texts: string[]): Text => texts.map((text, at) => ({ id: id(`p${at}`), text }));

/** The anchor of some words of a paragraph, as it is stored. */
function anchorOf(text: Text, at: number, words?: string): StoredAnchor {
  const paragraph = text[at];
  if (!paragraph) throw new Error(`no paragraph ${at}`);
  const start = words === undefined ? 0 : paragraph.text.indexOf(words);
  const wish = anchorFor(paragraph, start, start + (words?.length ?? 0));
  const stored = storeAnchor(
    wish,
    text.map((one) => ({ ...one, address: one.id })),
    null,
  );
  if (!stored) throw new Error('not stored');
  return stored;
}

/** The words on which a place stands. */
function wordsAt(place: Place, text: Text): string {
  return (text.find((one) => one.id === place.paragraphId)?.text ?? '').slice(place.start, place.end);
}

const report = paragraphs(
  'The Group met in Geneva and adopted the agenda without objection.',
  'Then the Group decided that it is only appropriate to acknowledge the value in sharing words about the initiative.',
  'The Secretariat informed the Group on the outcomes of the open consultation.',
  'Final interventions from the floor were appreciated by all members present.',
);

describe('an anchor made of a selection', () => {
  test('A0 it holds the words, 32 units around them and their offset, whichever way they were selected', () => {
    const paragraph = report[1] as PlaceText;
    const start = paragraph.text.indexOf('acknowledge');
    const { quote } = anchorFor(paragraph, start + 11, start);
    expect(quote).toEqual({
      exact: 'acknowledge',
      prefix: paragraph.text.slice(start - 32, start),
      suffix: paragraph.text.slice(start + 11, start + 43),
      start,
    });
  });

  test('A0 it never cuts a character in two, and what is stored passes the schema', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '👍', '字', '👩'), maxLength: 90 }),
        fc.nat(99),
        fc.nat(99),
        (text, a, b) => {
          const wish = anchorFor({ id: id('p'), text }, a, b);
          const { exact, prefix, suffix } = wish.quote ?? { exact: 'x', prefix: '', suffix: '' };
          for (const part of [exact, prefix, suffix]) expect(part).not.toMatch(/\p{Surrogate}/u);
          expect(wishedAnchor.safeParse(wish).success).toBe(true);
          expect(storedAnchor.safeParse(storeAnchor(wish, [{ id: id('p'), text, address: '1' }], null)).success).toBe(
            true,
          );
        },
      ),
      { numRuns: 1000 },
    ));

  test('A0 an empty selection stands for the paragraph', () => {
    expect(anchorFor(report[0] as PlaceText, 4, 4)).toEqual({ paragraphId: 'p0' });
  });

  test('A0 a wish for a paragraph that is not in the text is not stored', () => {
    expect(storeAnchor({ paragraphId: id('unknown') }, [], null)).toBeNull();
  });

  test('A0 up to twenty neighbours before it are kept, the nearest first', () => {
    const many = Array.from({ length: 30 }, (_, at) => ({ id: id(`p${at}`), text: `${at}`, address: `${at}` }));
    const before = storeAnchor({ paragraphId: id('p25') }, many, null)?.before ?? [];
    expect(before).toHaveLength(20);
    expect(before.slice(0, 2)).toEqual(['p24', 'p23']);
  });
});

describe('where an anchor stands today', () => {
  const quote = 'acknowledge the value in sharing';
  const anchor = anchorOf(report, 1, quote);
  const own = report[1] as PlaceText;
  const withOwn = (text: string): Text => report.map((one) => (one.id === own.id ? { ...one, text } : one));

  test('A1 without a quote it stands at its paragraph, whatever that says now', () => {
    const place = resolveAnchor(anchorOf(report, 2), withOwn('Other words.'));
    expect(place).toEqual({ how: 'paragraph', paragraphId: 'p2', start: 0, end: report[2]?.text.length });
  });

  test('A2 words that only shifted are found exactly', () => {
    const now = withOwn(`In the end, ${own.text}`);
    const place = resolveAnchor(anchor, now);
    expect(place.how).toBe('exact');
    expect(wordsAt(place, now)).toBe(quote);
  });

  test('A2 of several copies the one with the old surroundings is meant', () => {
    const text = paragraphs('shall report; shall answer; shall publish; shall keep.');
    const third = text[0]?.text.indexOf('shall publish') ?? 0;
    const wish = anchorFor(text[0] as PlaceText, third, third + 5);
    const now = paragraphs('shall begin; shall report; shall answer; shall publish; shall keep.');
    expect(resolveAnchor(wish, now).start).toBe(now[0]?.text.indexOf('shall publish'));
  });

  test('A2 ids can follow other text: a short quote goes where its surroundings went', () => {
    const now = [
      { id: id('p1'), text: 'We value all that was said today.' },
      { id: id('new'), text: own.text },
    ];
    const place = resolveAnchor(anchorOf(report, 1, 'value'), now);
    expect(place).toMatchObject({ how: 'moved', paragraphId: 'new' });
    expect(wordsAt(place, now)).toBe('value');
  });

  test('A3 words with small edits inside are found as changed', () => {
    const now = withOwn(own.text.replace('the value in sharing', 'the values of sharing'));
    const place = resolveAnchor(anchor, now);
    expect(place.how).toBe('changed');
    expect(wordsAt(place, now)).toBe('acknowledge the values of sharing');
  });

  test('A3 what took the place of the words is shown, when their surroundings stand', () => {
    const now = withOwn(own.text.replace(quote, 'welcome such work and all'));
    const place = resolveAnchor(anchor, now);
    expect(place.how).toBe('changed');
    expect(wordsAt(place, now)).toBe('welcome such work and all');
  });

  test('A3 of words that a split cut in two, what is left stays marked', () => {
    const cut = own.text.indexOf('value in');
    const now = [
      ...withOwn(own.text.slice(0, cut)).slice(0, 2),
      { id: id('new'), text: own.text.slice(cut) },
      ...report.slice(2),
    ];
    const place = resolveAnchor(anchor, now);
    expect(place).toMatchObject({ how: 'changed', paragraphId: 'p1' });
    expect(wordsAt(place, now)).toBe('acknowledge the ');
  });

  test('A3 a quote of several hundred letters is found by its ends', () => {
    const sentence = 'It was said that the matter needs care and that nobody should be left behind in any of it. ';
    const long = paragraphs(
      'Before it stands this. ',
      `Here begins what counts. ${sentence}Next. ${sentence}Here ends what counts. After.`,
    );
    const from = long[1]?.text.indexOf('Here begins') ?? 0;
    const to = long[1]?.text.indexOf(' After.') ?? 0;
    const wish = anchorFor(long[1] as PlaceText, from, to);
    const now = long.map((one) => ({
      ...one,
      text: one.text.replace('Next. It was said that', 'Then somebody added that'),
    }));
    const place = resolveAnchor(wish, now);
    expect(place.how).toBe('changed');
    expect(wordsAt(place, now)).toMatch(/^Here begins .* somebody added .* ends what counts\.$/);
  });

  test('A4 words that a split took along are found in the new paragraph', () => {
    for (const words of ['acknowledge the value in sharing', 'initiative.', 'about']) {
      const cut = own.text.indexOf(words);
      const now = [
        ...withOwn(own.text.slice(0, cut)).slice(0, 2),
        { id: id('new'), text: own.text.slice(cut) },
        ...report.slice(2),
      ];
      const place = resolveAnchor(anchorOf(report, 1, words), now);
      expect(place).toEqual({ how: 'moved', paragraphId: 'new', start: 0, end: words.length });
    }
  });

  test('A4 what was typed where a split took the words away is not taken for them', () => {
    const words = 'the value in sharing words about the initiative.';
    const cut = own.text.indexOf(words);
    const [first] = report as [PlaceText];
    const rest = { id: id('new'), text: words };
    const now = [first, { ...own, text: `${own.text.slice(0, cut)}much` }, rest, ...report.slice(2)];
    expect(resolveAnchor(anchorOf(report, 1, words), now)).toMatchObject({ how: 'moved', paragraphId: 'new' });
  });

  test('A4 words that a merge took along are found in the paragraph before', () => {
    const merged = `${report[0]?.text} ${own.text}`;
    const now = [{ id: id('p0'), text: merged }, ...report.slice(2)];
    const place = resolveAnchor(anchor, now);
    expect(place).toMatchObject({ how: 'moved', paragraphId: 'p0' });
    expect(wordsAt(place, now)).toBe(quote);
  });

  test('A4 a comment on a whole paragraph goes with it into a merge', () => {
    const now = [{ id: id('p0'), text: `${report[0]?.text} ${own.text}` }, ...report.slice(2)];
    const place = resolveAnchor(anchorOf(report, 1), now);
    expect(place.how).toBe('moved');
    expect(wordsAt(place, now)).toBe(own.text);
  });

  test('A4 words that were cut and pasted far away are found if they stand in one place only', () => {
    const far = Array.from({ length: 40 }, (_, at) => ({ id: id(`f${at}`), text: `Another paragraph, number ${at}.` }));
    const now = [report[0] as PlaceText, ...far, { id: id('pasted'), text: own.text }];
    expect(resolveAnchor(anchor, now)).toMatchObject({ how: 'moved', paragraphId: 'pasted' });
  });

  test('A4 a few letters that stand elsewhere by accident are not taken for the quote', () => {
    const cells = paragraphs('Not applicable', 'Yes', 'Not applicable', 'No');
    const now = cells.map((one) =>
      one.id === 'p1' ? { ...one, text: 'No' } : one.id === 'p3' ? { ...one, text: 'Yes' } : one,
    );
    expect(resolveAnchor(anchorOf(cells, 1, 'Yes'), now)).toMatchObject({ paragraphId: 'p1' });
    const without = cells.filter((one) => one.id !== 'p2');
    expect(resolveAnchor(anchorOf(cells, 2), without)).toMatchObject({ how: 'deleted', paragraphId: 'p1' });
  });

  test('A5 words that a merge took along and that were edited are found as changed', () => {
    const edited = own.text.replace('the value in sharing', 'the values of sharing');
    const now = [{ id: id('p0'), text: `${report[0]?.text} ${edited}` }, ...report.slice(2)];
    const place = resolveAnchor(anchor, now);
    expect(place).toMatchObject({ how: 'changed', paragraphId: 'p0' });
    expect(wordsAt(place, now)).toBe('acknowledge the values of sharing');
  });

  test('A6 when nothing of the quote is left, the paragraph as a whole stands for it', () => {
    const now = withOwn('Paragraph rewritten from scratch.');
    expect(resolveAnchor(anchor, now)).toEqual({ how: 'paragraph', paragraphId: 'p1', start: 0, end: 33 });
  });

  test('A7 when the paragraph is gone, the thread stands after its nearest surviving neighbour', () => {
    const end = report[0]?.text.length;
    const gone = report.filter((one) => one.id !== 'p1');
    expect(resolveAnchor(anchor, gone)).toEqual({ how: 'deleted', paragraphId: 'p0', start: end, end });
    expect(resolveAnchor(anchorOf(report, 3), report.slice(0, 1))).toMatchObject({ how: 'deleted', paragraphId: 'p0' });
  });

  test('A7 when no neighbour stands, it stands at the first paragraph; in an empty text at none', () => {
    expect(resolveAnchor(anchor, report.slice(2))).toEqual({ how: 'deleted', paragraphId: 'p2', start: 0, end: 0 });
    expect(resolveAnchor(anchor, [])).toEqual({ how: 'deleted', paragraphId: null, start: 0, end: 0 });
  });

  test('A8 hostile quotes and texts neither throw nor take long', () => {
    const text = [{ id: id('p0'), text: 'ab'.repeat(50_000) }];
    const quotes = ['a', 'ba'.repeat(90), 'abb'.repeat(60), 'ab'.repeat(10_000), '\ud800', 'x'.repeat(20_000)];
    const started = performance.now();
    for (const exact of quotes)
      for (const paragraphId of ['p0', 'gone'])
        resolveAnchor({ paragraphId: id(paragraphId), quote: { exact, prefix: 'b', suffix: 'a', start: 7 } }, text);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

test('A2 words typed inside a quote belong to it, as long as the words around it stand', () => {
  const before = 'should take a position or make a formal endorsement of such an initiative.';
  const start = before.indexOf('a formal');
  const anchor = anchorFor({ id: 'p' as never, text: before }, start, start + 'a formal endorsement'.length);
  const text = before.replace('a formal', 'a very formal');
  const place = resolveAnchor(anchor, [{ id: 'p' as never, text }]);
  expect(text.slice(place.start, place.end)).toBe('a very formal endorsement');
});
