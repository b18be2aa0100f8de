import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import sax from 'sax';
import { docxOf, type Exported } from '../../server/exports/docx.ts';
import { markdownOf } from '../../server/exports/markdown.ts';
import { nestLists } from '../../server/imports/blocks.ts';
import { readDocx } from '../../server/imports/docx/read.ts';
import { readMarkdown } from '../../server/imports/markdown.ts';
import type { ParagraphId } from '../../shared/ids.ts';
import { addressed, labelFromTyped } from '../../shared/text/address.ts';
import { directedPieces } from '../../shared/text/direction.ts';
import type { Block, Paragraph } from '../../shared/text/paragraph.ts';
import { anyText, HOSTILE } from '../support/generated-text.ts';
import { honestText } from '../support/honest-text.ts';
import { readZip } from '../support/read-zip.ts';

let made = 0;
function block(kind: Block['kind'], text: string, more: Partial<Block> = {}): Block {
  const level = kind === 'heading' || kind === 'listItem' ? 1 : null;
  const runs = text === '' ? [] : [{ text }];
  return { id: `b${made++}` as ParagraphId, kind, level, label: null, labelAsTyped: null, text, runs, ...more };
}
const labelled = (kind: Block['kind'], typed: string, text: string, more: Partial<Block> = {}) =>
  block(kind, text, { label: labelFromTyped(typed), labelAsTyped: typed, ...more });
const cell = (text: string, row: number, column: number, more: Partial<NonNullable<Block['cell']>> = {}) =>
  block('paragraph', text, { cell: { table: 1, row, column, rowSpan: 1, columnSpan: 1, header: false, ...more } });
const exported = (paragraphs: readonly Paragraph[], language = 'en'): Exported => ({
  paper: { symbol: 'WG-CP/11/OR', title: 'Outcome report', language },
  version: { name: 'Draft 2' },
  paragraphs,
});

/** What is compared: kind, level, number as people call it and as it was typed, words. */
const said = ({ kind, level, label, labelAsTyped, text }: Block) => [kind, level, label, labelAsTyped, text];
/**
 * Word's numbers are numbers of paragraphs to our reader: a numbered item comes back as a paragraph that is called `1)`,
 * and dashes under it as a list of their own.
 */
const asWordNumbers = (one: Paragraph): Block =>
  one.kind === 'listItem' && one.list?.type === 'number'
    ? { ...one, kind: 'paragraph', level: null, labelAsTyped: one.labelAsTyped ?? one.label }
    : one;
/** Which letters are bold, italic or in a link; white space has no look worth keeping. */
function looks({ runs }: Block, formats: readonly ('bold' | 'italic' | 'underline' | 'link')[]): unknown[] {
  return runs.flatMap((run) =>
    [...run.text].filter((sign) => sign.trim() !== '').map((sign) => [sign, ...formats.map((format) => run[format])]),
  );
}

interface ExpectedBlock {
  type: string;
  level: number | null;
  label: string | null;
  labelAsTyped?: string;
  text: string;
}
/** The first real text, from what its import must give. */
function realReport(): Paragraph[] {
  const file = join(__dirname, '../fixtures/outcome-report-expected.json');
  const { blocks } = JSON.parse(readFileSync(file, 'utf8')) as { blocks: ExpectedBlock[] };
  return addressed(
    blocks.map(({ type, level, label, labelAsTyped, text }) => {
      const kind = type === 'title' || type === 'heading' || type === 'listItem' ? type : 'paragraph';
      const list = kind === 'listItem' ? { list: { type: 'bullet' as const } } : {};
      return block(kind, text, { level, label, labelAsTyped: labelAsTyped ?? label, ...list });
    }),
  );
}

test('the real report comes back from Word as it went', async () => {
  const report = realReport();
  expect(report).toHaveLength(47);
  const { blocks } = await readDocx(await docxOf(exported(report)));
  expect(blocks.map(said)).toEqual(report.map(said));
});

test('the real report comes back from Markdown as it went', () => {
  const report = realReport();
  expect(readMarkdown(markdownOf(exported(report))).blocks.map(said)).toEqual(report.map(said));
});

test('whatever a group writes comes back from Word: words, numbers, lists, cells and looks', async () => {
  await fc.assert(
    fc.asyncProperty(honestText({ headings: 6, breaks: true, cells: true }), async (text) => {
      const { blocks } = await readDocx(await docxOf(exported(text)));
      expect(blocks.map(said)).toEqual(nestLists(text.map(asWordNumbers)).map(said));
      expect(blocks.map((one) => one.cell)).toEqual(text.map((one) => one.cell));
      const formats = ['bold', 'italic', 'underline', 'link'] as const;
      expect(blocks.map((one) => looks(one, formats))).toEqual(text.map((one) => looks(one, formats)));
    }),
    { numRuns: 60 },
  );
});

