/** A place between two characters of the drawn text. */
export interface DomPoint {
  node: Node;
  offset: number;
}

/** The block in which a place of the drawn text stands. */
export function blockElementOf(node: Node | null): HTMLElement | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  return element?.closest<HTMLElement>('[data-pid]') ?? null;
}

/** The texts and line breaks of a block as drawn; Lexical's own break at an empty end is none of the text. */
function leavesOf(block: HTMLElement): TreeWalker {
  return document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
    if (node instanceof HTMLBRElement)
      return 'lexicalManagedLinebreak' in node.dataset ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    return node instanceof HTMLUListElement || node instanceof HTMLOListElement
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_SKIP;
  });
}

const unitsOf = (leaf: Node): number => (leaf instanceof Text ? leaf.data.length : 1);

/** How many UTF-16 units of the block's text stand before a place in it; a line break is one. */
export function offsetIn(block: HTMLElement, point: DomPoint): number {
  const walker = leavesOf(block);
  let units = 0;
  for (let leaf = walker.nextNode(); leaf !== null; leaf = walker.nextNode()) {
    if (leaf === point.node) return units + (leaf instanceof Text ? Math.min(point.offset, leaf.data.length) : 0);
    if (isAtOrAfter(leaf, point)) return units;
    units += unitsOf(leaf);
  }
  return units;
}

/** Whether a leaf begins at or after a place that lies between children of an element. */
function isAtOrAfter(leaf: Node, point: DomPoint): boolean {
  const next = point.node.childNodes[point.offset];
  if (next) return next === leaf || next.contains(leaf) || isBefore(next, leaf);
  return isBefore(point.node, leaf) && !point.node.contains(leaf);
}

const isBefore = (one: Node, other: Node): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** The place in the drawn block after so many units of its text; `end` prefers the end of a text to the start of the next. */
export function pointAt(block: HTMLElement, offset: number, prefer: 'start' | 'end'): DomPoint {
  const walker = leavesOf(block);
  let left = offset;
  let last: DomPoint = { node: block, offset: 0 };
  for (let leaf = walker.nextNode(); leaf !== null; leaf = walker.nextNode()) {
    const units = unitsOf(leaf);
    if (left < units || (left === units && prefer === 'end')) return pointIn(leaf, left);
    left -= units;
    last = pointIn(leaf, units);
  }
  return last;
}

function pointIn(leaf: Node, units: number): DomPoint {
  if (leaf instanceof Text) return { node: leaf, offset: units };
  const parent = leaf.parentNode ?? leaf;
  return { node: parent, offset: [...parent.childNodes].indexOf(leaf as ChildNode) + units };
}
