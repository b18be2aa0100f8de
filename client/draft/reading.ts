import { $isLinkNode } from '@lexical/link';
import { $isListItemNode, $isListNode, type ListNode } from '@lexical/list';
import { $isHeadingNode } from '@lexical/rich-text';
import { $isTableCellNode, $isTableNode, $isTableRowNode, type TableNode } from '@lexical/table';
import {
  $getRoot,
  $getState,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
  type TextNode,
} from 'lexical';
import type { ParagraphId } from '../../shared/ids.ts';
import {
  type Block,
  type CellPlace,
  type ListPlace,
  normalRuns,
  type Run,
  textOf,
} from '../../shared/text/paragraph.ts';
import { $isListWrapper } from './blocks.ts';
import { idState, labelState, levelState, typedState } from './schema.ts';

/** A block with the key of its node. */
export interface ReadBlock {
  key: NodeKey;
  block: Block;
}
type RunsOf = (node: ElementNode) => Run[];
interface Reader {
  blocks: ReadBlock[];
  runsOf: RunsOf;
  tables: number;
  unnamed: number;
}

/**
 * Reads the blocks of the editor's text in their order: the same values as `readDraft` gives for its Y.Doc
 * (a test compares both). `runsOf` may remember the words of blocks that have not changed.
 */
export function $readBlocks(runsOf: RunsOf = $runsOf): ReadBlock[] {
  const reader: Reader = { blocks: [], runsOf, tables: 0, unnamed: 0 };
  for (const child of $getRoot().getChildren()) $readNode(reader, child);
  return reader.blocks;
}

function $readNode(reader: Reader, node: LexicalNode, cell?: CellPlace): void {
  if (!$isElementNode(node)) return;
  if ($isListNode(node)) return $readList(reader, node, 1, cell);
  if ($isTableNode(node)) return $readTable(reader, node, cell);
  if (!$isHeadingNode(node)) return $add(reader, node, 'paragraph', null, { cell });
  const level = Number(node.getTag().slice(1)) - 1;
  if (level < 1) return $add(reader, node, 'title', null, { cell });
  $add(reader, node, 'heading', $getState(node, levelState) ?? level, { cell });
}

function $readList(reader: Reader, list: ListNode, level: number, cell?: CellPlace): void {
  const type = list.getListType() === 'bullet' ? 'bullet' : 'number';
  const start = list.getStart();
  const place: ListPlace = type === 'number' && start !== 1 ? { type, start } : { type };
  let number = start;
  for (const item of list.getChildren()) {
    if (!$isListItemNode(item)) continue;
    if (!$isListWrapper(item)) {
      const computed = type === 'number' ? `${number++})` : null;
      $add(reader, item, 'listItem', level, { cell, list: place, computed });
    }
    for (const child of item.getChildren()) if ($isListNode(child)) $readList(reader, child, level + 1, cell);
  }
}

/** Cells get the grid places of HTML tables: a cell takes the first column that no span from above fills. */
function $readTable(reader: Reader, table: TableNode, outer?: CellPlace): void {
  const number = ++reader.tables;
  const taken = new Set<string>();
  let row = 0;
  for (const line of table.getChildren()) {
    if (!$isTableRowNode(line)) continue;
    row += 1;
    let column = 1;
    for (const cell of line.getChildren()) {
      if (!$isTableCellNode(cell)) continue;
      while (taken.has(`${row}/${column}`)) column += 1;
      const rowSpan = Math.min(Math.max(cell.getRowSpan(), 1), 1000);
      const columnSpan = Math.min(Math.max(cell.getColSpan(), 1), 1000);
      for (let r = 0; r < rowSpan; r++) for (let c = 0; c < columnSpan; c++) taken.add(`${row + r}/${column + c}`);
      const header = cell.getHeaderStyles() > 0;
      const place = outer ?? { table: number, row, column, rowSpan, columnSpan, header };
      for (const child of cell.getChildren()) $readNode(reader, child, place);
    }
  }
}

function $add(
  reader: Reader,
  node: ElementNode,
  kind: Block['kind'],
  level: number | null,
  at: { cell?: CellPlace; list?: ListPlace; computed?: string | null },
): void {
  const label = $getState(node, labelState);
  const runs = reader.runsOf(node);
  const id = $getState(node, idState) ?? (`unnamed-${++reader.unnamed}` as ParagraphId);
  const block: Block = {
    id,
    kind,
    level,
    label: label ?? at.computed ?? null,
    labelAsTyped: $getState(node, typedState) ?? label,
    text: textOf(runs),
    runs,
    ...(at.list && { list: at.list }),
    ...(at.cell && { cell: at.cell }),
  };
  reader.blocks.push({ key: node.getKey(), block });
}

/** The words of a block with their formats; the lists nested in a list item are blocks of their own. */
export function $runsOf(block: ElementNode): Run[] {
  const children = block.getChildren();
  return normalRuns($inline($isListItemNode(block) ? children.filter((child) => !$isListNode(child)) : children));
}

function $inline(nodes: readonly LexicalNode[], link?: string): Run[] {
  return nodes.flatMap((node): Run[] => {
    if ($isLineBreakNode(node)) return [{ text: '\n' }];
    if ($isTextNode(node)) return [$run(node, link)];
    if (!$isElementNode(node)) return [];
    return $inline(node.getChildren(), $isLinkNode(node) ? node.getURL() || undefined : link);
  });
}

function $run(node: TextNode, link?: string): Run {
  return {
    text: node.getTextContent(),
    ...(node.hasFormat('bold') && { bold: true as const }),
    ...(node.hasFormat('italic') && { italic: true as const }),
    ...(node.hasFormat('underline') && { underline: true as const }),
    ...(link !== undefined && { link }),
  };
}
