import fc from 'fast-check';
import type { ParagraphId } from '../../shared/ids.ts';
import type { Paragraph } from '../../shared/text/paragraph.ts';
import type { BareChange, Row } from '../../shared/versions/compare.ts';
import { changesBetween } from '../../shared/versions/compare.ts';

/** A paragraph as the tests need it: an id, words, and whatever else is said. */
function paragraph(id: string, text: string, more: Partial<Paragraph> = {}): Paragraph {
  const base = { kind: 'paragraph' as const, level: null, label: null, labelAsTyped: null, address: `¶${id}` };
  return { ...base, id: id as ParagraphId, text, runs: text === '' ? [] : [{ text }], ...more };
}

const report = [
  paragraph('a', 'The meeting was opened on Monday by the chair.'),
  paragraph('b', 'The agenda was adopted. Two contributions were received from members and one from the secretariat.'),
  paragraph('c', 'The Group decided to acknowledge the value of the initiative.'),
  paragraph('d', 'It was agreed that the report is posted before it is published.'),
];

function changeOf(row: Row | undefined): BareChange {
  if (!row || 'same' in row) throw new Error('not a change');
  return row.change;
}

/** Each row as one line: what it is, and of which paragraph. */
function outline(rows: Row[]): string[] {
  return rows.map((row) => ('same' in row ? `same ${row.same.id}` : `${row.change.kind} ${row.change.paragraphId}`));
}

function marked({ pieces }: BareChange): string {
  const around = { same: ['', ''], deleted: ['[-', '-]'], inserted: ['{+', '+}'] } as const;
  return pieces.map(({ kind, text }) => around[kind][0] + text + around[kind][1]).join('');
}

