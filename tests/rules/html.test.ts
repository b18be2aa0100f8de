import fc from 'fast-check';
import type { ParagraphId } from '../../shared/ids.ts';
import { addressed } from '../../shared/text/address.ts';
import { directionOf, directionOfText } from '../../shared/text/direction.ts';
import { htmlOf } from '../../shared/text/html.ts';
import { markup } from '../../shared/text/markup.ts';
import type { Block, Paragraph } from '../../shared/text/paragraph.ts';
import { tableRows, tableWidth } from '../../shared/text/table.ts';
import { anyText, HOSTILE, HOSTILE_LINKS } from '../support/generated-text.ts';
import { elementsOf, readHtml, wordsOf } from '../support/read-html.ts';

const english = { language: 'en' };
const allowed = new Set('h1 h2 h3 h4 h5 h6 p ul ol li table tbody tr th td strong em u a br'.split(' '));
const attributes = new Set('id dir lang data-pid data-label value start rowspan colspan scope href rel'.split(' '));

let made = 0;
function block(kind: Block['kind'], text: string, more: Partial<Block> = {}): Block {
  const level = kind === 'heading' || kind === 'listItem' ? 1 : null;
  const runs = text === '' ? [] : [{ text }];
  return { id: `b${made++}` as ParagraphId, kind, level, label: null, labelAsTyped: null, text, runs, ...more };
}
const item = (text: string, level = 1, list: Block['list'] = { type: 'bullet' }) =>
  block('listItem', text, { level, list });
const cell = (text: string, row: number, column: number, more: Partial<NonNullable<Block['cell']>> = {}) =>
  block('paragraph', text, { cell: { table: 1, row, column, rowSpan: 1, columnSpan: 1, header: false, ...more } });

/** The HTML without what every block says of itself. */
function bare(blocks: Block[], options = english): string {
  return htmlOf(addressed(blocks), options).replace(/ (?:dir|lang|data-pid|data-label|rel)="[^"]*"/g, '');
}

test('each kind of block has the tag that the editor draws', () => {
  expect(
    bare([block('title', 'T'), block('heading', 'H'), block('heading', 'H2', { level: 2 }), block('paragraph', 'P')]),
  ).toBe('<h1>T</h1><h2>H</h2><h3>H2</h3><p>P</p>');
  expect(bare([block('heading', 'deep', { level: 9 })])).toBe('<h6>deep</h6>');
});

test('every block says its id and its address', () => {
  const [first] = addressed([block('paragraph', 'x', { label: '6.2', labelAsTyped: '6.2' })]);
  expect(htmlOf(first ? [first] : [], english)).toBe(
    `<p dir="auto" lang="en" data-pid="${first?.id}" data-label="6.2">x</p>`,
  );
});

test('lists nest as Lexical nests them: a deeper list stands in an item of its own', () => {
  expect(bare([item('a'), item('b', 2), item('c', 3), item('d')])).toBe(
    '<ul><li>a</li><li><ul><li>b</li><li><ul><li>c</li></ul></li></ul></li><li>d</li></ul>',
  );
});

test('a numbered list counts its items, not the lists in it, and begins where it says', () => {
  const from = (start: number) => ({ type: 'number', start }) as const;
  expect(bare([item('a', 1, from(3)), item('b', 2), item('c', 1, from(3))])).toBe(
    '<ol start="3"><li value="3">a</li><li><ul><li>b</li></ul></li><li value="4">c</li></ol>',
  );
  expect(bare([item('a'), item('b', 1, { type: 'number' }), item('c', 1, from(7))])).toBe(
    '<ul><li>a</li></ul><ol><li value="1">b</li></ol><ol start="7"><li value="7">c</li></ol>',
  );
});

test('merged cells keep their reach, and a hole in the grid is one empty cell', () => {
  const blocks = [cell('a', 1, 1, { columnSpan: 2, header: true }), cell('b', 2, 1, { rowSpan: 2 }), cell('c', 3, 2)];
  expect(bare(blocks)).toBe(
    '<table><tbody><tr><th scope="col" colspan="2"><p>a</p></th></tr>' +
      '<tr><td rowspan="2"><p>b</p></td><td></td></tr><tr><td><p>c</p></td></tr></tbody></table>',
  );
});

test('a list in a cell stays in its cell, and neighbouring tables stay apart', () => {
  const inCell = { ...item('x'), cell: { table: 1, row: 1, column: 1, rowSpan: 1, columnSpan: 1, header: false } };
  const second = cell('y', 1, 1, { table: 2 });
  expect(bare([inCell, second])).toBe(
    '<table><tbody><tr><td><ul><li>x</li></ul></td></tr></tbody></table><table><tbody><tr><td><p>y</p></td></tr></tbody></table>',
  );
});

test('formats nest in one order, a link holds its runs together, a break is a br', () => {
  const runs = [
    { text: 'a', bold: true as const, italic: true as const, underline: true as const },
    { text: 'b\nc', link: 'https://example.org/?a=1&b=2' },
    { text: 'd', bold: true as const, link: 'https://example.org/?a=1&b=2' },
  ];
  expect(bare([block('paragraph', 'ab\ncd', { runs })])).toBe(
    '<p><strong><em><u>a</u></em></strong><a href="https://example.org/?a=1&amp;b=2">b<br>c<strong>d</strong></a></p>',
  );
});

test('an empty block, and a break at the end, keep their line', () => {
  expect(bare([block('paragraph', ''), block('paragraph', 'a\n')])).toBe('<p><br></p><p>a<br><br></p>');
});

