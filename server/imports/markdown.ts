import type { Definition, FootnoteDefinition, List, Root, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Imported } from '../../shared/imports/contract.ts';
import { Problem } from '../../shared/problems.ts';
import type { Block, CellPlace, Run } from '../../shared/text/paragraph.ts';
import { textOf } from '../../shared/text/paragraph.ts';
import { cutRuns, emptyCell, type Found, settleBlock, titleFromHeading, trimRuns } from './blocks.ts';
import { type References, runsOf } from './markdown-inline.ts';
import { finishImport, refuseTooMany } from './review.ts';
import { Doubts, wordsLeftOut } from './warnings.ts';

/** One text being read: what was found so far, in order. */
interface Reading extends References {
  blocks: Block[];
  tables: number;
  noteTexts: Map<string, FootnoteDefinition>;
}

/**
 * Markdown (CommonMark with the tables, footnotes and strike-through of GitHub). The first `#` that stands before
 * everything else is the title. Hard breaks and definition marks (`: `) part paragraphs, because people comment on
 * the lines. HTML is never read. @throws Problem empty-file, too-many-paragraphs, damaged-file
 */
export function readMarkdown(source: string): Imported {
  const doubts = new Doubts();
  const { body, title } = withoutFrontMatter(source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), doubts);
  const root = parsed(body);
  const reading: Reading = {
    blocks: [],
    tables: 0,
    doubts,
    notes: new Map(),
    definitions: definitionsOf(root),
    noteTexts: noteTextsOf(root),
  };
  readBlocks(reading, root.children);
  readNotes(reading);
  const titled = titleFromHeading(reading.blocks, true);
  if (title === null || titled[0]?.kind === 'title') return finishImport(titled, doubts);
  const supplied = settleBlock({ kind: 'title', level: null, runs: [{ text: title }] });
  return finishImport(supplied ? [supplied, ...titled] : titled, doubts);
}

/** The parser follows quotes in quotes by recursion; thousands of them are no text. */
function parsed(body: string): Root {
  try {
    return fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  } catch (error) {
    throw new Problem('damaged-file', { reason: error instanceof Error ? error.message : String(error) });
  }
}

/** The block of settings that many writers keep before the text. Its `title` is the title where the text has none. */
function withoutFrontMatter(source: string, doubts: Doubts): { body: string; title: string | null } {
  const found = /^---[ \t]*\n((?:[^\n]*\n){1,500}?)(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(source);
  const settings = found?.[1];
  if (!found || settings === undefined || !/^[\w-]+[ \t]*:/m.test(settings)) return { body: source, title: null };
  doubts.note('front-matter-left-out', null, false, wordsLeftOut(settings));
  const title =
    /^title:(.{1,500})$/im
      .exec(settings)?.[1]
      ?.trim()
      .replace(/^(["'])(.*)\1$/, '$2') ?? null;
  return { body: source.slice(found[0].length), title };
}

function definitionsOf(root: Root): Map<string, Definition> {
  return new Map(
    root.children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node] as const] : [])),
  );
}

function noteTextsOf(root: Root): Map<string, FootnoteDefinition> {
  return new Map(
    root.children.flatMap((node) => (node.type === 'footnoteDefinition' ? [[node.identifier, node] as const] : [])),
  );
}

function readBlocks(reading: Reading, nodes: readonly RootContent[], depth = 0): void {
  for (const node of nodes) {
    if (node.type === 'heading')
      add(reading, { kind: 'heading', level: node.depth, runs: headingRuns(reading, node.children) });
    else if (node.type === 'paragraph') readParagraph(reading, runsOf(node.children, reading, reading.blocks.length));
    else if (node.type === 'blockquote') readBlocks(reading, node.children, depth);
    else if (node.type === 'code')
      add(reading, { kind: 'paragraph', level: null, runs: [{ text: node.value }], isLiteral: true });
    else if (node.type === 'list') readList(reading, node, depth + 1);
    else if (node.type === 'table') readTable(reading, node);
    else if (node.type === 'html')
      reading.doubts.note(
        'html-left-out',
        reading.blocks.length,
        /[\p{L}\p{N}]/u.test(node.value),
        wordsLeftOut(node.value),
      );
  }
}

