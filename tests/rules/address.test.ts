import fc from 'fast-check';
import type { ParagraphId } from '../../shared/ids.ts';
import { addressed, labelFromTyped, typedLabel } from '../../shared/text/address.ts';
import type { Block } from '../../shared/text/paragraph.ts';

const label = (line: string, place?: Parameters<typeof typedLabel>[1]) => typedLabel(line, place)?.labelAsTyped ?? null;

describe('a typed label', () => {
  test.each([
    ['1\tIntroduction', '1'],
    ['6 Discussions', '6'],
    ['7.3. The Group also agreed', '7.3.'],
    ['6.10 \tThe representatives', '6.10'],
    ['A.1 Abstract tests', 'A.1'],
    ['6.2bis The Group', '6.2bis'],
    ['(a) awareness', '(a)'],
    ['b) awareness', 'b)'],
    ['(iv)\tawareness', '(iv)'],
    ['(1) Sind Vereinsmitglieder', '(1)'],
    ['§ 31a Haftung', '§ 31a'],
    ['IV.\tOutcomes', 'IV.'],
    ['II. Outcomes', 'II.'],
    ['A.\tScope', 'A.'],
    ['١. نص', '١.'],
    ['ب)\tنص', 'ب)'],
    ['1 -\tنالت بنغلاديش', '1 -'],
    ['12- نالت بنغلاديش', '12-'],
    ['2-1\tالسياسات', '2-1'],
    ['باء -\tالهياكل', 'باء -'],
    ['أولاً – مقدمة', 'أولاً –'],
    ['第一条 人人生而自由', '第一条'],
    ['（一）关于议程', '（一）'],
    ['一、总则', '一'],
  ])('is told in %j', (line, typed) => expect(label(line)).toBe(typed));

  test.each([
    '16 February 2016 was the day',
    '16 février 2016',
    '12. März',
    '17 Members were present.',
    '100 participants took part',
    '1.5 million people',
    '14.30 p.m.',
    '12.3.2016 Meeting',
    '2016 Council Resolution 1306',
    '5Rights: the Group welcomes',
    '(or) nothing',
    'A. S. Popov said',
    'mix. Nothing',
    '1306',
    '3-11 years',
    '2 - 3 members',
    '2-D swath',
    '',
  ])('is not seen in %j', (line) => expect(label(line)).toBeNull());

  test('in a heading one letter with a full stop is enough', () => {
    expect(label('A. Definitions', 'heading')).toBe('A.');
    expect(label('12 Members and observers of the group.', 'heading')).toBe('12');
  });

  test('a bare number inside a list or a table counts something', () => {
    expect(label('3 Doctors', 'inside')).toBeNull();
    expect(label('3.1 Doctors', 'inside')).toBe('3.1');
  });

  test('people leave the full stop out, and keep the brackets', () => {
    expect(labelFromTyped('7.3.')).toBe('7.3');
    expect(labelFromTyped('(a)')).toBe('(a)');
    expect(labelFromTyped('§\u00a031a')).toBe('§ 31a');
    expect(labelFromTyped('1 -')).toBe('1');
  });
});

function block(kind: Block['kind'], label: string | null, level: number | null = null, text = 'words'): Block {
  const own = kind === 'heading' || kind === 'listItem' ? (level ?? 1) : null;
  return { id: 'x' as ParagraphId, kind, level: own, label, labelAsTyped: label, text, runs: [{ text }] };
}
const h = (label: string | null, level = 1, text?: string) => block('heading', label, level, text);
const p = (label: string | null = null) => block('paragraph', label);
const li = (label: string | null = null, level = 1) => block('listItem', label, level);
const addresses = (...blocks: Block[]) => addressed(blocks).map((paragraph) => paragraph.address);

