import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Imported } from '../../shared/imports/contract.ts';
import { addressed } from '../../shared/text/address.ts';

const fixtures = join(__dirname, '..', 'fixtures');

/** A file of `tests/fixtures`. */
export function fixture(name: string): Buffer {
  return readFileSync(join(fixtures, name));
}

interface ExpectedBlock {
  type: 'title' | 'boxTitle' | 'heading' | 'paragraph' | 'listItem' | 'signature';
  level: number | null;
  label: string | null;
  labelAsTyped?: string;
  text: string;
  under?: string;
  container?: { table: number; row: number; cell: number };
}

/** The blocks that an import of the outcome report must give, in the words of this product. */
export function expectedReport(): {
  kind: string;
  level: number | null;
  label: string | null;
  labelAsTyped: string | null;
  text: string;
}[] {
  return expectedBlocks().map(({ type, level, label, labelAsTyped, text }) => {
    const kind = type === 'boxTitle' || type === 'signature' ? 'paragraph' : type;
    return { kind, level, label, labelAsTyped: labelAsTyped ?? null, text };
  });
}

function expectedBlocks(): ExpectedBlock[] {
  return JSON.parse(fixture('outcome-report-expected.json').toString('utf8')).blocks;
}

/** What each unlabelled block of the report belongs to, by its text. */
export function expectedUnder(): { text: string; under: string }[] {
  return expectedBlocks().flatMap(({ text, under }) => (under === undefined ? [] : [{ text, under }]));
}

/** Which blocks of the report stand in which cell, by their text. */
export function expectedCells(): { text: string; cell: string }[] {
  return expectedBlocks().flatMap(({ text, container }) =>
    container ? [{ text, cell: `${container.table}/${container.row}/${container.cell}` }] : [],
  );
}

/** An import in the same form. */
export function asExpected({ blocks }: Imported): ReturnType<typeof expectedReport> {
  return blocks.map(({ kind, level, label, labelAsTyped, text }) => ({ kind, level, label, labelAsTyped, text }));
}

/** The addresses of an import, by the text of each block. */
export function addressesOf({ blocks }: Imported): Map<string, string> {
  return new Map(addressed(blocks).map(({ text, address }) => [text, address]));
}

/** An import in a few signs: kind and level, label, words, a line each. */
export function outline({ blocks }: Imported): string[] {
  return blocks.map(({ kind, level, label, text }) =>
    [`${kind[0]}${level ?? ''}`, label, text].filter((part) => part !== null).join(' '),
  );
}

/** The codes of an import's warnings, each with its facts. */
export function warningsOf({ warnings }: Imported): Record<string, unknown> {
  return Object.fromEntries(warnings.map(({ code, facts }) => [code, facts]));
}
