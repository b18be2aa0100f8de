import { newId } from '../../shared/ids.ts';
import { labelFromTyped, typedLabel } from '../../shared/text/address.ts';
import type { Block, CellPlace, ListPlace, ParagraphKind, Run } from '../../shared/text/paragraph.ts';
import { normalRuns, safeLink, textOf } from '../../shared/text/paragraph.ts';

/** What a reader has found of one block, before mark and label are taken off its words. */
export interface Found {
  kind: ParagraphKind;
  level: number | null;
  runs: Run[];
  /** A number that the program computed; it is not in the words. */
  automatic?: { label: string; shown: string };
  list?: ListPlace;
  cell?: CellPlace;
  /** Words that stand as they are: code has no labels and no marks. */
  isLiteral?: boolean;
}

/** A mark that people type for a list item, with the white space that tells it from a word or a negative number. */
const typedMark = /^(?:[·•▪■●○◦‣⁃∙\uf0b7][\s\u00a0]*|[-–—*][ \u00a0]*\t\s*|[-–—][ \u00a0]+|o\t\s*)(?=\S)/u;

/**
 * Makes a block of what was found: words cleaned and trimmed, a typed mark makes it a list item, a typed label
 * goes off the words into the label. Null where nothing is left to show.
 */
export function settleBlock(found: Found): Block | null {
  const cleaned = trimRuns(cleanRuns(found.runs));
  const marked = found.isLiteral || found.automatic ? null : withoutMark({ ...found, runs: cleaned });
  const { kind, level, list, runs } = marked ?? { ...found, runs: cleaned };
  const label = labelOf({ ...found, kind, runs });
  const words = label.length > 0 ? cutRuns(label.runs, label.length) : label.runs;
  if (words.length === 0 && label.label === null) return null;
  const shown = kind === 'heading' || kind === 'title' ? withoutCommonFormat(words) : words;
  return {
    id: newId(),
    kind,
    level: kind === 'heading' || kind === 'listItem' ? (level ?? 1) : null,
    label: label.label,
    labelAsTyped: label.labelAsTyped,
    text: textOf(shown),
    runs: shown,
    ...(list && { list }),
    ...(found.cell && { cell: found.cell }),
  };
}

/** A paragraph with a typed list mark, as the list item that it is. In a cell a dash is more often a missing value. */
function withoutMark(found: Found): Found | null {
  if (found.kind !== 'paragraph') return null;
  const mark = typedMark.exec(textOf(found.runs))?.[0];
  if (mark === undefined || (found.cell && /^[-–—*]/.test(mark))) return null;
  const runs = cutRuns(found.runs, mark.length);
  return { ...found, kind: 'listItem', level: found.level ?? 1, list: { type: 'bullet' }, runs };
}

interface LabelFound {
  label: string | null;
  labelAsTyped: string | null;
  /** How much of the runs it takes up. */
  length: number;
  runs: Run[];
}

/** The label of a block. The number of a line in a table of contents is the name of another paragraph, so it stays text. */
function labelOf(found: Found): LabelFound {
  const { automatic, kind, runs } = found;
  const text = textOf(runs);
  const none = { label: null, labelAsTyped: null, length: 0, runs };
  if (kind === 'paragraph' && isContentsLine(text))
    return automatic ? { ...none, runs: normalRuns([{ text: `${automatic.shown}\t` }, ...runs]) } : none;
  if (automatic) return { ...none, label: automatic.label, labelAsTyped: automatic.shown };
  if (found.isLiteral || kind === 'title') return none;
  if (kind === 'paragraph' && !found.cell && loneNumber.test(text))
    return { label: labelFromTyped(text), labelAsTyped: text, length: text.length, runs };
  const typed = typedLabel(text, placeOf(kind, found.cell));
  return typed ? { ...typed, runs } : none;
}
/** "136." above a list, "3.1" above a term: a paragraph that is nothing but its number. */
const loneNumber = /^\p{Nd}{1,3}(?:\.|(?:\.\p{Nd}{1,3}){1,8}\.?)$/u;

/** A line of a typed table of contents ends with a tab or dots and its page; its number is the name of another paragraph. */
export function isContentsLine(text: string): boolean {
  return /[^\t.](?:\t+|\.{4,}\t?)\s*(?:\p{Nd}{1,4}|[ivxl]{1,6})$/u.test(text.slice(-60));
}

function placeOf(kind: ParagraphKind, cell: CellPlace | undefined): 'heading' | 'paragraph' | 'inside' {
  if (kind === 'heading') return 'heading';
  return kind === 'listItem' || cell ? 'inside' : 'paragraph';
}

