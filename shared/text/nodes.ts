import * as Y from 'yjs';
import { DRAFT_ROOT } from '../draft/contract.ts';
import type { Run } from './paragraph.ts';

/**
 * The shape of a draft in Yjs, as `@lexical/yjs` V2 (0.52) makes it: an XmlElement for each node, its
 * properties as attributes `__name` where they differ from the default, its state as `s_<key>`, and one
 * XmlText for each run of neighbouring text nodes, whose formats stand in the delta attributes `p` and `i`.
 */
export const NODE = {
  heading: 'heading',
  paragraph: 'paragraph',
  list: 'list',
  listItem: 'listitem',
  table: 'table',
  row: 'tablerow',
  cell: 'tablecell',
  link: 'link',
  lineBreak: 'linebreak',
} as const;

/** Node names that a draft may hold; an update with another is refused at the door. */
export const NODE_NAMES: ReadonlySet<string> = new Set([...Object.values(NODE), 'tab']);

/** Attributes that a node may carry. `__dir`, `__style` and the rest are what Lexical itself may set. */
export const ATTRIBUTE_NAMES: ReadonlySet<string> = new Set(
  'id label typed level'
    .split(' ')
    .map((key) => `s_${key}`)
    .concat(
      'tag format indent dir style textFormat textStyle listType start value checked marker url rel target title headerState colSpan rowSpan width height backgroundColor verticalAlign rowStriping frozenColumnCount frozenRowCount colWidths slots'
        .split(' ')
        .map((name) => `__${name}`),
    ),
);

export const BOLD = 1;
export const ITALIC = 2;
export const UNDERLINE = 8;

export type DraftNode = Y.XmlElement | Y.XmlText;

/** The root element of a draft. */
export function rootOf(doc: Y.Doc): Y.XmlElement {
  return doc.get(DRAFT_ROOT, Y.XmlElement) as Y.XmlElement;
}

/** The children that a draft may have: elements and texts, in order. */
export function childrenOf(element: Y.XmlElement): DraftNode[] {
  return element
    .toArray()
    .filter((child): child is DraftNode => child instanceof Y.XmlElement || child instanceof Y.XmlText);
}

/** An attribute as text, or undefined. Lexical stores numbers as numbers, so both are read. */
export function attributeOf(element: Y.XmlElement, name: string): string | undefined {
  const value: unknown = element.getAttribute(name);
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' ? String(value) : undefined;
}

/** An attribute as a whole number of at least `least`, else `otherwise`. */
export function numberOf(element: Y.XmlElement, name: string, otherwise: number, least = 0): number {
  const value = Number(attributeOf(element, name) ?? Number.NaN);
  return Number.isInteger(value) && value >= least ? value : otherwise;
}

/** Whether an element is a block that carries a paragraph id: text of its own, not the wrapper of a nested list. */
export function isBlock(element: Y.XmlElement): boolean {
  if (element.nodeName === NODE.paragraph || element.nodeName === NODE.heading) return true;
  return element.nodeName === NODE.listItem && !isListWrapper(element);
}

/** A list item that only holds a nested list. */
export function isListWrapper(element: Y.XmlElement): boolean {
  const children = childrenOf(element);
  return (
    children.length > 0 && children.every((child) => child instanceof Y.XmlElement && child.nodeName === NODE.list)
  );
}

/** Every block of a draft in document order. */
export function* blocksOf(element: Y.XmlElement): Generator<Y.XmlElement> {
  for (const child of childrenOf(element)) {
    if (!(child instanceof Y.XmlElement)) continue;
    if (isBlock(child)) yield child;
    if (child.nodeName !== NODE.paragraph && child.nodeName !== NODE.heading && child.nodeName !== NODE.link)
      yield* blocksOf(child);
  }
}

/** The format bits of a run, as Lexical counts them. */
export function formatBits(run: Run): number {
  return (run.bold ? BOLD : 0) + (run.italic ? ITALIC : 0) + (run.underline ? UNDERLINE : 0);
}
