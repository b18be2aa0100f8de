import type { Change, ChangeKind, WordPiece } from '../changes/contract.ts';
import type { Paragraph, Run } from '../text/paragraph.ts';
import { normalRuns, sameFormat } from '../text/paragraph.ts';
import { wordDifference } from '../text/words.ts';
import type { Pairs } from './pairs.ts';
import { pairsOf } from './pairs.ts';
import type { Group } from './parts.ts';
import { groupsOf } from './parts.ts';

/** What became of each paragraph from one text to another. */

export type BareChange = Omit<Change, 'reasons'>;
export type Row = { same: Paragraph } | { change: BareChange };

/** Each change counts once: `changed` are all that are not inserted, deleted or only moved. */
export interface ChangeCounts {
  paragraphs: number;
  changed: number;
  inserted: number;
  deleted: number;
  moved: number;
}

interface Texts {
  older: readonly Paragraph[];
  newer: readonly Paragraph[];
  pairs: Pairs;
  language: string;
}

/**
 * Compares two texts paragraph by paragraph (rules C1 to C6 say which is which).
 * C7: every paragraph of either text is in exactly one row: as `same`, `before` or `after`.
 * C8: rows follow the newer text; a deleted paragraph stands behind what it stood behind, a merged one
 *   behind the paragraph that took its words.
 * C9: words, typed label, kind, level, list and table cell count as changed; other formats alone are
 *   `format`; derived addresses and computed numbers of list items count for nothing.
 * C10: the pieces of a row give its newer text (same and inserted), and the older one too (same and
 *   deleted) where nothing was split or merged.
 * Never throws. Cost: linear, with a difference of words for each changed paragraph: 2,000 paragraphs of
 * which a quarter changed take some 200 ms.
 * @param language of the paper, for its words (BCP 47)
 */
export function changesBetween(
  older: readonly Paragraph[],
  newer: readonly Paragraph[],
  language = 'en',
): { rows: Row[]; counts: ChangeCounts } {
  const pairs = pairsOf(older, newer);
  const texts = { older, newer, pairs, language };
  const groups = groupsOf(older, newer, pairs, language);
  const rows = rowsOf(texts, groups);
  return { rows, counts: countsOf(rows, newer.length) };
}

function rowsOf(texts: Texts, groups: readonly Group[]): Row[] {
  const splits = new Map(partsOf(groups, 'split').map((part) => [part.number, part]));
  const merged = new Map(partsOf(groups, 'merged').map((part) => [part.number, part]));
  const merges = new Map(groups.filter(({ kind }) => kind === 'merged').map((group) => [group.newer, group]));
  const gone = goneBehind(texts, groups);
  const goneRows = (b: number) =>
    (gone.get(b) ?? []).map(({ number, before }) => goneRow(texts, before, merged.get(number)));
  const rows = goneRows(-1);
  texts.newer.forEach((after, b) => {
    const split = splits.get(b);
    const merge = merges.get(b);
    if (split) rows.push(splitRow(texts, after, split));
    else if (merge) rows.push(mergeRow(texts, after, merge));
    else rows.push(plainRow(texts, after, b));
    rows.push(...goneRows(b));
  });
  return rows;
}

/** One part of a group: its number, the group, and what is shown with it. */
interface Part {
  number: number;
  group: Group;
  pieces: WordPiece[];
}

function partsOf(groups: readonly Group[], kind: Group['kind']): Part[] {
  return groups
    .filter((group) => group.kind === kind)
    .flatMap((group) => group.parts.map((number, at) => ({ number, group, pieces: group.pieces[at] ?? [] })));
}

/** C8: what is gone, by the number of the newer paragraph behind which it is shown; -1 is before the first. */
function goneBehind(
  { older, pairs }: Texts,
  groups: readonly Group[],
): Map<number, { number: number; before: Paragraph }[]> {
  const splits = groups.filter(({ kind }) => kind === 'split');
  const lastPart = new Map(splits.map(({ newer, parts }) => [newer, Math.max(...parts)]));
  const into = new Map(partsOf(groups, 'merged').map(({ number, group }) => [number, group.newer]));
  const gone = new Map<number, { number: number; before: Paragraph }[]>();
  let behind = -1;
  older.forEach((before, number) => {
    const b = pairs.newerOf[number] ?? null;
    if (b !== null && pairs.isMoved[b] === false) behind = lastPart.get(b) ?? b;
    if (b !== null) return;
    const place = into.get(number) ?? behind;
    gone.set(place, [...(gone.get(place) ?? []), { number, before }]);
  });
  return gone;
}

