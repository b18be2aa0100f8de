import type { CellPlace } from '../../../shared/text/paragraph.ts';
import { emptyCell } from '../blocks.ts';
import { refuseTooMany } from '../review.ts';
import { childOf, type Element, numberSetting, settingOf, switchSetting } from './element.ts';
import type { Story } from './story.ts';

/** A table being read. Only tables of the text have places; a table inside a cell is read as part of that cell. */
export interface OpenTable {
  /** Given when its first cell comes, so that a table without any is not counted. */
  number: number | null;
  row: number;
  column: number;
  hasRowBegun: boolean;
  isHeaderRow: boolean;
  isRowTakenOut: boolean;
  gridAfter: number;
  /** Which cell may go on downwards in each column. */
  above: Map<number, CellPlace>;
  places: CellPlace[];
  cell: OpenCell | null;
}
interface OpenCell {
  place: CellPlace;
  columns: number;
  /** It belongs to a cell above or beside it; Word does not show what it holds. */
  isContinued: boolean;
  isTakenOut: boolean;
  firstBlock: number;
}

/** Rows and columns that one cell may span: what HTML and the editor can draw. */
const mostSpanned = 1000;

export function openTable(): OpenTable {
  return {
    number: null,
    row: 0,
    column: 1,
    hasRowBegun: false,
    isHeaderRow: false,
    isRowTakenOut: false,
    gridAfter: 0,
    above: new Map(),
    places: [],
    cell: null,
  };
}

export function openRow(table: OpenTable): void {
  Object.assign(table, { column: 1, hasRowBegun: false, isHeaderRow: false, isRowTakenOut: false, gridAfter: 0 });
}

/** What is said of a row stands before its cells. */
export function describeRow(story: Story, table: OpenTable, properties: Element): void {
  table.isHeaderRow = switchSetting(properties, 'w:tblHeader') ?? false;
  table.isRowTakenOut = childOf(properties, 'w:del') !== undefined;
  table.gridAfter = numberSetting(properties, 'w:gridAfter') ?? 0;
  if (childOf(properties, 'w:ins')) story.doubts.note('insertions-taken', null, true, { count: 1 });
  if (table.isRowTakenOut) story.doubts.note('deletions-left-out', null, true, { count: 1 });
  else fillGap(story, table, numberSetting(properties, 'w:gridBefore') ?? 0);
}

export function closeRow(story: Story, table: OpenTable): void {
  if (!table.isRowTakenOut && table.hasRowBegun) fillGap(story, table, table.gridAfter);
}

/** A row may begin or end beside the grid: an empty cell keeps its other cells in their columns. */
function fillGap(story: Story, table: OpenTable, columns: number): void {
  if (columns < 1) return;
  const place = newPlace(story, table, Math.min(columns, mostSpanned));
  table.column += columns;
  pushEmpty(story, place);
}

function pushEmpty(story: Story, place: CellPlace): void {
  story.blocks.push(emptyCell(place));
  refuseTooMany(story.blocks.length);
}

/** Begins a cell; `properties` may be missing. */
export function openCell(story: Story, table: OpenTable, properties: Element | undefined): OpenCell {
  const columns = Math.min(Math.max(numberSetting(properties, 'w:gridSpan') ?? 1, 1), mostSpanned);
  const vertical = childOf(properties, 'w:vMerge');
  const continuesDown = vertical !== undefined && vertical.attributes.get('w:val') !== 'restart';
  const above = continuesDown ? continuedAbove(table, columns) : undefined;
  const beside = settingOf(properties, 'w:hMerge') === 'continue' ? table.places.at(-1) : undefined;
  const base = { columns, isTakenOut: childOf(properties, 'w:cellDel') !== undefined, firstBlock: story.blocks.length };
  if (above) {
    beginRow(table);
    above.rowSpan = table.row - above.row + 1;
    return { ...base, place: above, isContinued: true };
  }
  if (beside && beside.row === table.row && !base.isTakenOut) {
    beside.columnSpan += columns;
    return { ...base, place: beside, isContinued: true };
  }
  const place = base.isTakenOut ? unplaced : newPlace(story, table, columns);
  if (vertical && !base.isTakenOut) table.above.set(place.column, place);
  return { ...base, place, isContinued: false };
}
const unplaced: CellPlace = { table: 1, row: 1, column: 1, rowSpan: 1, columnSpan: 1, header: false };

function continuedAbove(table: OpenTable, columns: number): CellPlace | undefined {
  const place = table.above.get(table.column);
  const next = table.hasRowBegun ? table.row : table.row + 1;
  const fits =
    place && place.columnSpan === columns && place.row + place.rowSpan === next && place.rowSpan < mostSpanned;
  return fits ? place : undefined;
}

function beginRow(table: OpenTable): void {
  if (table.hasRowBegun) return;
  table.hasRowBegun = true;
  table.row += 1;
}

function newPlace(story: Story, table: OpenTable, columnSpan: number): CellPlace {
  beginRow(table);
  table.number ??= ++story.tables;
  const { number, row, column, isHeaderRow } = table;
  const place: CellPlace = { table: number, row, column, rowSpan: 1, columnSpan, header: isHeaderRow };
  for (let covered = column; covered < column + columnSpan; covered++) table.above.delete(covered);
  table.places.push(place);
  return place;
}

/** Ends a cell: one without words gets an empty block, so that the table keeps its shape. */
export function closeCell(story: Story, table: OpenTable, cell: OpenCell): void {
  if (cell.isTakenOut) return;
  table.column += cell.columns;
  if (!cell.isContinued && story.blocks.length === cell.firstBlock) pushEmpty(story, cell.place);
}

/** Rows that only go on with the cells above them are not rows of their own: no screen could show them. */
export function closeTable(table: OpenTable): void {
  const rows = [...new Set(table.places.map((place) => place.row))].sort((a, b) => a - b);
  if (rows.length === table.row) return;
  const rank = new Map(rows.map((row, index) => [row, index + 1]));
  for (const place of table.places) {
    const end = place.row + place.rowSpan;
    place.rowSpan = rows.filter((row) => row >= place.row && row < end).length;
    place.row = rank.get(place.row) ?? place.row;
  }
}
