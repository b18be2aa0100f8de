import type { Paragraph } from '../../shared/text/paragraph.ts';

/** Where a list item stands: how deep, in which list, and its number there. */
export interface ItemPlace {
  /** From 1; never more than one deeper than the item before. */
  level: number;
  type: 'bullet' | 'number';
  /** Counts the lists of the text. */
  list: number;
  start: number;
  number: number;
}

interface OpenList extends ItemPlace {
  depth: number;
}

/**
 * The places of all list items, by the paragraph's index. Items follow each other until another kind of block or
 * another cell comes; at one level another mark, or another first number, begins a new list.
 */
export function itemPlaces(paragraphs: readonly Paragraph[]): Map<number, ItemPlace> {
  const places = new Map<number, ItemPlace>();
  let open: OpenList[] = [];
  let lists = 0;
  let before: Paragraph | undefined;
  paragraphs.forEach((paragraph, at) => {
    if (before?.kind !== 'listItem' || !isSameCell(before, paragraph)) open = [];
    before = paragraph;
    if (paragraph.kind !== 'listItem') return;
    const depth = paragraph.level ?? 1;
    const type = paragraph.list?.type ?? 'bullet';
    const start = type === 'number' ? (paragraph.list?.start ?? 1) : 1;
    open = open.filter((list) => list.depth <= depth);
    let list = open.at(-1)?.depth === depth ? open.pop() : undefined;
    if (!list || list.type !== type || list.start !== start)
      list = { depth, level: open.length + 1, type, list: ++lists, start, number: start };
    else list = { ...list, number: list.number + 1 };
    open.push(list);
    const { level, number } = list;
    places.set(at, { level, type, list: list.list, start, number });
  });
  return places;
}

function isSameCell(a: Paragraph, b: Paragraph): boolean {
  return a.cell?.table === b.cell?.table && a.cell?.row === b.cell?.row && a.cell?.column === b.cell?.column;
}

/** The label as it is written before the words; null where there is none, or where the list's own number is it. */
export function writtenLabel(paragraph: Paragraph): string | null {
  if (paragraph.labelAsTyped !== null) return paragraph.labelAsTyped;
  return paragraph.kind === 'listItem' && paragraph.list?.type === 'number' ? null : paragraph.label;
}
