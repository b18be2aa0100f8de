import * as Y from 'yjs';
import type { ParagraphId } from '../ids.ts';
import { addressed } from './address.ts';
import { attributeOf, BOLD, childrenOf, ITALIC, isListWrapper, NODE, numberOf, rootOf, UNDERLINE } from './nodes.ts';
import type { Block, CellPlace, ListPlace, Paragraph, Run } from './paragraph.ts';
import { normalRuns, textOf } from './paragraph.ts';

/**
 * Reads a draft: its blocks in document order, addressed. Needs no editor.
 * A block without an id is called `unnamed-<n>` until the server gives it one; nothing is written here.
 * Unknown nodes are read as paragraphs, so that no word is ever left out.
 */
export function readDraft(doc: Y.Doc): Paragraph[] {
  const reader: Reader = { blocks: [], tables: 0, unnamed: 0 };
  for (const child of childrenOf(rootOf(doc))) readNode(reader, child, {});
  return addressed(reader.blocks);
}

interface Reader {
  blocks: Block[];
  tables: number;
  unnamed: number;
}
interface Surroundings {
  cell?: CellPlace;
}

function readNode(reader: Reader, node: Y.XmlElement | Y.XmlText, around: Surroundings): void {
  if (node instanceof Y.XmlText) return addBlock(reader, null, 'paragraph', null, readInline([node]), around);
  if (node.nodeName === NODE.list) return readList(reader, node, 1, around);
  if (node.nodeName === NODE.table) return readTable(reader, node, around);
  const runs = readInline(childrenOf(node));
  if (node.nodeName !== NODE.heading) return addBlock(reader, node, 'paragraph', null, runs, around);
  const level = Number((attributeOf(node, '__tag') ?? 'h1').slice(1)) - 1;
  if (level < 1) return addBlock(reader, node, 'title', null, runs, around);
  addBlock(reader, node, 'heading', numberOf(node, 's_level', level, 1), runs, around);
}

function readList(reader: Reader, list: Y.XmlElement, level: number, around: Surroundings): void {
  const type = attributeOf(list, '__listType') === 'bullet' ? 'bullet' : 'number';
  const start = numberOf(list, '__start', 1);
  const place: ListPlace = type === 'number' && start !== 1 ? { type, start } : { type };
  let number = start;
  for (const item of childrenOf(list)) {
    if (!(item instanceof Y.XmlElement)) continue;
    const children = childrenOf(item);
    if (!isListWrapper(item)) {
      const inline = children.filter((child) => !(child instanceof Y.XmlElement && child.nodeName === NODE.list));
      const computed = type === 'number' ? `${number++})` : null;
      addBlock(reader, item, 'listItem', level, readInline(inline), around, place, computed);
    }
    for (const child of children)
      if (child instanceof Y.XmlElement && child.nodeName === NODE.list) readList(reader, child, level + 1, around);
  }
}

/** Cells get the grid places of HTML tables: a cell takes the first column that no span from above fills. */
function readTable(reader: Reader, table: Y.XmlElement, around: Surroundings): void {
  const number = ++reader.tables;
  const taken = new Set<string>();
  let row = 0;
  for (const line of childrenOf(table)) {
    if (!(line instanceof Y.XmlElement)) continue;
    row += 1;
    let column = 1;
    for (const cell of childrenOf(line)) {
      if (!(cell instanceof Y.XmlElement)) continue;
      while (taken.has(`${row}/${column}`)) column += 1;
      const rowSpan = Math.min(numberOf(cell, '__rowSpan', 1, 1), 1000);
      const columnSpan = Math.min(numberOf(cell, '__colSpan', 1, 1), 1000);
      for (let r = 0; r < rowSpan; r++) for (let c = 0; c < columnSpan; c++) taken.add(`${row + r}/${column + c}`);
      const header = numberOf(cell, '__headerState', 0) > 0;
      const place = around.cell ?? { table: number, row, column, rowSpan, columnSpan, header };
      for (const child of childrenOf(cell)) readNode(reader, child, { cell: place });
    }
  }
}

function addBlock(
  reader: Reader,
  node: Y.XmlElement | null,
  kind: Block['kind'],
  level: number | null,
  runs: Run[],
  around: Surroundings,
  list?: ListPlace,
  computed: string | null = null,
): void {
  const label = node ? (attributeOf(node, 's_label') ?? null) : null;
  const typed = node ? (attributeOf(node, 's_typed') ?? label) : null;
  const id = (node && attributeOf(node, 's_id')) || `unnamed-${++reader.unnamed}`;
  reader.blocks.push({
    id: id as ParagraphId,
    kind,
    level,
    label: label ?? computed,
    labelAsTyped: typed,
    text: textOf(runs),
    runs,
    ...(list && { list }),
    ...(around.cell && { cell: around.cell }),
  });
}

function readInline(nodes: readonly (Y.XmlElement | Y.XmlText)[], link?: string): Run[] {
  const runs: Run[] = [];
  for (const node of nodes) {
    if (node instanceof Y.XmlText) runs.push(...readText(node, link));
    else if (node.nodeName === NODE.lineBreak) runs.push({ text: '\n' });
    else if (node.nodeName === 'tab') runs.push({ text: '\t' });
    else if (node.nodeName === NODE.link) runs.push(...readInline(childrenOf(node), attributeOf(node, '__url')));
    else runs.push(...readInline(childrenOf(node), link));
  }
  return normalRuns(runs);
}

interface Piece {
  insert?: unknown;
  attributes?: { p?: { __format?: unknown } | null };
}

function readText(text: Y.XmlText, link?: string): Run[] {
  const runs: Run[] = [];
  for (const piece of text.toDelta() as Piece[]) {
    if (typeof piece.insert !== 'string') continue;
    const format = Number(piece.attributes?.p?.__format ?? 0) || 0;
    runs.push({
      text: piece.insert,
      ...(format & BOLD ? { bold: true as const } : {}),
      ...(format & ITALIC ? { italic: true as const } : {}),
      ...(format & UNDERLINE ? { underline: true as const } : {}),
      ...(link !== undefined && { link }),
    });
  }
  return runs;
}
