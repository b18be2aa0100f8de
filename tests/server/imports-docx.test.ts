import { readDocx } from '../../server/imports/docx/read.ts';
import { readFile } from '../../server/imports/read-file.ts';
import { imported } from '../../shared/imports/contract.ts';
import {
  addressesOf,
  asExpected,
  expectedCells,
  expectedReport,
  expectedUnder,
  fixture,
  outline,
  warningsOf,
} from '../support/expected-report.ts';
import { inList, p, r, type WordFile, wordFile } from '../support/word-files.ts';

const read = (file: WordFile | string) => readDocx(wordFile(file));
const lines = async (file: WordFile | string) => outline(await read(file));

describe('the outcome report', () => {
  const report = readDocx(fixture('outcome-report.docx'));

  test('is read as expected, block by block', async () => expect(asExpected(await report)).toEqual(expectedReport()));

  test('each unlabelled block is addressed under what it belongs to', async () => {
    const addresses = addressesOf(await report);
    for (const { text, under } of expectedUnder())
      expect(addresses.get(text)).toMatch(new RegExp(`^${under} [¶–]\\d+$`));
  });

  test('the summary stands in a table of one cell', async () => {
    const { blocks } = await report;
    const cells = blocks.flatMap(({ text, cell }) =>
      cell ? [{ text, cell: `${cell.table}/${cell.row}/${cell.column}` }] : [],
    );
    expect(cells).toEqual(expectedCells());
  });

  test('the doubts are those a person would have', async () => {
    expect(warningsOf(await report)).toEqual({
      'one-cell-table': { table: 1 },
      'address-derived': { address: '5 ¶1' },
      'number-typed-otherwise': { typed: '7.3.', label: '7.3' },
    });
  });

  test('comes through the worker the same, with ids of its own, and holds the contract', async () => {
    const again = await readFile({ name: 'outcome-report.docx', bytes: fixture('outcome-report.docx') });
    expect(asExpected(again)).toEqual(expectedReport());
    expect(imported.parse(again)).toEqual(again);
    const ids = [...again.blocks, ...(await report).blocks].map((block) => block.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('words', () => {
  test('keep bold, italic, underline and links; other formats go', async () => {
    const body = p(
      `${r('a ')}${r('b', '<w:b/><w:i w:val="0"/>')}${r(' c', '<w:i/><w:u w:val="single"/><w:color w:val="FF0000"/>')}<w:hyperlink r:id="rL">${r('site', '<w:u w:val="single"/>')}</w:hyperlink>`,
    );
    const relations = '<Relationship Id="rL" Type="x/hyperlink" Target="https://example.org/a" TargetMode="External"/>';
    const { blocks } = await read({ body, relations });
    expect(blocks[0]?.runs).toEqual([
      { text: 'a ' },
      { text: 'b', bold: true },
      { text: ' c', italic: true, underline: true },
      { text: 'site', link: 'https://example.org/a' },
    ]);
  });

  test('a link that is no web or mail address is left out and told', async () => {
    const body = p(`<w:hyperlink r:id="rL">${r('open')}</w:hyperlink>`);
    const relations = '<Relationship Id="rL" Type="x/hyperlink" Target="file:///etc/passwd" TargetMode="External"/>';
    const text = await read({ body, relations });
    expect(text.blocks[0]?.runs).toEqual([{ text: 'open' }]);
    expect(warningsOf(text)).toEqual({ 'link-left-out': { text: 'file:///etc/passwd' } });
  });

  test('special characters become the ones that people see', async () => {
    const run =
      '<w:r><w:t>WTDC</w:t><w:noBreakHyphen/><w:t>14</w:t><w:tab/><w:t>x</w:t><w:softHyphen/><w:br/><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Strange" w:char="F041"/></w:r>';
    const text = await read(p(run));
    expect(text.blocks[0]?.text).toBe('WTDC\u201114\tx\n≥□');
    expect(warningsOf(text)).toMatchObject({ 'symbol-unknown': { font: 'Strange', code: 'F041' } });
  });

  test('a no-break space is kept, layout of the file is not', async () => {
    expect(await lines(p('<w:r><w:t> 5\u00a0000\n</w:t></w:r><w:r><w:t>\u00a0MHz </w:t></w:r>'))).toEqual([
      'p 5\u00a0000\u00a0MHz',
    ]);
  });

  test('hidden words are left out and told; struck ones are kept and told', async () => {
    const text = await read(p(`${r('seen ')}${r('unseen', '<w:vanish/>')}${r('struck', '<w:strike/>')}`));
    expect(outline(text)).toEqual(['p seen struck']);
    expect(warningsOf(text)).toEqual({
      'hidden-text-left-out': { words: 1, text: 'unseen' },
      'struck-through-kept': { words: 1, text: 'struck' },
    });
  });

  test('a field shows what it showed, not its code, also over paragraphs', async () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const body = [
      p(`${r('See ')}${field('begin')}${code(' REF _a \\h ')}${field('separate')}${r('6.2')}${field('end')}${r('.')}`),
      p(`<w:fldSimple w:instr=" PAGE ">${r('7')}</w:fldSimple>`),
      p(`${field('begin')}${code(' HYPERLINK "https://example.org" ')}${field('separate')}${r('first')}`),
      p(`${r('second')}${field('end')}${r(' plain')}`),
      p(`${field('begin')}${r('never ended')}`),
    ].join('');
    const text = await read(body);
    expect(outline(text)).toEqual(['p See 6.2.', 'p 7', 'p first', 'p second plain', 'p never ended']);
    expect(text.blocks[3]?.runs[0]).toEqual({ text: 'second', link: 'https://example.org' });
  });

  test('a table of contents that Word made is left out and told', async () => {
    const body = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('Introduction 1')}${p('Scope 2')}</w:sdtContent></w:sdt>${p('Words')}`;
    const text = await read(body);
    expect(outline(text)).toEqual(['p Words']);
    expect(warningsOf(text)).toEqual({
      'contents-left-out': { entries: 2, words: 4, text: 'Introduction 1\nScope 2' },
    });
  });
});

test('other spellings of the same file read the same: strict namespaces, other prefixes, UTF-16, a byte-order mark', async () => {
  const usual = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p('6.2\tWörter', inList(1))}</w:body></w:document>`;
  const strict = usual
    .replaceAll('w:', 'x:')
    .replace('xmlns:w', 'xmlns:x')
    .replace(
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    );
  const spellings = [usual, strict, `\ufeff<?xml version="1.0"?>${usual}`, Buffer.from(`\ufeff${usual}`, 'utf16le')];
  for (const document of spellings) expect(await lines({ body: '', document })).toEqual(['p 6.2 Wörter']);
});