/**
 * Words that every part of the product can hold: no control characters (PostgreSQL refuses NUL), no half characters,
 * one kind of line break, no byte-order mark and no optional hyphen, which would break every search and quote.
 */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f\u00ad\ufeff\ufffe\uffff]/g, '')
      .replace(/\p{Surrogate}/gu, '\ufffd')
  );
}

/**
 * Clean words in their one normal form. Halves of a character may stand in two runs, so runs of one format are joined
 * first; a line break carries no format, because no editor can give it one.
 */
function cleanRuns(runs: readonly Run[]): Run[] {
  return normalRuns(
    normalRuns(runs).flatMap((run) =>
      cleanText(run.text)
        .split('\n')
        .flatMap((text, line): Run[] => (line === 0 ? [{ ...run, text }] : [{ text: '\n' }, { ...run, text }])),
    ),
  );
}

/** Longer addresses no browser follows; each would be kept again and again, once for each run. */
const longestLink = 2_000;

/** The address if a reader may follow it. */
export function readableLink(address: string): string | undefined {
  return address.length <= longestLink ? safeLink(address) : undefined;
}

/** Runs without white space at either end. */
export function trimRuns(runs: readonly Run[]): Run[] {
  const text = textOf(runs);
  const start = text.length - text.trimStart().length;
  return cutRuns(runs, start, text.trimEnd().length);
}

/** The part of the runs from one offset (UTF-16 units) up to another. */
export function cutRuns(runs: readonly Run[], start: number, end = Number.POSITIVE_INFINITY): Run[] {
  let at = 0;
  const kept = runs.map((run) => {
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += run.text.length;
    return { ...run, text };
  });
  return normalRuns(kept);
}

/** A heading that is bold as a whole is bold because it is a heading: the screen does that by itself. */
function withoutCommonFormat(runs: readonly Run[]): Run[] {
  const isBold = runs.every((run) => run.bold || run.text.trim() === '');
  const isUnderlined = runs.every((run) => run.underline || run.text.trim() === '');
  return normalRuns(
    runs.map(({ bold, underline, ...run }) => ({
      ...run,
      ...(bold && !isBold && { bold }),
      ...(underline && !isUnderlined && { underline }),
    })),
  );
}

/** An empty cell is a block without words, so that the table keeps its shape. */
export function emptyCell(cell: CellPlace): Block {
  return { id: newId(), kind: 'paragraph', level: null, label: null, labelAsTyped: null, text: '', runs: [], cell };
}

/**
 * Lists as an editor can hold them: no item is more than one level deeper than the one before it, and numbered items
 * are called by the number that the editor will show. Items follow each other until another kind of block or cell comes.
 */
export function nestLists(blocks: readonly Block[]): Block[] {
  let depths: number[] = [];
  let numbers: { type: string; next: number; list: ListPlace }[] = [];
  let before: Block | undefined;
  return blocks.map((block) => {
    const isSameList = before?.kind === 'listItem' && isSameCell(before.cell, block.cell);
    before = block;
    if (block.kind !== 'listItem') return block;
    if (!isSameList) {
      depths = [];
      numbers = [];
    }
    const wanted = block.level ?? 1;
    depths = [...depths.filter((depth) => depth < wanted), wanted];
    const level = depths.length;
    numbers = numbers.slice(0, level);
    const list = block.list ?? { type: 'bullet' };
    let running = numbers[level - 1];
    if (running?.type !== list.type) {
      running = { type: list.type, next: list.start ?? 1, list };
      numbers[level - 1] = running;
    }
    const number = running.next++;
    if (list.type === 'bullet') return { ...block, level, list };
    return { ...block, level, list: running.list, label: block.label ?? `${number})` };
  });
}

function isSameCell(a: CellPlace | undefined, b: CellPlace | undefined): boolean {
  return a?.table === b?.table && a?.row === b?.row && a?.column === b?.column;
}

/**
 * The title of a text whose title is a heading: it stands before everything else. In Markdown the first `#` always is;
 * in Word (`isSure` false) only a heading that stands out of the outline, because a text may begin with its first chapter.
 * Where it was the only one of the outermost level, the headings under it move up by one.
 */
export function titleFromHeading(blocks: readonly Block[], isSure: boolean): Block[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'heading' || first.label !== null || first.cell) return [...blocks];
  const level = first.level ?? 1;
  const outermost = Math.min(...rest.map((block) => (block.kind === 'heading' ? (block.level ?? 1) : 7)));
  const isOnlyOne = level === 1 && outermost > 1;
  const isOutOfLine = outermost < level;
  if (isSure ? level !== 1 : !isOnlyOne && !isOutOfLine) return [...blocks];
  const raised = rest.map((block) =>
    isOnlyOne && block.kind === 'heading' ? { ...block, level: (block.level ?? 2) - 1 } : block,
  );
  return [{ ...first, kind: 'title', level: null }, ...raised];
}
