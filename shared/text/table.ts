import type { Paragraph } from './paragraph.ts';

/** A cell as it is drawn: where it begins in its row, how far it reaches, and the blocks in it (none: a hole in the grid). */
export interface TableCell {
  column: number;
  rowSpan: number;
  columnSpan: number;
  header: boolean;
  paragraphs: Paragraph[];
}

/** How many paragraphs from `from` on stand in the same table; 0 outside a table. */
export function tableLength(paragraphs: readonly Paragraph[], from: number): number {
  const table = paragraphs[from]?.cell?.table;
  let end = from;
  while (table !== undefined && paragraphs[end]?.cell?.table === table) end++;
  return end - from;
}

/**
 * The rows of one table, from its blocks in document order.
 *
 * Places may come from anywhere, so nothing is taken on trust: rows and columns in which no cell begins
 * are left out, a span is cut where it would cover another cell, and a cell whose place is taken goes to
 * the next free one. Every block is in exactly one cell. A hole becomes one empty cell as wide as it is,
 * so that a cell far out costs no more than any other.
 */
export function tableRows(paragraphs: readonly Paragraph[]): TableCell[][] {
  const cells = cellsOf(paragraphs);
  const rows = new Scale(cells.map((cell) => cell.row));
  const columns = new Scale(cells.map((cell) => cell.column));
  const begun: PlacedCell[][] = Array.from({ length: rows.length }, () => []);
  for (const cell of cells) begun[rows.below(cell.row)]?.push(cell);
  /** For each column the first row in which it is free again; it grows when a cell is pushed out of the grid. */
  const freeFrom = new Array<number>(columns.length).fill(0);
  const drawnRows = begun.map((unordered, row) => {
    const inRow = unordered.sort((a, b) => a.column - b.column);
    const isFree = (column: number) => (freeFrom[column] ?? 0) <= row;
    const drawn: TableCell[] = [];
    let column = 0;
    const passHoles = (end: number) => {
      for (; column < end; column++) if (isFree(column)) addHole(drawn, column);
    };
    inRow.forEach((cell, at) => {
      passHoles(columns.below(cell.column));
      while (!isFree(column)) column++;
      const next = inRow[at + 1];
      const limit = next ? columns.below(next.column) : columns.length;
      const wanted = column + columns.covered(cell.column, cell.columnSpan);
      let end = column + 1;
      while (end < wanted && end < limit && isFree(end)) end++;
      const rowSpan = rows.covered(cell.row, cell.rowSpan);
      drawn.push({ column, rowSpan, columnSpan: end - column, header: cell.header, paragraphs: cell.paragraphs });
      for (; column < end; column++) freeFrom[column] = row + rowSpan;
    });
    passHoles(freeFrom.length);
    return { drawn, width: freeFrom.length };
  });
  for (const { drawn, width } of drawnRows)
    for (let column = width; column < freeFrom.length; column++) addHole(drawn, column);
  return drawnRows.map(({ drawn }) => drawn);
}

/** How many columns the rows reach over. */
export function tableWidth(rows: readonly (readonly TableCell[])[]): number {
  return rows.reduce((widest, row) => {
    const last = row.at(-1);
    return last ? Math.max(widest, last.column + last.columnSpan) : widest;
  }, 1);
}

interface PlacedCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  header: boolean;
  paragraphs: Paragraph[];
}

function cellsOf(paragraphs: readonly Paragraph[]): PlacedCell[] {
  const cells = new Map<string, PlacedCell>();
  for (const paragraph of paragraphs) {
    const place = paragraph.cell;
    if (!place) continue;
    const key = `${place.row},${place.column}`;
    const cell = cells.get(key) ?? { ...place, paragraphs: [] };
    cell.paragraphs.push(paragraph);
    cells.set(key, cell);
  }
  return [...cells.values()];
}

function addHole(row: TableCell[], column: number): void {
  const last = row.at(-1);
  if (last && last.paragraphs.length === 0 && last.column + last.columnSpan === column) last.columnSpan++;
  else row.push({ column, rowSpan: 1, columnSpan: 1, header: false, paragraphs: [] });
}

/** The row or column numbers in which a cell begins, closed up: gaps between them mean nothing. */
class Scale {
  readonly #numbers: readonly number[];
  constructor(numbers: readonly number[]) {
    this.#numbers = [...new Set(numbers)].sort((a, b) => a - b);
  }
  get length(): number {
    return this.#numbers.length;
  }
  /** How many of the numbers lie below one. For a number of the scale: its place. */
  below(number: number): number {
    let low = 0;
    let high = this.#numbers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#numbers[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  /** How many of the numbers a span covers, its first included. */
  covered(from: number, span: number): number {
    return Math.max(1, this.below(from + span) - this.below(from));
  }
}