test('both names of a paragraph are anchors; a label that is the id of another, or is used before, is not', () => {
  const labelled = (id: string, label: string) =>
    ({ ...block('paragraph', 'x', { label, labelAsTyped: label }), id: id as ParagraphId }) satisfies Block;
  const html = htmlOf(
    addressed([labelled('q', '6.2'), labelled('r', '6.2'), labelled('s', 'q'), labelled('t', '§ 3')]),
    {
      ...english,
      idsAsAnchors: true,
    },
  );
  const ids = elementsOf(readHtml(html)).flatMap((element) => element.attributes.id ?? []);
  expect(ids).toEqual(['q', '6.2', 'r', 's', 't']);
});

test('only http, https and mailto become links; anything else stays words', () => {
  for (const link of HOSTILE_LINKS) {
    const [anchor, ...others] = elementsOf(
      readHtml(bare([block('paragraph', 'x', { runs: [{ text: 'x', link }] })])),
    ).filter((element) => element.tag === 'a');
    expect(others).toEqual([]);
    if (/^(https:|mailto:)/.test(link)) expect(anchor?.attributes.href).toBe(link);
    else expect(anchor).toBeUndefined();
  }
});

test('any text comes back as the same words, in the same order, with no tag or attribute beyond the list', () => {
  fc.assert(
    fc.property(anyText(), fc.constantFrom('en', 'ar', '"><x', ''), (paragraphs, language) => {
      const elements = elementsOf(readHtml(htmlOf(paragraphs, { language, idsAsAnchors: true })));
      for (const element of elements) {
        expect(allowed).toContain(element.tag);
        for (const name of Object.keys(element.attributes)) expect(attributes).toContain(name);
        if (element.attributes.href !== undefined) expect(element.attributes.href).toMatch(/^(https?|mailto):/i);
      }
      const read = elements.filter((element) => 'data-pid' in element.attributes);
      const byId = (a: Paragraph, b: Paragraph) => a.id.localeCompare(b.id);
      expect(read.map((element) => [element.attributes['data-pid'], wordsOf(element)]).sort()).toEqual(
        [...paragraphs]
          .sort(byId)
          .map(({ id, text }) => [id, text])
          .sort(),
      );
      const outside = paragraphs.filter((paragraph) => !paragraph.cell).map((paragraph) => paragraph.id as string);
      const places = read.map((element) => element.attributes['data-pid'] ?? '').filter((id) => outside.includes(id));
      expect(places).toEqual(outside);
    }),
    { numRuns: 500 },
  );
});

test('hostile words are words in every place of a block', () => {
  for (const words of HOSTILE) {
    const text = words;
    const html = htmlOf(addressed([block('paragraph', text, { label: text, labelAsTyped: text })]), {
      language: words,
      idsAsAnchors: true,
    });
    const [paragraph] = elementsOf(readHtml(html));
    expect(paragraph).toMatchObject({ tag: 'p', text, attributes: { lang: text, 'data-label': text } });
  }
});

test('whatever the places of its cells, a table has each block once and no cell on another', () => {
  fc.assert(
    fc.property(anyText(), (paragraphs) => {
      const inTable = paragraphs.filter((paragraph) => paragraph.cell?.table === 1);
      const rows = tableRows(inTable);
      const drawn = rows.flatMap((row) => row.flatMap((one) => one.paragraphs.map((paragraph) => paragraph.id)));
      expect([...drawn].sort()).toEqual(inTable.map((paragraph) => paragraph.id).sort());
      const taken = new Set<string>();
      rows.forEach((row, at) => {
        for (const { column, rowSpan, columnSpan } of row)
          for (let r = at; r < at + rowSpan; r++)
            for (let c = column; c < column + columnSpan; c++) {
              expect(taken).not.toContain(`${r}/${c}`);
              expect(r).toBeLessThan(rows.length);
              expect(c).toBeLessThan(tableWidth(rows));
              taken.add(`${r}/${c}`);
            }
      });
      if (rows.length > 0) expect(taken.size).toBe(rows.length * tableWidth(rows));
    }),
    { numRuns: 500 },
  );
});

test('cells far out and 20,000 list items are drawn in a moment', () => {
  const far = Array.from({ length: 10_000 }, (_, at) => cell('x', at + 1, at * 7 + 1, { columnSpan: 5 }));
  const items = Array.from({ length: 20_000 }, (_, at) =>
    item('x', 1 + (at % 12), { type: at % 2 ? 'bullet' : 'number' }),
  );
  const start = performance.now();
  htmlOf(addressed([...far, ...items]), english);
  expect(performance.now() - start).toBeLessThan(5000);
});

test('what is not markup is escaped in a template, and only markup is not', () => {
  const stranger = { toString: () => '<b>' } as unknown as string;
  expect(markup`<p title="${'"<>'}">${[markup`<b>${'&'}</b>`, 3, null, undefined, false, ["'"]]}</p>`.toString()).toBe(
    '<p title="&quot;&lt;&gt;"><b>&amp;</b>3&#39;</p>',
  );
  expect(markup`${stranger}`.toString()).toBe('');
});

test('a language and a text know their direction', () => {
  expect(['ar', 'he', 'fa', 'ur-PK', 'az-Arab', 'en', 'zh-Hans', 'not a tag'].map(directionOf)).toEqual([
    'rtl',
    'rtl',
    'rtl',
    'rtl',
    'rtl',
    'ltr',
    'ltr',
    'ltr',
  ]);
  expect(['12. الفقرة', 'CWG الفقرة', '12', '', '\u200fabc'].map(directionOfText)).toEqual([
    'rtl',
    'ltr',
    null,
    null,
    'rtl',
  ]);
});
