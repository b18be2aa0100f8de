import type { Imported, ImportWarning } from '../../shared/imports/contract.ts';
import { Problem } from '../../shared/problems.ts';
import { addressed } from '../../shared/text/address.ts';
import type { Block, Paragraph } from '../../shared/text/paragraph.ts';
import { isContentsLine, nestLists } from './blocks.ts';
import { type Doubts, foldWarnings } from './warnings.ts';

/** More blocks than this no draft holds (PROMISES, section 2). */
export const MOST_PARAGRAPHS = 20_000;
/** Above this a draft is slow to edit on a weak laptop: one is told, and offered to split the text by chapter. */
const manyParagraphs = 1_000;

/**
 * What every reading ends with: lists an editor can hold, the doubts of the reader and those that only the whole
 * text shows. @throws Problem empty-file, too-many-paragraphs
 */
export function finishImport(found: readonly Block[], doubts: Doubts): Imported {
  refuseTooMany(found.length);
  if (!found.some((block) => block.text !== '' || block.label !== null))
    throw new Problem('empty-file', { warnings: doubts.list(0) });
  const blocks = nestLists(found);
  const warnings = [...doubts.list(blocks.length), ...reviewed(addressed(blocks))];
  return { blocks, warnings: foldWarnings(warnings.sort((a, b) => (a.at ?? -1) - (b.at ?? -1))) };
}

/** @throws Problem too-many-paragraphs */
export function refuseTooMany(count: number): void {
  if (count > MOST_PARAGRAPHS) throw new Problem('too-many-paragraphs', { paragraphs: count });
}

/** The doubts that show only when the whole text is known. */
function reviewed(paragraphs: readonly Paragraph[]): ImportWarning[] {
  const found = [
    ...oddNumbers(paragraphs),
    ...repeatedLabels(paragraphs),
    ...missingNumbers(paragraphs),
    ...skippedLevels(paragraphs),
    ...oneCellTables(paragraphs),
    ...emptyNumbers(paragraphs),
    ...typedContents(paragraphs),
  ];
  if (paragraphs.length > manyParagraphs)
    found.push({ code: 'many-paragraphs', at: null, look: true, facts: { count: paragraphs.length } });
  return found;
}

/** "7.3." where its like are typed "7.1", or "7.1" where they end with a full stop: a fifth of them at the most. */
function oddNumbers(paragraphs: readonly Paragraph[]): ImportWarning[] {
  const manners = new Map<number, { stopped: number[]; plain: number[] }>();
  paragraphs.forEach(({ label, labelAsTyped }, at) => {
    if (label === null || labelAsTyped === null || !/^[\p{Nd}.]+$/u.test(labelAsTyped)) return;
    const depth = label.split('.').length;
    const manner = manners.get(depth) ?? { stopped: [], plain: [] };
    manners.set(depth, manner);
    (labelAsTyped.endsWith('.') ? manner.stopped : manner.plain).push(at);
  });
  return [...manners.values()].flatMap(({ stopped, plain }) => {
    const [few, many] = stopped.length < plain.length ? [stopped, plain] : [plain, stopped];
    if (few.length * 4 > many.length) return [];
    return few.map((at): ImportWarning => {
      const { label, labelAsTyped } = paragraphs[at] ?? {};
      return {
        code: 'number-typed-otherwise',
        at,
        look: true,
        facts: { typed: labelAsTyped ?? '', label: label ?? '' },
      };
    });
  });
}

/** Two paragraphs called 6.2. Plain numbers and marks in brackets repeat by their nature, so only dotted ones are told. */
function repeatedLabels(paragraphs: readonly Paragraph[]): ImportWarning[] {
  const times = new Map<string, number>();
  return paragraphs.flatMap(({ label, address, kind }, at): ImportWarning[] => {
    if (label === null || kind === 'listItem' || !/\p{Nd}\.\p{Nd}/u.test(label)) return [];
    const count = (times.get(label) ?? 0) + 1;
    times.set(label, count);
    return count === 1 ? [] : [{ code: 'label-repeated', at, look: true, facts: { label, count, address } }];
  });
}

/** A paragraph right under a numbered heading that has no number, where most of its like have one. */
function missingNumbers(paragraphs: readonly Paragraph[]): ImportWarning[] {
  const firsts = paragraphs.flatMap((paragraph, at) => {
    const above = paragraphs[at - 1];
    return above?.kind === 'heading' && above.label !== null && paragraph.kind === 'paragraph' && !paragraph.cell
      ? [{ at, paragraph }]
      : [];
  });
  const without = firsts.filter(({ paragraph }) => paragraph.label === null);
  if (without.length * 2 > firsts.length) return [];
  return without.map(({ at, paragraph }) => ({
    code: 'address-derived',
    at,
    look: false,
    facts: { address: paragraph.address },
  }));
}

function skippedLevels(paragraphs: readonly Paragraph[]): ImportWarning[] {
  let before = 0;
  return paragraphs.flatMap(({ kind, level }, at): ImportWarning[] => {
    if (kind !== 'heading' || level === null) return [];
    const from = before;
    before = level;
    return level > from + 1 ? [{ code: 'level-skipped', at, look: false, facts: { from, to: level } }] : [];
  });
}

function oneCellTables(paragraphs: readonly Paragraph[]): ImportWarning[] {
  const tables = new Map<number, { at: number; cells: Set<string> }>();
  paragraphs.forEach(({ cell }, at) => {
    if (!cell) return;
    const table = tables.get(cell.table) ?? { at, cells: new Set() };
    tables.set(cell.table, table);
    table.cells.add(`${cell.row}/${cell.column}`);
  });
  return [...tables].flatMap(([table, { at, cells }]): ImportWarning[] =>
    cells.size === 1 ? [{ code: 'one-cell-table', at, look: false, facts: { table } }] : [],
  );
}

function emptyNumbers(paragraphs: readonly Paragraph[]): ImportWarning[] {
  return paragraphs.flatMap(({ label, text, cell }, at): ImportWarning[] =>
    label !== null && text === '' && !cell ? [{ code: 'number-without-words', at, look: true, facts: { label } }] : [],
  );
}

/** A table of contents that somebody typed stands in the text like any other words, and grows old like them. */
function typedContents(paragraphs: readonly Paragraph[]): ImportWarning[] {
  const lines = paragraphs.flatMap(({ text, kind, cell }, at) =>
    kind === 'paragraph' && !cell && isContentsLine(text) ? [at] : [],
  );
  const [first] = lines;
  return first === undefined || lines.length < 3
    ? []
    : [{ code: 'contents-kept', at: first, look: true, facts: { entries: lines.length } }];
}