describe('an address', () => {
  test('is the label, or counts from the last one', () => {
    expect(
      addresses(block('title', null), p(), h('5'), p(), li(), li(), h('6'), p('6.2'), p(), p(), p('7.2'), li(), li()),
    ).toEqual(['Title', '¶1', '5', '5 ¶1', '5 –1', '5 –2', '6', '6.2', '6.2 ¶2', '6.2 ¶3', '7.2', '7.2 –1', '7.2 –2']);
  });

  test('of a mark in brackets names what it stands under', () => {
    expect(addresses(p('7.2'), p('(a)'), p('(i)'), p('(ii)'), p(), p('(b)'), p('(i)'), p('7.3'), p('(a)'))).toEqual([
      '7.2',
      '7.2 (a)',
      '7.2 (a) (i)',
      '7.2 (a) (ii)',
      '7.2 (a) (ii) ¶2',
      '7.2 (b)',
      '7.2 (b) (i)',
      '7.3',
      '7.3 (a)',
    ]);
  });

  test('(i) after (h) is the ninth letter, not a deeper list', () => {
    const letters = [...'abcdefghij'].map((letter) => p(`(${letter})`));
    expect(addresses(p('4'), ...letters).at(-2)).toBe('4 (i)');
    expect(addresses(p('4'), ...letters).at(-1)).toBe('4 (j)');
  });

  test('repeats under another section, which it then names', () => {
    expect(addresses(h('§ 1'), p('(1)'), p('(2)'), h('§ 2'), p('(1)'))).toEqual([
      '§ 1',
      '§ 1 (1)',
      '§ 1 (2)',
      '§ 2',
      '§ 2 (1)',
    ]);
    expect(addresses(p('1'), h('B'), p('1'), p('1'))).toEqual(['1', 'B', 'B 1', 'B 1 (2)']);
  });

  test('of an item of a numbered list ends with the list', () => {
    expect(addresses(p('7.2'), li('1)'), li('1)', 2), li(null, 3), li('2)'), p())).toEqual([
      '7.2',
      '7.2 1)',
      '7.2 1) 1)',
      '7.2 1) 1) –1',
      '7.2 2)',
      '7.2 ¶2',
    ]);
  });

  test('of a heading that is nothing but its number is that number', () => {
    expect(addresses(h(null, 1, 'Article 1'), p(), h(null, 1, 'المادة 30'), p(), h(null, 1, '第三条'), p())).toEqual([
      'Article 1',
      'Article 1 ¶1',
      'المادة 30',
      'المادة 30 ¶1',
      '第三条',
      '第三条 ¶1',
    ]);
  });

  test('a chapter without a number is not counted under the numbered chapter before it', () => {
    expect(addresses(h('1'), h('1.1', 2), p(), h(null, 1), p())).toEqual(['1', '1.1', '1.1 ¶1', '¶1', '¶2']);
    expect(addresses(p('12'), p('(a)'), h(null), p('13'))).toEqual(['12', '12 (a)', '12 ¶2', '13']);
  });

  test('in a table does not reach out of it', () => {
    const place = { table: 1, row: 1, column: 1, rowSpan: 1, columnSpan: 1, header: false };
    const inside = (inner: Block): Block => ({ ...inner, cell: place });
    expect(addresses(p('6.2'), inside(p()), inside(p('3')), inside(p()), p(), p('6.3'))).toEqual([
      '6.2',
      '6.2 ¶2',
      '3',
      '3 ¶2',
      '6.2 ¶3',
      '6.3',
    ]);
  });

  test('of a number in a table gives way to the same number in the text', () => {
    const place = { table: 1, row: 1, column: 1, rowSpan: 1, columnSpan: 1, header: false };
    expect(addresses({ ...p('1'), cell: place }, { ...p('2'), cell: place }, p('1'))).toEqual(['1 (2)', '2', '1']);
  });

  const labels = fc.oneof(
    fc.constant(null),
    fc.constantFrom(
      '1',
      '2',
      '1.1',
      '1 (2)',
      '6.2',
      '(a)',
      '(b)',
      '(i)',
      '(ii)',
      '(v)',
      '1)',
      '2)',
      'A',
      'IV',
      '§ 3',
      '[1]',
      'Title',
      '¶1',
      '6.2 ¶2',
      '()',
      '(ﻫ)',
    ),
    fc.string({ minLength: 1, maxLength: 8 }),
  );
  const texts = fc.array(
    fc.tuple(
      fc.constantFrom('title', 'heading', 'paragraph', 'listItem') as fc.Arbitrary<Block['kind']>,
      labels,
      fc.integer({ min: 1, max: 6 }),
    ),
    { maxLength: 60 },
  );

  test('is unique whatever the labels, and the order is kept', () =>
    fc.assert(
      fc.property(texts, (parts) => {
        const blocks = parts.map(([kind, name, level], at) => block(kind, name, level, `text ${at}`));
        const paragraphs = addressed(blocks);
        expect(new Set(paragraphs.map((paragraph) => paragraph.address)).size).toBe(blocks.length);
        expect(paragraphs.map(({ address: _, ...rest }) => rest)).toEqual(blocks);
      }),
    ));

  test('twenty thousand equal labels are addressed in well under a second', () => {
    const blocks = Array.from({ length: 20_000 }, () => p('6.2'));
    const started = performance.now();
    expect(addressed(blocks).at(-1)?.address).toBe('6.2 (20000)');
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
