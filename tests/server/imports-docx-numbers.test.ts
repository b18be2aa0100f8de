import { formatNumber } from '../../server/imports/docx/number-formats.ts';
import { readDocx } from '../../server/imports/docx/read.ts';
import { outline, warningsOf } from '../support/expected-report.ts';
import { inList, lvl, p, r, type WordFile, wordFile } from '../support/word-files.ts';

const read = (file: WordFile | string) => readDocx(wordFile(file));
const lines = async (file: WordFile | string) => outline(await read(file));

describe('headings', () => {
  const style = (id: string, name: string, inside = '', based = '') =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${based === '' ? '' : `<w:basedOn w:val="${based}"/>`}${inside}</w:style>`;
  const styles = [
    style('a3', 'heading 2'),
    style('Mine', 'Chapter of ours', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    style('Child', 'Section of ours', '', 'Mine'),
    style('U1', 'Überschrift 3'),
    style('Ring1', 'x', '', 'Ring2'),
    style('Ring2', 'y', '', 'Ring1'),
    style('T', 'Title'),
  ].join('');
  const styled = (id: string, text: string) => p(text, `<w:pStyle w:val="${id}"/>`);

  test('are told by outline level, by name in any language, and by what a style is based on', async () => {
    const body = ['T', 'Mine', 'Child', 'a3', 'U1', 'Ring1', 'Unknown'].map((id) => styled(id, id)).join('');
    expect(await lines({ body, styles })).toEqual([
      't T',
      'h1 Mine',
      'h1 Child',
      'h2 a3',
      'h3 U1',
      'p Ring1',
      'p Unknown',
    ]);
  });

  test('a long sentence in the look of a heading is a paragraph', async () => {
    const text = await read({ body: styled('Mine', 'Short') + styled('a3', `${'Long '.repeat(40)}end.`), styles });
    expect(text.blocks.map((block) => block.kind)).toEqual(['title', 'paragraph']);
    expect(warningsOf(text)).toMatchObject({ 'heading-as-paragraph': { level: 2 } });
  });
});

describe('automatic numbers', () => {
  const numbering = (levels: string, nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') =>
    `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${nums}`;
  const items = (...at: number[]) => at.map((level, index) => p(`t${index}`, inList(1, level))).join('');

  test('become labels as Word shows them, without the full stop in what people say', async () => {
    const text = await read({
      body: items(0, 1, 1, 0, 1, 2),
      numbering: numbering(lvl(0, 'decimal', '%1.') + lvl(1, 'decimal', '%1.%2.') + lvl(2, 'lowerLetter', '(%3)')),
    });
    expect(outline(text)).toEqual(['p 1 t0', 'p 1.1 t1', 'p 1.2 t2', 'p 2 t3', 'p 2.1 t4', 'p (a) t5']);
    expect(text.blocks.map((block) => block.labelAsTyped)).toEqual(['1.', '1.1.', '1.2.', '2.', '2.1.', '(a)']);
    expect(warningsOf(text)).toEqual({ 'automatic-numbers': { count: 6, first: '1', last: '(a)' } });
  });

  test('legal numbering shows every level in digits', async () => {
    const levels = lvl(0, 'upperRoman', 'Article %1') + lvl(1, 'lowerLetter', '%1.%2', '<w:isLgl/>');
    expect(await lines({ body: items(0, 0, 1), numbering: numbering(levels) })).toEqual([
      'p Article I t0',
      'p Article II t1',
      'p 2.1 t2',
    ]);
  });

  test('lists of one definition count on together; an override begins anew, once', async () => {
    const nums =
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>';
    const body = [1, 3, 2, 2, 1].map((list) => p('x', inList(list))).join('');
    expect(await lines({ body, numbering: numbering(lvl(0, 'decimal', '%1)'), nums) })).toEqual([
      'p 1) x',
      'p 2) x',
      'p 5) x',
      'p 6) x',
      'p 7) x',
    ]);
  });

  test('a level that never restarts counts through', async () => {
    const levels = lvl(0, 'decimal', '%1') + lvl(1, 'decimal', '%1.%2', '<w:lvlRestart w:val="0"/>');
    expect(await lines({ body: items(0, 1, 0, 1), numbering: numbering(levels) })).toEqual([
      'p 1 t0',
      'p 1.1 t1',
      'p 2 t2',
      'p 2.2 t3',
    ]);
  });

  test('a style brings its list and level; numbering 0 takes it away', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/></w:style>`;
    const levels =
      lvl(0, 'decimal', '%1', '<w:pStyle w:val="H1"/>') + lvl(1, 'decimal', '%1.%2', '<w:pStyle w:val="H2"/>');
    const body = [
      p('a', '<w:pStyle w:val="H1"/>'),
      p('b', '<w:pStyle w:val="H2"/>'),
      p('c', `<w:pStyle w:val="H2"/>${inList(0)}`),
    ].join('');
    expect(await lines({ body, styles, numbering: numbering(levels) })).toEqual(['h1 1 a', 'h2 1.1 b', 'h2 c']);
  });

  test('bullets are list items without a label, nested no deeper than one step at a time', async () => {
    const levels = [0, 1, 2].map((at) => lvl(at, 'bullet', '●')).join('');
    expect(await lines({ body: items(2, 2, 0, 1), numbering: numbering(levels) })).toEqual([
      'l1 t0',
      'l1 t1',
      'l1 t2',
      'l2 t3',
    ]);
  });

  test('deleted paragraphs do not count', async () => {
    const gone = p(
      `<w:del w:id="1">${r('gone').replaceAll('w:t', 'w:delText')}</w:del>`,
      `${inList(1)}<w:rPr><w:del w:id="2"/></w:rPr>`,
    );
    const text = await read({ body: items(0) + gone + items(0), numbering: numbering(lvl(0, 'decimal', '%1.')) });
    expect(outline(text)).toEqual(['p 1 t0', 'p 2 t0']);
  });

  test('a number stands also where there are no words', async () => {
    const text = await read({ body: p('', inList(1)) + items(0), numbering: numbering(lvl(0, 'decimal', '%1.')) });
    expect(outline(text)).toEqual(['p 1 ', 'p 2 t0']);
    expect(warningsOf(text)).toMatchObject({ 'number-without-words': { label: '1' } });
  });

  test.each([
    [4, 'lowerRoman', 'iv'],
    [28, 'upperLetter', 'BB'],
    [3, 'arabicAlpha', 'ت'],
    [3, 'arabicAbjad', 'ج'],
    [16, 'hebrew1', 'טז'],
    [21, 'chineseCounting', '二十一'],
    [12, 'chineseCountingThousand', '十二'],
    [105, 'chineseCountingThousand', '一百零五'],
    [20, 'ideographDigital', '二〇'],
    [2, 'ideographTraditional', '乙'],
    [7, 'decimalZero', '07'],
    [22, 'ordinal', '22nd'],
    [3, 'decimalEnclosedCircle', '③'],
    [5, 'thaiNumbers', '๕'],
    [3, 'nobody knows', '3'],
  ])('%i as %s is %s', (value, format, shown) => expect(formatNumber(value, format)).toBe(shown));
});

describe('typed marks and numbers', () => {
  test('go off the words', async () => {
    const body = ['\u2022\tbullet', '- 5Rights: the Group', '\t\t125.\tInterpol', '136.', '7.3. The Group']
      .map((text) => p(text))
      .join('');
    const text = await read(body);
    expect(outline(text)).toEqual([
      'l1 bullet',
      'l1 5Rights: the Group',
      'p 125 Interpol',
      'p 136 ',
      'p 7.3 The Group',
    ]);
  });

  test('in a typed table of contents stay where they are', async () => {
    const text = await read(
      ['I.\tIntroduction\t1', 'II.\tScope\t6', 'A.\tTerms........7', 'I.\tIntroduction']
        .map((line) => p(line))
        .join(''),
    );
    expect(outline(text).at(-1)).toBe('p I Introduction');
    expect(text.blocks.filter((block) => block.label !== null)).toHaveLength(1);
    expect(warningsOf(text)).toMatchObject({ 'contents-kept': { entries: 3 } });
  });
});
