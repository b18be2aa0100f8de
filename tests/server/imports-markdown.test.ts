import { readMarkdown } from '../../server/imports/markdown.ts';
import { readFile } from '../../server/imports/read-file.ts';
import { imported } from '../../shared/imports/contract.ts';
import {
  addressesOf,
  asExpected,
  expectedReport,
  expectedUnder,
  fixture,
  outline,
  warningsOf,
} from '../support/expected-report.ts';

const lines = (text: string) => outline(readMarkdown(text));

describe('the outcome report in Markdown', () => {
  const report = readMarkdown(fixture('outcome-report.md').toString('utf8'));

  test('is read as expected, block by block', () => expect(asExpected(report)).toEqual(expectedReport()));

  test('each unlabelled block is addressed under what it belongs to', () => {
    const addresses = addressesOf(report);
    for (const { text, under } of expectedUnder())
      expect(addresses.get(text)).toMatch(new RegExp(`^${under} [¶–]\\d+$`));
  });

  test('comes from a file the same, and holds the contract', async () => {
    const again = await readFile({ name: 'outcome-report.md', bytes: fixture('outcome-report.md') });
    expect(asExpected(again)).toEqual(expectedReport());
    expect(imported.parse(again)).toEqual(again);
  });
});

test('the first # that stands before all else is the title, and ## is then the first level', () => {
  expect(lines('# Title\n\n## 1 One\n\n### 1.1 Two\n\n# Annex')).toEqual([
    't Title',
    'h2 1 One',
    'h3 1.1 Two',
    'h1 Annex',
  ]);
  expect(lines('# Title\n\n## 1 One\n\n### 1.1 Two')).toEqual(['t Title', 'h1 1 One', 'h2 1.1 Two']);
  expect(lines('Words\n\n# 1 One')).toEqual(['p Words', 'h1 1 One']);
  expect(lines('# 1 One\n\nWords')).toEqual(['h1 1 One', 'p Words']);
});

test('lists keep their marks, their numbers and their depth', () => {
  const text = readMarkdown('3. three\n4. four\n   - inner\n     more\n\n* [x] done');
  expect(outline(text)).toEqual(['l1 3) three', 'l1 4) four', 'l2 inner more', 'l1 [x] done']);
  expect(text.blocks.map((block) => block.list)).toEqual([
    { type: 'number', start: 3 },
    { type: 'number', start: 3 },
    { type: 'bullet' },
    { type: 'bullet' },
  ]);
});

test('a paragraph inside an item is one of its own, and the numbers go on after it', () => {
  expect(lines('1. one\n\n   more of one\n\n2. two')).toEqual(['l1 1) one', 'p more of one', 'l1 2) two']);
});

test('emphasis and links are kept; a link that leads elsewhere than the web is told', () => {
  const text = readMarkdown(
    '**b** *i* [site](https://example.org) [code](javascript:alert(1)) [here](#a) ~~old~~ `x<y`',
  );
  expect(text.blocks[0]?.runs).toEqual([
    { text: 'b', bold: true },
    { text: ' ' },
    { text: 'i', italic: true },
    { text: ' ' },
    { text: 'site', link: 'https://example.org' },
    { text: ' code here old x<y' },
  ]);
  expect(warningsOf(text)).toEqual({
    'link-left-out': { text: 'javascript:alert(1)' },
    'struck-through-kept': { words: 1, text: 'old' },
  });
});

test('tables become cells with a head row, and empty cells keep their place', () => {
  const { blocks } = readMarkdown('| A | B |\n|---|---|\n| c<br>d |  |');
  expect(blocks.map(({ text, cell }) => [text, `${cell?.table} ${cell?.row}/${cell?.column}`, cell?.header])).toEqual([
    ['A', '1 1/1', true],
    ['B', '1 1/2', true],
    ['c\nd', '1 2/1', false],
    ['', '1 2/2', false],
  ]);
});

test('lines that their writer broke are paragraphs, lines that a program wrapped are not', () => {
  expect(lines('One  \nTwo\\\nThree\nand more')).toEqual(['p One', 'p Two', 'p Three and more']);
  expect(lines('人人生而\n自由')).toEqual(['p 人人生而自由']);
});

test('definition lists are plain paragraphs', () => {
  expect(lines('Fundstelle\n:   RGBl: 1896, 195\n\n: alone')).toEqual(['p Fundstelle', 'p RGBl: 1896, 195', 'p alone']);
});

test('code is one block as it stands: no labels, no marks', () => {
  expect(lines('```\n- a\n\n1.1 b\n```')).toEqual(['p - a\n\n1.1 b']);
});

test('front matter and HTML are left out and told; a title in the front matter is the title', () => {
  const text = readMarkdown('---\ntitle: "A Protocol"\nauthor: Nobody\n---\n\n<!-- a note -->\n\nWords <b>bold</b>\n');
  expect(outline(text)).toEqual(['t A Protocol', 'p Words bold']);
  expect(warningsOf(text)).toMatchObject({
    'front-matter-left-out': { words: 5, text: 'title: "A Protocol"\nauthor: Nobody' },
    'html-left-out': { text: '<!-- a note -->\n<b>\n</b>' },
  });
});

test('footnotes go to the end, called by their mark', () => {
  const text = readMarkdown('One[^x] two[^2].\n\n[^2]: second\n[^x]: first\n[^y]: nowhere\n');
  expect(outline(text)).toEqual(['p One[1] two[2].', 'p [1] first', 'p [2] second']);
  expect(warningsOf(text)).toMatchObject({
    'notes-moved-to-end': { count: 2 },
    'notes-without-reference-left-out': { count: 1, words: 1, text: 'nowhere' },
  });
});

test('a picture leaves its name', () => {
  expect(lines('See ![the plan](plan.png) and ![](https://example.org/a/map.png).')).toEqual([
    'p See [picture: the plan] and [picture: map.png].',
  ]);
});