describe('comparing two texts', () => {
  const [a, b, c, d] = report as [Paragraph, Paragraph, Paragraph, Paragraph];

  test('C1 the same id is the same paragraph, and its words are compared', () => {
    const { rows, counts } = changesBetween(report, [
      a,
      b,
      { ...c, text: c.text.replace('acknowledge', 'welcome') },
      d,
    ]);
    expect(outline(rows)).toEqual(['same a', 'same b', 'changed c', 'same d']);
    expect(marked(changeOf(rows[2]))).toBe(
      'The Group decided to [-acknowledge-]{+welcome+} the value of the initiative.',
    );
    expect(counts).toEqual({ paragraphs: 4, changed: 1, inserted: 0, deleted: 0, moved: 0 });
  });

  test('C2 where ids are missing or stand twice, equal words are the same paragraph, the nearest first', () => {
    const bare = (one: Paragraph) => ({ ...one, id: '' as ParagraphId });
    expect(outline(changesBetween(report.map(bare), report.map(bare)).rows)).toEqual([
      'same ',
      'same ',
      'same ',
      'same ',
    ]);
    const twice = report.map((one) => ({ ...one, id: 'x' as ParagraphId }));
    expect(changesBetween(twice, report).counts).toMatchObject({ inserted: 0, deleted: 0, moved: 0 });
    expect(changesBetween(report, [a, b, { ...b, text: 'A copy with the same id.' }, c, d]).counts).toEqual({
      paragraphs: 5,
      changed: 0,
      inserted: 1,
      deleted: 0,
      moved: 0,
    });
  });

  test('C3 a paragraph cut and pasted without its id is moved, not deleted and inserted', () => {
    const { rows } = changesBetween(report, [a, c, d, { ...b, id: 'new' as ParagraphId }]);
    expect(outline(rows)).toEqual(['same a', 'same c', 'same d', 'moved new']);
    expect(changeOf(rows[3]).from).toBe('¶b');
  });

  test('C3 a few equal letters are not taken for a move', () => {
    const { rows } = changesBetween([paragraph('x', 'Yes'), a], [a, paragraph('y', 'Yes')]);
    expect(outline(rows)).toEqual(['deleted x', 'same a', 'inserted y']);
  });

  test('C4 moved is the fewest paragraphs that explain the new order, with the address they came from', () => {
    const { rows, counts } = changesBetween(report, [b, c, d, a]);
    expect(outline(rows)).toEqual(['same b', 'same c', 'same d', 'moved a']);
    expect(changeOf(rows[3])).toMatchObject({ from: '¶a', pieces: [{ kind: 'same', text: a.text }] });
    expect(counts.moved).toBe(1);
    const edited = changesBetween(report, [b, c, d, { ...a, text: a.text.replace('Monday', 'Tuesday') }]);
    expect(changeOf(edited.rows[3])).toMatchObject({ kind: 'movedAndChanged', from: '¶a' });
  });

  test('C5 a split is told from a change and an insertion', () => {
    const cut = b.text.indexOf(' Two');
    const rest = paragraph('new', b.text.slice(cut + 1));
    const { rows } = changesBetween(report, [a, { ...b, text: b.text.slice(0, cut) }, rest, c, d]);
    expect(outline(rows)).toEqual(['same a', 'split b', 'split new', 'same c', 'same d']);
    expect(changeOf(rows[1])).toMatchObject({ before: b, with: ['new'] });
    expect(changeOf(rows[2])).toMatchObject({ before: null, with: ['b'], pieces: [{ kind: 'same', text: rest.text }] });
    expect(marked(changeOf(rows[1]))).toBe('The agenda was adopted.[- -]');
  });

  test('C5 a split whose part was edited, and one into three, are splits too', () => {
    const parts = [
      'The agenda was adopted.',
      'Three contributions were received',
      'from members and one from the secretariat.',
    ];
    const [one, two, three] = parts as [string, string, string];
    const now = [a, { ...b, text: one }, paragraph('n', two), paragraph('m', three), c, d];
    const { rows } = changesBetween(report, now);
    expect(outline(rows)).toEqual(['same a', 'split b', 'split n', 'split m', 'same c', 'same d']);
    expect(marked(changeOf(rows[2]))).toMatch(/^(\[-.*-\])?\{\+Three\+\} contributions were received/);
  });

  test('C5 a new paragraph that only copies words which its neighbour still has is no split', () => {
    const { rows } = changesBetween(report, [
      a,
      { ...b, text: `${b.text} More followed.` },
      paragraph('n', b.text),
      c,
      d,
    ]);
    expect(outline(rows)).toEqual(['same a', 'changed b', 'inserted n', 'same c', 'same d']);
  });

  test('C5 a merge is told from a change and a deletion', () => {
    const { rows } = changesBetween(report, [a, { ...b, text: `${b.text} ${c.text}` }, d]);
    expect(outline(rows)).toEqual(['same a', 'merged b', 'merged c', 'same d']);
    expect(changeOf(rows[1])).toMatchObject({ before: b, with: ['c'] });
    expect(marked(changeOf(rows[1]))).toBe(`${b.text}{+ +}${c.text}`);
    expect(changeOf(rows[2])).toMatchObject({
      before: c,
      after: null,
      with: ['b'],
      pieces: [{ kind: 'same', text: c.text }],
    });
  });

  test('C8 a deleted paragraph stands where it stood, before what is new there', () => {
    expect(outline(changesBetween(report, [a, paragraph('n', 'Something new.'), d]).rows)).toEqual([
      'same a',
      'deleted b',
      'deleted c',
      'inserted n',
      'same d',
    ]);
    expect(outline(changesBetween(report, [b, c, d]).rows)[0]).toBe('deleted a');
  });

  test.each<[string, Partial<Paragraph>, string]>([
    ['a typed label', { label: '6.3', labelAsTyped: '6.3' }, 'changed'],
    ['a kind', { kind: 'heading', level: 1 }, 'changed'],
    ['a list', { kind: 'listItem', level: 1, list: { type: 'bullet' } }, 'changed'],
    ['a table cell', { cell: { table: 1, row: 1, column: 1, rowSpan: 1, columnSpan: 1, header: false } }, 'changed'],
    ['bold words', { runs: [{ text: c.text, bold: true }] }, 'format'],
    ['a link', { runs: [{ text: c.text, link: 'https://example.org/' }] }, 'format'],
    ['a derived address', { address: '¶99' }, 'same'],
    ['runs cut otherwise', { runs: [{ text: c.text.slice(0, 4) }, { text: c.text.slice(4) }] }, 'same'],
  ])('C9 %s alone is told as it is', (_what, more, kind) => {
    const { rows } = changesBetween(report, [a, b, { ...c, ...more }, d]);
    expect(outline(rows)[2]).toBe(`${kind} c`);
  });

  test('C9 the computed number of a list item and the row of a cell count for nothing', () => {
    const item = { kind: 'listItem', level: 1, list: { type: 'number' }, labelAsTyped: null } as const;
    const older = paragraph('i', 'An item of the list.', { ...item, label: '2' });
    expect(outline(changesBetween([older], [{ ...older, label: '3' }]).rows)).toEqual(['same i']);
    const cell = { table: 1, row: 2, column: 1, rowSpan: 1, columnSpan: 1, header: false };
    const inCell = paragraph('t', 'A cell.', { cell });
    expect(outline(changesBetween([inCell], [{ ...inCell, cell: { ...cell, row: 3 } }]).rows)).toEqual(['same t']);
  });
});

