import { readDocx } from '../../server/imports/docx/read.ts';
import { Problem } from '../../shared/problems.ts';
import { outline, warningsOf } from '../support/expected-report.ts';
import { p, r, table, type WordFile, wordFile } from '../support/word-files.ts';

const read = (file: WordFile | string) => readDocx(wordFile(file));
const lines = async (file: WordFile | string) => outline(await read(file));

describe('tracked changes', () => {
  const ins = (inside: string) => `<w:ins w:id="1" w:author="A">${inside}</w:ins>`;
  const del = (text: string) => `<w:del w:id="2" w:author="A"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;

  test('are read as accepted, and told', async () => {
    const text = await read(p(`${r('The ')}${del('old words')}${ins(r('new'))}${ins(del('never'))}${r(' text')}`));
    expect(outline(text)).toEqual(['p The new text']);
    expect(warningsOf(text)).toEqual({
      'insertions-taken': { count: 2 },
      'deletions-left-out': { count: 2, words: 3 },
    });
  });

  test('a deleted end joins a paragraph to the next one, also at the end of a cell', async () => {
    const end = '<w:rPr><w:del w:id="3"/></w:rPr>';
    expect(await lines(p('One ', end) + p('two ', end) + p('three'))).toEqual(['p One two three']);
    expect(await lines(table([`${p('in the cell', end)}`, 'beside']) + p('after'))).toEqual([
      'p in the cell',
      'p beside',
      'p after',
    ]);
  });

  test('moved words stand only where they were moved to', async () => {
    const body =
      p(`<w:moveFrom w:id="1">${r('moved')}</w:moveFrom>`, '<w:rPr><w:moveFrom w:id="2"/></w:rPr>') +
      p('stays') +
      p(`<w:moveTo w:id="3">${r('moved')}</w:moveTo>`);
    const text = await read(body);
    expect(outline(text)).toEqual(['p stays', 'p moved']);
    expect(warningsOf(text)).toEqual({ 'moves-taken': { count: 1 } });
  });

  test('old properties that were changed mean nothing', async () => {
    const changed = '<w:pPrChange w:id="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>';
    expect(await lines(p(r('plain', '<w:rPrChange w:id="2"><w:rPr><w:b/></w:rPr></w:rPrChange>'), changed))).toEqual([
      'p plain',
    ]);
  });

  test('a text whose every word is deleted is empty, and says what was left out', async () => {
    const refused = await read(p(del('all of it'))).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({
      slug: 'empty-file',
      facts: { warnings: [{ code: 'deletions-left-out', facts: { words: 3 } }] },
    });
  });
});

describe('tables', () => {
  const places = async (body: string) =>
    (await read(body)).blocks.map(({ text, cell }) =>
      cell
        ? `${text} ${cell.row}/${cell.column} ${cell.rowSpan}x${cell.columnSpan}${cell.header ? ' head' : ''}`
        : text,
    );
  const cell = (text: string, properties: string) => `<w:tcPr>${properties}</w:tcPr>${p(text)}`;

  test('give each block the place of its cell, and each empty cell a block', async () => {
    expect(await places(table(['a', ''], ['b', 'c']) + p('after'))).toEqual([
      'a 1/1 1x1',
      ' 1/2 1x1',
      'b 2/1 1x1',
      'c 2/2 1x1',
      'after',
    ]);
  });

  test('merged cells keep their corner; what Word hides in them is told', async () => {
    const body = table(
      [cell('tall', '<w:vMerge w:val="restart"/>'), cell('wide', '<w:gridSpan w:val="2"/>')],
      [cell('hidden', '<w:vMerge/>'), 'b', 'c'],
    );
    expect(await places(body)).toEqual(['tall 1/1 2x1', 'wide 1/2 1x2', 'b 2/2 1x1', 'c 2/3 1x1']);
    expect(warningsOf(await read(body))).toEqual({ 'hidden-text-left-out': { words: 1, text: 'hidden' } });
  });

  test('a row that only goes on with the cells above it is no row', async () => {
    const body = table([cell('a', '<w:vMerge w:val="restart"/>')], [cell('', '<w:vMerge/>')], ['b']);
    expect(await places(body)).toEqual(['a 1/1 1x1', 'b 2/1 1x1']);
  });

  test('head rows, rows that begin beside the grid and deleted rows', async () => {
    const row = (properties: string, ...cells: string[]) =>
      `<w:tr><w:trPr>${properties}</w:trPr>${cells.map((text) => `<w:tc>${p(text)}</w:tc>`).join('')}</w:tr>`;
    const body = `<w:tbl>${row('<w:tblHeader/>', 'h1', 'h2')}${row('<w:del w:id="1"/>', 'gone', 'gone')}${row('<w:gridBefore w:val="1"/>', 'x')}</w:tbl>`;
    expect(await places(body)).toEqual(['h1 1/1 1x1 head', 'h2 1/2 1x1 head', ' 2/1 1x1', 'x 2/2 1x1']);
    expect(warningsOf(await read(body))).toMatchObject({ 'deletions-left-out': { count: 3, words: 2 } });
  });

  test('a table in a cell is read as part of the cell, and told', async () => {
    const body = table([`${p('outer')}${table(['in', 'ner'])}`, 'beside']);
    expect(await places(body)).toEqual(['outer 1/1 1x1', 'in 1/1 1x1', 'ner 1/1 1x1', 'beside 1/2 1x1']);
    expect(warningsOf(await read(body))).toEqual({ 'nested-table': { table: 1 } });
  });
});

describe('what stands beside the words', () => {
  test('notes go to the end, called by their mark; a note without one is told', async () => {
    const note = (kind: string, id: number, text: string) => `<w:${kind} w:id="${id}">${p(text)}</w:${kind}>`;
    const body = p(
      `${r('One')}<w:r><w:endnoteReference w:id="5"/></w:r>${r(' two')}<w:r><w:footnoteReference w:id="3"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>`,
    );
    const footnotes = note('footnote', 2, 'second') + note('footnote', 3, 'first') + note('footnote', 9, 'nowhere');
    const text = await read({ body, footnotes, endnotes: note('endnote', 5, 'last') });
    expect(outline(text)).toEqual(['p One[i] two[1][2]', 'p [i] last', 'p [1] first', 'p [2] second']);
    expect(warningsOf(text)).toEqual({
      'notes-moved-to-end': { count: 3 },
      'notes-without-reference-left-out': { count: 1, words: 1, text: 'nowhere' },
    });
  });

  test('a text box is told with its words, once though it is written twice', async () => {
    const box = (tag: string) => `<${tag}><w:txbxContent>${p('Council 2016')}</w:txbxContent></${tag}>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('wps:txbx')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('v:textbox')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const text = await read(p(`${both}${r('Words')}`));
    expect(outline(text)).toEqual(['p Words']);
    expect(warningsOf(text)).toEqual({ 'text-boxes-left-out': { boxes: 1, words: 2, text: 'Council 2016' } });
  });

  test('pictures and equations leave a mark in the text; a floating picture stands after its paragraph', async () => {
    const picture = (tag: string, name: string) =>
      `<w:r><w:drawing><wp:${tag}><wp:docPr id="1" name="Picture 1" descr="${name}"/><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:${tag}></w:drawing></w:r>`;
    const equation =
      '<m:oMath><m:sSup><m:e><m:r><m:t>E=mc</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>';
    const text = await read(
      p(`${r('See ')}${picture('inline', 'the\nplan')}${picture('anchor', 'map')}${r(' and ')}${equation}`) +
        p(picture('inline', '')),
    );
    expect(outline(text)).toEqual([
      'p See [picture: the plan] and [equation: (E=mc)^2]',
      'p [picture: map]',
      'p [picture: Picture 1]',
    ]);
  });

  test('comments, headers, embedded parts and programs are told', async () => {
    const comments =
      '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="1"/><w:comment w:id="2"/></w:comments>';
    const header = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p('Council 2016')}</w:hdr>`;
    const relations = ['comments', 'header', 'aFChunk', 'vbaProject']
      .map((type) => `<Relationship Id="r-${type}" Type="x/${type}" Target="${type}.xml"/>`)
      .join('');
    const body = `${p('Words')}<w:altChunk r:id="r-aFChunk"/><w:sectPr><w:headerReference r:id="r-header"/></w:sectPr>`;
    const text = await read({ body, relations, parts: { 'word/comments.xml': comments, 'word/header.xml': header } });
    expect(text.warnings.map(({ code, facts }) => [code, facts])).toEqual([
      ['comments-left-out', { count: 2 }],
      ['headers-left-out', { words: 2, text: 'Council 2016' }],
      ['embedded-part-left-out', { name: 'word/vbaProject.xml' }],
      ['embedded-part-left-out', { name: 'word/aFChunk.xml' }],
    ]);
  });

  test('a text of over a thousand paragraphs is told', async () => {
    expect(warningsOf(await read(p('x').repeat(1001)))).toEqual({ 'many-paragraphs': { count: 1001 } });
  });
});