function plainRow({ older, pairs, language }: Texts, after: Paragraph, b: number): Row {
  const before = older[pairs.olderOf[b] ?? -1];
  if (!before) return rowOf(after, { kind: 'inserted', after, pieces: [{ kind: 'inserted', text: after.text }] });
  const isMoved = pairs.isMoved[b] === true;
  const kind = kindOf(before, after, isMoved);
  if (kind === null) return { same: after };
  const pieces = wordDifference(before.text, after.text, language);
  return rowOf(after, { kind, before, after, pieces, from: isMoved ? before.address : null });
}

function splitRow({ older, newer, pairs }: Texts, after: Paragraph, { number, group, pieces }: Part): Row {
  const others = idsOf(newer, group.parts, number);
  if (number !== group.newer) return rowOf(after, { kind: 'split', after, pieces, with: others });
  const before = older[group.older] ?? null;
  return rowOf(after, { kind: 'split', before, after, pieces, with: others, from: addressLeft(before, pairs, number) });
}

function mergeRow({ older, pairs }: Texts, after: Paragraph, group: Group): Row {
  const before = older[group.older] ?? null;
  const pieces = group.pieces[group.parts.indexOf(group.older)] ?? [];
  const from = addressLeft(before, pairs, group.newer);
  return rowOf(after, { kind: 'merged', before, after, pieces, with: idsOf(older, group.parts, group.older), from });
}

function goneRow({ newer }: Texts, before: Paragraph, part: Part | undefined): Row {
  if (!part) return rowOf(before, { kind: 'deleted', before, pieces: [{ kind: 'deleted', text: before.text }] });
  return rowOf(before, { kind: 'merged', before, pieces: part.pieces, with: idsOf(newer, [part.group.newer], -1) });
}

function addressLeft(before: Paragraph | null, { isMoved }: Pairs, b: number): string | null {
  return isMoved[b] === true ? (before?.address ?? null) : null;
}

function idsOf(paragraphs: readonly Paragraph[], numbers: readonly number[], but: number): Paragraph['id'][] {
  return numbers.filter((number) => number !== but).flatMap((number) => paragraphs[number]?.id ?? []);
}

function rowOf(of: Paragraph, known: Partial<BareChange> & Pick<BareChange, 'kind' | 'pieces'>): Row {
  const pieces = known.pieces.filter((piece) => piece.text !== '');
  return { change: { paragraphId: of.id, before: null, after: null, with: [], from: null, ...known, pieces } };
}

/** C9; null where nothing changed. */
function kindOf(before: Paragraph, after: Paragraph, isMoved: boolean): ChangeKind | null {
  const isChanged = before.text !== after.text || meaningOf(before) !== meaningOf(after);
  if (isChanged) return isMoved ? 'movedAndChanged' : 'changed';
  if (isMoved) return 'moved';
  return sameRuns(before.runs, after.runs) && before.labelAsTyped === after.labelAsTyped ? null : 'format';
}

/** What counts beside the words. The number of an item in a numbered list is computed unless it was typed. */
function meaningOf({ kind, level, label, labelAsTyped, list, cell }: Paragraph): string {
  const typed = list?.type === 'number' && labelAsTyped === null ? null : label;
  const place = cell ? [cell.header, cell.rowSpan, cell.columnSpan] : null;
  return JSON.stringify([kind, level, typed, list?.type, list?.start, place]);
}

function sameRuns(before: readonly Run[], after: readonly Run[]): boolean {
  const [one, other] = [normalRuns(before), normalRuns(after)];
  return one.length === other.length && one.every((run, at) => isSameRun(run, other[at]));
}

function isSameRun(one: Run, other: Run | undefined): boolean {
  return other !== undefined && one.text === other.text && sameFormat(one, other);
}

function countsOf(rows: readonly Row[], paragraphs: number): ChangeCounts {
  const counts = { paragraphs, changed: 0, inserted: 0, deleted: 0, moved: 0 };
  for (const row of rows) {
    if ('same' in row) continue;
    const { kind } = row.change;
    counts[kind === 'inserted' || kind === 'deleted' || kind === 'moved' ? kind : 'changed']++;
  }
  return counts;
}