/** Random texts of which one came from the other: by edits, or with ids that say nothing. */
const words = fc.array(fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'the', 'of', '字', '🇨🇭'), { maxLength: 14 });
const deed = fc.record({
  what: fc.constantFrom('keep', 'keep', 'edit', 'drop', 'split', 'merge', 'add', 'move', 'copy', 'bare'),
  at: fc.nat(99),
  words,
});
const texts = fc.array(fc.record({ words, deed }), { maxLength: 14 }).map((parts) => {
  const older = parts.map((part, at) => paragraph(`p${at}`, part.words.join(' ')));
  const newer: Paragraph[] = [];
  parts.forEach(({ deed }, at) => {
    const one = older[at] as Paragraph;
    const cut = deed.at % (one.text.length + 1);
    if (deed.what === 'drop') return;
    if (deed.what === 'move') newer.unshift(one);
    else if (deed.what === 'edit') newer.push(paragraph(one.id, `${one.text.slice(0, cut)}${deed.words.join(' ')}`));
    else if (deed.what === 'bare') newer.push({ ...one, id: '' as ParagraphId });
    else if (deed.what === 'split')
      newer.push(paragraph(one.id, one.text.slice(0, cut)), paragraph(`n${at}`, one.text.slice(cut)));
    else if (deed.what === 'merge')
      newer.push(paragraph(newer.pop()?.id ?? one.id, `${newer.at(-1)?.text ?? ''} ${one.text}`));
    else newer.push(one);
    if (deed.what === 'add') newer.push(paragraph(`n${at}`, deed.words.join(' ')));
    if (deed.what === 'copy') newer.push(one);
  });
  return { older, newer };
});

describe('comparing random texts', () => {
  const often = { numRuns: 1000 };
  const changesIn = (rows: Row[]) => rows.flatMap((row) => ('change' in row ? [row.change] : []));

  test('C7 every paragraph of either text is in exactly one row, the newer ones in their order', () =>
    fc.assert(
      fc.property(texts, ({ older, newer }) => {
        const { rows } = changesBetween(older, newer);
        const after = rows.flatMap((row) => ('same' in row ? [row.same] : row.change.after ? [row.change.after] : []));
        expect(after).toEqual(newer);
        const kept = rows.filter((row) => 'same' in row).length;
        const before = changesIn(rows).flatMap((change) => change.before ?? []);
        expect(new Set(before).size).toBe(before.length);
        expect(before.length + kept).toBe(older.length);
      }),
      often,
    ));

  test('C10 the pieces of a row give its newer text, and the older one where nothing was split or merged', () =>
    fc.assert(
      fc.property(texts, ({ older, newer }) => {
        for (const { kind, before, after, pieces } of changesIn(changesBetween(older, newer).rows)) {
          const without = (left: string) =>
            pieces
              .filter((one) => one.kind !== left)
              .map((one) => one.text)
              .join('');
          if (after) expect(without('deleted')).toBe(after.text);
          if (kind !== 'split' && kind !== 'merged') expect(without('inserted')).toBe(before?.text ?? '');
          if (kind === 'split' || kind === 'merged')
            expect(pieces.length > 0 || (after ?? before)?.text === '').toBe(true);
        }
      }),
      often,
    ));

  test('C10 the parts of a merge hold together what the older paragraphs said', () =>
    fc.assert(
      fc.property(texts, ({ older, newer }) => {
        const changes = changesIn(changesBetween(older, newer).rows);
        for (const merge of changes.filter((change) => change.kind === 'merged' && change.after)) {
          const text = merge.pieces
            .filter((one) => one.kind !== 'inserted')
            .map((one) => one.text)
            .join('');
          const parts = older.filter((one) => one.id === merge.before?.id || merge.with.includes(one.id));
          expect(text).toBe(parts.map((one) => one.text).join(''));
        }
      }),
      often,
    ));

  test('the same text has no changes, and counts add up to the rows that are changes', () =>
    fc.assert(
      fc.property(texts, ({ older, newer }) => {
        expect(changesIn(changesBetween(older, older).rows)).toEqual([]);
        const { rows, counts } = changesBetween(older, newer);
        expect(counts.changed + counts.inserted + counts.deleted + counts.moved).toBe(changesIn(rows).length);
      }),
      often,
    ));

  test('2,000 paragraphs are compared in well under a second', () => {
    const text = (at: number, salt: string) =>
      Array.from({ length: 60 }, (_, i) => `word${(at * 61 + i * 7) % 997}${i === 30 ? salt : ''}`).join(' ');
    const older = Array.from({ length: 2000 }, (_, at) => paragraph(`p${at}`, text(at, '')));
    const newer = older.map((one, at) => (at % 4 === 0 ? paragraph(one.id, text(at, 'x')) : one)).reverse();
    const started = performance.now();
    expect(changesBetween(older, newer).counts.paragraphs).toBe(2000);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
