import fc from 'fast-check';
import type { ParagraphId } from '../../shared/ids.ts';
import type { StoredAnchor } from '../../shared/text/anchor.ts';
import { anchorFor, resolveAnchor, storeAnchor } from '../../shared/text/anchor.ts';
import { addedParagraphs, proposedText, whatChanges } from '../../shared/threads/proposal.ts';

const id = 'p1' as ParagraphId;
const text =
  'The Group decided that it is only appropriate to acknowledge the value in sharing information about the initiative.';

function anchorOf(former: string, words?: string): StoredAnchor {
  const start = words === undefined ? 0 : former.indexOf(words);
  const wish = anchorFor({ id, text: former }, start, start + (words?.length ?? 0));
  const stored = storeAnchor(wish, [{ id, text: former, address: '6.2' }], null);
  if (!stored) throw new Error('not stored');
  return stored;
}

/** What a proposal made on `text` makes of the paragraph as it is today. */
function proposed(mark: 'ADD' | 'MOD' | 'SUP' | 'NOC', wording: string, words?: string, today = text): string {
  const anchor = anchorOf(text, words);
  return proposedText(
    anchor,
    { mark, text: wording },
    { text: today, place: resolveAnchor(anchor, [{ id, text: today }]) },
  );
}

function marked(mark: 'ADD' | 'MOD' | 'SUP' | 'NOC', wording: string, words?: string): string {
  const around = { same: ['', ''], deleted: ['[-', '-]'], inserted: ['{+', '+}'] } as const;
  return whatChanges(anchorOf(text, words), { mark, text: wording })
    .map((piece) => around[piece.kind][0] + piece.text + around[piece.kind][1])
    .join('');
}

describe('what a proposal makes of a paragraph', () => {
  test('T8 MOD puts its wording in the place of the quote, and leaves the rest', () => {
    expect(proposed('MOD', 'welcome', 'acknowledge')).toBe(text.replace('acknowledge', 'welcome'));
  });

  test('T8 MOD without a quote is the whole paragraph, and without a paragraph its wording', () => {
    expect(proposed('MOD', 'Nothing was decided.')).toBe('Nothing was decided.');
    expect(proposedText(anchorOf(text, 'value'), { mark: 'MOD', text: 'worth' }, null)).toBe('worth');
  });

  test('T8 MOD takes the place of the quote where that stands today', () => {
    const today = `In the end, ${text.replace('only ', '')}`;
    expect(proposed('MOD', 'welcome', 'acknowledge', today)).toBe(today.replace('acknowledge', 'welcome'));
  });

  test('T8 whatever is quoted and proposed, the words around the quote stay', () =>
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), fc.string(), (a, b, wording) => {
        const anchor = anchorFor({ id, text }, a, b);
        fc.pre(anchor.quote !== undefined);
        const after = proposedText(
          anchor,
          { mark: 'MOD', text: wording },
          { text, place: resolveAnchor(anchor, [{ id, text }]) },
        );
        expect(after).toBe(text.slice(0, Math.min(a, b)) + wording + text.slice(Math.max(a, b)));
      }),
      { numRuns: 1000 },
    ));

  test('T9 SUP takes out the paragraph, or the quoted words with the space they leave double', () => {
    expect(proposed('SUP', '')).toBe('');
    expect(proposed('SUP', '', 'only')).toBe(text.replace('only ', ''));
    expect(proposed('SUP', '', 'about the initiative')).toBe(text.replace(' about the initiative', ''));
    expect(proposed('SUP', '', 'The Group')).toBe(text.replace('The Group ', ''));
    expect(proposed('SUP', '', text)).toBe('');
  });

  test('T10 ADD and NOC leave the paragraph as it is', () => {
    expect(proposed('ADD', 'A new one.\nAnd another.')).toBe(text);
    expect(proposed('NOC', '')).toBe(text);
  });

  test('T10 the paragraphs of an ADD are its lines', () => {
    expect(addedParagraphs({ mark: 'ADD', text: 'A new one.\r\n\n  \nAnd another.' })).toEqual([
      'A new one.',
      'And another.',
    ]);
    expect(addedParagraphs({ mark: 'MOD', text: 'A wording.' })).toEqual([]);
  });

  test('T11 when the quote is gone, the proposal never takes the place of the whole paragraph', () => {
    const today = 'It was thought best to say nothing of sharing information.';
    expect(proposed('MOD', 'welcome', 'acknowledge', today)).not.toBe('welcome');
    const anchor = { paragraphId: id, quote: anchorOf(text, 'acknowledge').quote };
    const place = { how: 'paragraph' as const, start: 0, end: today.length };
    expect(proposedText(anchor, { mark: 'MOD', text: 'welcome' }, { text: today, place })).toBe(today);
  });

  test('T11 what was asked of the text it was written on is merged into what stands today', () => {
    const place = { how: 'paragraph' as const, start: 0, end: 0 };
    const today = text.replace('The Group', 'The Working Group');
    const asked = proposedText(anchorOf(text, 'acknowledge'), { mark: 'MOD', text: 'welcome' }, { text: today, place });
    expect(asked).toBe(today.replace('acknowledge', 'welcome'));
  });

  test('T12 the change is shown against the text that the proposal was written on', () => {
    expect(marked('MOD', 'welcome', 'acknowledge')).toBe(text.replace('acknowledge', '[-acknowledge-]{+welcome+}'));
    expect(marked('SUP', '', 'only')).toBe(text.replace('only ', '[-only -]'));
    expect(marked('SUP', '')).toBe(`[-${text}-]`);
    expect(marked('ADD', 'A new one.\n\nAnd another.')).toBe('{+A new one.\nAnd another.+}');
    expect(marked('NOC', '')).toBe(text);
  });
});