test('whatever a group writes comes back from Markdown: words, numbers, lists and looks', () => {
  fc.assert(
    fc.property(honestText({ headings: 5, breaks: false, cells: false }), (text) => {
      const { blocks } = readMarkdown(markdownOf(exported(text)));
      expect(blocks.map(said)).toEqual(text.map(said));
      const formats = ['bold', 'italic'] as const;
      expect(blocks.map((one) => looks(one, formats))).toEqual(text.map((one) => looks(one, formats)));
    }),
    { numRuns: 300 },
  );
});

test('Markdown says plainly what it has no way to say', () => {
  const text = addressed([
    block('title', 'T'),
    cell('wide', 1, 1, { columnSpan: 2, header: true }),
    cell('a', 2, 1),
    cell('b', 2, 2),
    block('listItem', 'c', { cell: { table: 1, row: 2, column: 2, rowSpan: 1, columnSpan: 1, header: false } }),
    cell('box', 1, 1, { table: 2 }),
    block('paragraph', 'one\ntwo', { runs: [{ text: 'one\ntwo', underline: true }] }),
  ]);
  expect(markdownOf(exported(text)).split('\n---\n\n')[1]).toBe(
    '# T\n\n| wide |  |\n| --- | --- |\n| a | b<br>• c |\n\nbox\n\none\\\ntwo\n',
  );
});

test('Markdown names the paper and the version before the text', () => {
  const markdown = markdownOf({
    ...exported(addressed([block('paragraph', 'x')])),
    version: { name: 'Draft "2": a\n---' },
  });
  expect(markdown).toBe('---\nsymbol: "WG-CP/11/OR"\nversion: "Draft \\"2\\": a\\n---"\nlanguage: "en"\n---\n\nx\n');
});

const lettersOf = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '');
const well = (part: string): string[] => {
  const names: string[] = [];
  const parser = sax.parser(true, {});
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name }) => names.push(name);
  parser.write(part).close();
  return names;
};
const all = (part: string, pattern: RegExp) => [...part.matchAll(pattern)].map((found) => found[1] ?? '');
async function partsOf(text: Exported): Promise<{ part: (name: string) => string; names: string[] }> {
  const parts = await readZip(await docxOf(text));
  return { part: (name) => parts.get(name) ?? '', names: [...parts.keys()] };
}

test('a Word file has real headings, lists and tables, and every style and list that it names', async () => {
  const number = { list: { type: 'number' as const } };
  const { part } = await partsOf(
    exported(
      addressed([
        block('title', 'T'),
        labelled('heading', '1', 'H'),
        block('heading', 'deep', { level: 6 }),
        block('listItem', 'dash', { list: { type: 'bullet' } }),
        block('listItem', 'deeper', { level: 2, list: { type: 'bullet' } }),
        block('paragraph', 'between'),
        block('listItem', 'one', number),
        block('paragraph', 'between'),
        block('listItem', 'one again', number),
        block('listItem', 'two', number),
        cell('head', 1, 1, { columnSpan: 2, header: true }),
        cell('a', 2, 1, { rowSpan: 2 }),
        cell('b', 2, 2),
        cell('c', 3, 2),
      ]),
    ),
  );
  const body = part('word/document.xml');
  const styles = all(part('word/styles.xml'), /w:styleId="([^"]+)"/g);
  expect(all(body, /<w:pStyle w:val="([^"]+)"/g)).toEqual(
    expect.arrayContaining(['Title', 'Heading1', 'Heading6', 'ListParagraph']),
  );
  for (const style of all(body, /<w:[pr]Style w:val="([^"]+)"/g)) expect(styles).toContain(style);
  const numbering = part('word/numbering.xml');
  const lists = all(numbering, /<w:num [^>]*w:numId="(\d+)"/g);
  const used = all(body, /<w:numId w:val="(\d+)"/g);
  for (const list of used) expect(lists).toContain(list);
  const definitions = all(numbering, /<w:abstractNum [^>]*w:abstractNumId="(\d+)"/g);
  for (const definition of all(numbering, /<w:abstractNumId w:val="(\d+)"/g)) expect(definitions).toContain(definition);
  const [dash, deeper, first, second, third] = used;
  expect([dash === deeper, first === second, second === third]).toEqual([true, false, true]);
  expect(numbering.indexOf('<w:num ')).toBeGreaterThan(numbering.lastIndexOf('<w:abstractNum '));
  expect(all(body, /<w:(tblHeader|gridSpan|vMerge)\b/g)).toEqual(['tblHeader', 'gridSpan', 'vMerge', 'vMerge']);
  expect(body).toMatch(/<\/w:tbl><w:p\/?>.*<w:sectPr/);
});

test('tables that follow each other stay two', async () => {
  const { part } = await partsOf(exported(addressed([cell('a', 1, 1), cell('b', 1, 1, { table: 2 })])));
  expect(part('word/document.xml')).not.toContain('</w:tbl><w:tbl>');
});