function add(reading: Reading, found: Found): void {
  const block = settleBlock(found);
  if (block) reading.blocks.push(block);
  refuseTooMany(reading.blocks.length);
}

/** Pandoc and kramdown write a heading's anchor behind it in braces. */
function headingRuns(reading: Reading, children: Parameters<typeof runsOf>[0]): Run[] {
  const runs = trimRuns(runsOf(children, reading, reading.blocks.length));
  const anchor = /\{[#.:][^{}]{0,100}\}$/.exec(textOf(runs).slice(-120));
  return anchor ? cutRuns(runs, 0, textOf(runs).length - anchor[0].length) : runs;
}

function readParagraph(reading: Reading, runs: readonly Run[]): void {
  for (const line of linesOf(runs)) add(reading, { kind: 'paragraph', level: null, runs: line });
}

/** The lines of a paragraph that its writer broke by hand, without the colon that marks a definition. */
function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    run.text.split('\n').forEach((text, part) => {
      if (part > 0) lines.push([]);
      lines.at(-1)?.push({ ...run, text });
    });
  }
  return lines.map((line) => {
    const [first, ...rest] = line;
    return first && /^: /.test(textOf(line)) ? [{ ...first, text: first.text.replace(/^: */, '') }, ...rest] : line;
  });
}

function readList(reading: Reading, list: List, level: number): void {
  list.children.forEach((child, index) => {
    const [first, ...others] = child.children;
    const number = (list.start ?? 1) + index;
    const place = list.ordered
      ? { type: 'number' as const, ...(number !== 1 && { start: number }) }
      : { type: 'bullet' as const };
    if (first?.type === 'paragraph') {
      const box: Run[] = typeof child.checked === 'boolean' ? [{ text: child.checked ? '[x] ' : '[ ] ' }] : [];
      const runs = [...box, ...runsOf(first.children, reading, reading.blocks.length)];
      add(reading, { kind: 'listItem', level, list: place, runs });
    } else if (first) readBlocks(reading, [first], level);
    readBlocks(reading, others, level);
  });
}

function readTable(reading: Reading, table: Table): void {
  reading.tables += 1;
  const columns = Math.max(...table.children.map((row) => row.children.length));
  table.children.forEach((row, rowIndex) => {
    for (let column = 1; column <= columns; column++) {
      const cell: CellPlace = {
        table: reading.tables,
        row: rowIndex + 1,
        column,
        rowSpan: 1,
        columnSpan: 1,
        header: rowIndex === 0,
      };
      const runs = runsOf(row.children[column - 1]?.children ?? [], reading, reading.blocks.length);
      reading.blocks.push(settleBlock({ kind: 'paragraph', level: null, runs, cell }) ?? emptyCell(cell));
    }
    refuseTooMany(reading.blocks.length);
  });
}

/** Footnotes at the end, in the order they are named; a note may name another. */
function readNotes(reading: Reading): void {
  const [firstAt, read] = [reading.blocks.length, new Set<string>()];
  for (const [identifier, number] of reading.notes) {
    const start = reading.blocks.length;
    read.add(identifier);
    readBlocks(reading, reading.noteTexts.get(identifier)?.children ?? []);
    const first = reading.blocks[start];
    if (first) reading.blocks[start] = { ...first, label: `[${number}]`, labelAsTyped: `[${number}]` };
  }
  if (read.size > 0) reading.doubts.note('notes-moved-to-end', firstAt, false, { count: read.size });
  const unread = [...reading.noteTexts].filter(([identifier]) => !read.has(identifier));
  for (const [, note] of unread) {
    const aside: Reading = { ...reading, blocks: [], notes: new Map() };
    readBlocks(aside, note.children);
    const words = wordsLeftOut(aside.blocks.map((block) => block.text).join('\n'));
    reading.doubts.note('notes-without-reference-left-out', null, true, { count: 1, ...words });
  }
}
