import { readPlainText } from '../../server/imports/plain-text.ts';
import { readFile } from '../../server/imports/read-file.ts';
import {
  addressesOf,
  expectedReport,
  expectedUnder,
  fixture,
  outline,
  warningsOf,
} from '../support/expected-report.ts';

const lines = (text: string) => outline(readPlainText(text));
const refusal = (name: string, bytes: Uint8Array) =>
  readFile({ name, bytes }).then(
    () => 'none',
    (problem: { slug: string }) => problem.slug,
  );

describe('the outcome report as a converter left it', () => {
  const report = readPlainText(fixture('outcome-report-raw.txt').toString('utf8'));

  test('gives the expected labels, words and kinds; only the title was lost before', () => {
    const found = report.blocks.map(({ kind, level, label, labelAsTyped, text }) => ({
      kind,
      level,
      label,
      labelAsTyped,
      text,
    }));
    expect(found).toEqual(expectedReport().slice(1));
  });

  test('each unlabelled block is addressed under what it belongs to', () => {
    const addresses = addressesOf(report);
    for (const { text, under } of expectedUnder())
      expect(addresses.get(text)).toMatch(new RegExp(`^${under} [¶–]\\d+$`));
  });

  test('the bookmarks that were taken out are told', () => {
    expect(warningsOf(report)).toMatchObject({
      'bookmarks-left-out': { count: 4 },
      'number-typed-otherwise': { typed: '7.3.', label: '7.3' },
    });
  });
});

test('each line that is not empty is a block; marks and labels go off the words', () => {
  expect(
    lines(
      '\ufeff1 Scope\r\n\r\n1.1\tThe Group met.\r\n· one\n\u2022 two\n* three\n-\tfour\n- five\n(a) six\n \u00a0\n',
    ),
  ).toEqual(['h1 1 Scope', 'p 1.1 The Group met.', 'l1 one', 'l1 two', 'l1 three', 'l1 four', 'l1 five', 'p (a) six']);
});

test('a line with a number is a heading only if it is short and does not end like a sentence', () => {
  expect(lines('IV. Outcomes\n2. The Group met.\n3 Members:\n4.1 Outcomes\n16 February 2016\n')).toEqual([
    'h1 IV Outcomes',
    'p 2 The Group met.',
    'p 3 Members:',
    'p 4.1 Outcomes',
    'p 16 February 2016',
  ]);
});

test('characters that no part of the product can hold are cleaned away', () => {
  expect(readPlainText('a\u0001b\u00adc\ud800d\u2028e').blocks.map((block) => block.text)).toEqual(['abc\ufffdd', 'e']);
});

describe('bytes', () => {
  const words = 'Überprüfung der Kinderrechte';
  const big = (text: string) => Buffer.from(text, 'utf16le').swap16();

  test.each([
    ['UTF-8', Buffer.from(words)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${words}`)],
    ['UTF-16, low byte first', Buffer.from(`\ufeff${words}`, 'utf16le')],
    ['UTF-16, high byte first', big(`\ufeff${words}`)],
  ])('in %s are read', async (_, bytes) => {
    expect(outline(await readFile({ name: 'draft.txt', bytes }))).toEqual([`p ${words}`]);
  });

  test.each([
    ['Windows-1252', Buffer.from('“Überprüfung” – caf\u00e9', 'latin1')],
    ['binary', Buffer.from([0x25, 0x00, 0x50, 0x44])],
    ['half a character of UTF-16', Buffer.from([0xff, 0xfe, 0x00, 0xd8])],
  ])('in %s are refused, not guessed', async (_, bytes) => expect(await refusal('draft.txt', bytes)).toBe('not-utf8'));
});

test('a file is judged by its bytes, then by its name', async () => {
  const text = Buffer.from('# Title\n\nWords');
  expect(outline(await readFile({ name: 'DRAFT.MD', bytes: text }))).toEqual(['t Title', 'p Words']);
  expect(outline(await readFile({ name: 'pasted', bytes: text, format: 'markdown' }))).toEqual(['t Title', 'p Words']);
  expect(outline(await readFile({ name: 'draft.txt', bytes: fixture('outcome-report.docx') }))).toHaveLength(47);
  expect(await refusal('draft.pdf', text)).toBe('unknown-file-kind');
  expect(await refusal('draft.constructor', text)).toBe('unknown-file-kind');
  expect(await refusal('draft.docx', text)).toBe('not-a-word-file');
  expect(await refusal('draft.txt', Buffer.alloc(0))).toBe('empty-file');
  expect(await refusal('draft.txt', Buffer.from(' \n\t\u00a0\n'))).toBe('empty-file');
  expect(await refusal('draft.txt', Buffer.from('x\n'.repeat(20_001)))).toBe('too-many-paragraphs');
  expect(await refusal('draft.txt', Buffer.alloc(25 * 1024 * 1024 + 1, 0x20))).toBe('file-too-large');
});