test('a Word file says what it is: title, symbol, version, language, pages', async () => {
  const text = { ...exported(addressed([block('paragraph', 'x')])), version: { name: 'Draft 2', hash: 'abc' } };
  const { part } = await partsOf(text);
  expect(part('docProps/core.xml')).toContain(
    '<dc:title>Outcome report</dc:title><dc:subject>WG-CP/11/OR, Draft 2</dc:subject>',
  );
  expect(part('docProps/core.xml')).toContain('SHA-256 abc');
  expect(part('word/header1.xml')).toContain('>WG-CP/11/OR<');
  expect(part('word/header1.xml')).toContain('>Draft 2<');
  expect(all(part('word/footer1.xml'), /<w:instrText[^>]*>(\w+)</g)).toEqual(['PAGE', 'NUMPAGES']);
  expect(part('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>');
  const chinese = await partsOf(exported(addressed([block('paragraph', '文')]), 'zh-Hans'));
  expect(chinese.part('word/styles.xml')).toMatch(/<w:lang [^>]*w:eastAsia="zh-CN"/);
});

test('Arabic is written from right to left, with the Latin letters in it from left to right', async () => {
  const { part } = await partsOf(
    exported(addressed([block('paragraph', 'المجموعة CWG COP الثانية'), block('paragraph', 'English')]), 'ar'),
  );
  const [arabic, english] = part('word/document.xml').split('</w:p>');
  expect(arabic).toContain('<w:bidi/>');
  expect(all(arabic ?? '', /<w:r>(<w:rPr>.*?<w:rtl\/>)?.*?<\/w:r>/g).map((rtl) => rtl !== '')).toEqual([
    true,
    false,
    true,
  ]);
  expect(english).not.toContain('<w:bidi/>');
  expect(part('word/styles.xml')).toMatch(/<w:lang [^>]*w:bidi="ar-EG"/);
});

test('what stands between letters of one direction goes with them, what stands at the edge with the text', () => {
  const of = (text: string, base: 'ltr' | 'rtl') => directedPieces(text, base).map((piece) => piece.text);
  expect(of('see (المجموعة الثانية), then', 'ltr')).toEqual(['see (', 'المجموعة الثانية', '), then']);
  expect(of('المجموعة (CWG COP) الثانية', 'rtl')).toEqual(['المجموعة (', 'CWG COP', ') الثانية']);
  expect(of('plain', 'ltr')).toEqual(['plain']);
});

test('links of a Word file are its only relations to the outside, and only to where a reader may go', async () => {
  const links = [...HOSTILE, 'https://example.org/?a=1&b=2', 'mailto:a@example.org', 'file:///etc/passwd'];
  const runs = links.map((link) => ({ text: 'x', link }));
  const text = addressed([block('paragraph', 'x'.repeat(links.length), { runs })]);
  const { part, names } = await partsOf(exported(text));
  const outside = names.flatMap((name) => all(part(name), /(<Relationship [^>]*TargetMode="External"[^>]*>)/g));
  for (const relation of outside) expect(relation).toMatch(/\/hyperlink"/);
  expect(outside.map((relation) => /Target="([^"]*)"/.exec(relation)?.[1]).sort()).toEqual([
    'https://example.org/?a=1&amp;b=2',
    'mailto:a@example.org',
  ]);
});

test('whatever is written, each part is well-formed, none of it is a field, and no word is missing', async () => {
  await fc.assert(
    fc.asyncProperty(anyText(), async (paragraphs) => {
      const title = paragraphs[0]?.text ?? '';
      const paper = { symbol: title, title, language: title };
      const { part, names } = await partsOf({ paper, version: { name: title }, paragraphs });
      for (const name of names) expect(well(part(name)).length).toBeGreaterThan(0);
      const body = part('word/document.xml');
      expect(well(body)).not.toContain('w:instrText');
      const drawn = lettersOf(
        all(body, /<w:t[^>]*>([^<]*)<\/w:t>/g)
          .join('')
          .replace(/&(?:amp|lt|gt|quot|apos);/g, ''),
      );
      for (const { text } of paragraphs) expect(drawn).toContain(lettersOf(text.replace(/&/g, '')));
    }),
    { numRuns: 60 },
  );
});

test('whatever is written, Markdown has no script, no link of another scheme, and reads without a fault', () => {
  fc.assert(
    fc.property(anyText(), (paragraphs) => {
      const text = addressed([block('paragraph', 'First'), ...paragraphs]);
      const { blocks } = readMarkdown(markdownOf(exported(text)));
      for (const { runs } of blocks)
        for (const { link } of runs) if (link !== undefined) expect(link).toMatch(/^(https?|mailto):/i);
      const read = lettersOf(blocks.map((one) => `${one.labelAsTyped ?? ''}${one.text}`).join(''));
      for (const words of HOSTILE)
        if (paragraphs.some((one) => one.text === words && !one.cell)) expect(read).toContain(lettersOf(words));
    }),
    { numRuns: 200 },
  );
});
