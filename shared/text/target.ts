import { formatBits, NODE } from './nodes.ts';
import type { Block, Run } from './paragraph.ts';
import { normalRuns } from './paragraph.ts';

/** What a draft should hold, as a tree of plain values: `write.ts` brings the Yjs tree to it. */
export interface Target {
  name: string;
  attributes: Record<string, string | number>;
  /** The ids of the blocks in it, in order: by these it is found again in the draft. */
  ids: string[];
  children: Target[];
  /** The words of a block; undefined for lists, tables, rows and cells. */
  inline?: Inline[];
}
export type Inline = { kind: 'text'; runs: Run[] } | { kind: 'lineBreak' } | { kind: 'link'; url: string; runs: Run[] };

/** The tree of a text: lists nested by level, tables by cell, everything else block by block. */
export function targetOf(blocks: readonly Block[]): Target[] {
  const targets: Target[] = [];
  let at = 0;
  while (at < blocks.length) {
    const block = blocks[at] as Block;
    const end = endOfGroup(blocks, at);
    const group = blocks.slice(at, end);
    if (block.cell) targets.push(tableTarget(group));
    else if (block.kind === 'listItem') targets.push(...listTargets(group, 1));
    else targets.push(blockTarget(block));
    at = end;
  }
  return targets;
}

function endOfGroup(blocks: readonly Block[], start: number): number {
  const first = blocks[start] as Block;
  let end = start + 1;
  for (; end < blocks.length; end++) {
    const next = blocks[end] as Block;
    if (
      first.cell
        ? next.cell?.table !== first.cell.table
        : first.kind !== 'listItem' || next.kind !== 'listItem' || next.cell
    )
      break;
  }
  return end;
}

function blockTarget(block: Block): Target {
  const attributes: Target['attributes'] = { s_id: block.id };
  if (block.label !== null && block.labelAsTyped !== null) {
    attributes.s_label = block.label;
    if (block.labelAsTyped !== block.label) attributes.s_typed = block.labelAsTyped;
  }
  let name: string = NODE.paragraph;
  if (block.kind === 'title') name = NODE.heading;
  if (block.kind === 'listItem') name = NODE.listItem;
  if (block.kind === 'heading') {
    const level = Math.max(1, block.level ?? 1);
    name = NODE.heading;
    attributes.__tag = `h${Math.min(level + 1, 6)}`;
    if (level > 5) attributes.s_level = level;
  }
  return { name, attributes, ids: [block.id], children: [], inline: inlineOf(block.runs) };
}

/** Lists of one level; an item deeper than its list is nested in a wrapper item, as Lexical does it. */
function listTargets(items: readonly Block[], level: number): Target[] {
  const lists: Target[] = [];
  let list: Target | null = null;
  let type: string | null = null;
  let number = 1;
  let at = 0;
  while (at < items.length) {
    const item = items[at] as Block;
    const isDeeper = (item.level ?? 1) > level;
    const itemType = item.list?.type ?? 'bullet';
    if (!list || (!isDeeper && itemType !== type && type !== null)) {
      const place: Block['list'] = isDeeper ? { type: itemType } : (item.list ?? { type: 'bullet' });
      list = { name: NODE.list, attributes: listAttributes(place), ids: [], children: [] };
      type = isDeeper ? null : itemType;
      number = place.type === 'number' ? (place.start ?? 1) : 1;
      lists.push(list);
    }
    let child: Target;
    if (isDeeper) {
      let end = at;
      while (end < items.length && ((items[end] as Block).level ?? 1) > level) end++;
      const nested = listTargets(items.slice(at, end), level + 1);
      child = {
        name: NODE.listItem,
        attributes: itemValue(number),
        ids: nested.flatMap((n) => n.ids),
        children: nested,
      };
      at = end;
    } else {
      child = blockTarget(item);
      Object.assign(child.attributes, itemValue(number++));
      at += 1;
    }
    list.children.push(child);
    list.ids.push(...child.ids);
  }
  return lists;
}

/** Lexical numbers its items itself and writes what differs from 1; giving the same spares every editor a change. */
const itemValue = (number: number): Record<string, number> => (number === 1 ? {} : { __value: number });

function listAttributes(place: NonNullable<Block['list']>): Record<string, string | number> {
  if (place.type === 'bullet') return { __listType: 'bullet', __tag: 'ul' };
  return place.start !== undefined && place.start !== 1 ? { __start: place.start } : {};
}

function tableTarget(blocks: readonly Block[]): Target {
  const rows = new Map<number, Map<number, Block[]>>();
  for (const block of blocks) {
    if (!block.cell) continue;
    const row = rows.get(block.cell.row) ?? new Map<number, Block[]>();
    rows.set(block.cell.row, row);
    row.set(block.cell.column, [...(row.get(block.cell.column) ?? []), block]);
  }
  const children = [...rows.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, cells]) => {
      const cellTargets = [...cells.entries()].sort(([a], [b]) => a - b).map(([, content]) => cellTarget(content));
      return { name: NODE.row, attributes: {}, ids: cellTargets.flatMap((cell) => cell.ids), children: cellTargets };
    });
  return { name: NODE.table, attributes: {}, ids: children.flatMap((row) => row.ids), children };
}

function cellTarget(content: readonly Block[]): Target {
  const place = content[0]?.cell;
  const attributes: Target['attributes'] = {};
  if (place?.header) attributes.__headerState = 1;
  if (place && place.columnSpan > 1) attributes.__colSpan = place.columnSpan;
  if (place && place.rowSpan > 1) attributes.__rowSpan = place.rowSpan;
  const children = targetOf(content.map(({ cell: _, ...block }) => block));
  return { name: NODE.cell, attributes, ids: content.map((block) => block.id), children };
}

/** Runs as Lexical holds them: texts, line breaks between them, links around them. */
function inlineOf(runs: readonly Run[]): Inline[] {
  const inline: Inline[] = [];
  for (const run of normalRuns(runs)) {
    const { link, ...plain } = run;
    const parts = run.text.split('\n');
    parts.forEach((text, index) => {
      if (index > 0) inline.push({ kind: 'lineBreak' });
      if (text === '') return;
      const last = inline.at(-1);
      const piece: Run = { ...plain, text };
      if (link !== undefined) {
        if (last?.kind === 'link' && last.url === link) last.runs.push(piece);
        else inline.push({ kind: 'link', url: link, runs: [piece] });
      } else if (last?.kind === 'text') last.runs.push(piece);
      else inline.push({ kind: 'text', runs: [piece] });
    });
  }
  return inline;
}

/** The delta attributes of the pieces of one text, as Lexical writes them: the format, and a number that keeps neighbours apart. */
export function pieceAttributes(run: Run, index: number): { p: { __format: number } | null; i: number | null } {
  const bits = formatBits(run);
  return { p: bits === 0 ? null : { __format: bits }, i: index > 0 ? index : null };
}
