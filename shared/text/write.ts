import * as Y from 'yjs';
import { attributeOf, blocksOf, childrenOf, type DraftNode, NODE, rootOf } from './nodes.ts';
import type { Block, Run } from './paragraph.ts';
import { textOf } from './paragraph.ts';
import { longestIncreasing } from './sequence.ts';
import { type Inline, pieceAttributes, type Target, targetOf } from './target.ts';
import { fewestEdits } from './words.ts';

/**
 * Brings a draft to the given blocks by the fewest edits: what is the same is not touched, so carets,
 * formats and other people's anchors stay. One Yjs transaction. `readDraft` then gives these blocks.
 */
export function writeDraft(doc: Y.Doc, blocks: readonly Block[], origin?: unknown): void {
  doc.transact(() => reconcileChildren(rootOf(doc), targetOf(blocks)), origin);
}

/**
 * Gives every block an id that no other has: missing ones and the later of two equal ones get a fresh one.
 * @returns how many blocks were given one; 0 leaves the draft untouched.
 */
export function repairIds(doc: Y.Doc, freshId: () => string, origin?: unknown): number {
  let repaired = 0;
  doc.transact(() => {
    const seen = new Set<string>();
    for (const block of blocksOf(rootOf(doc))) {
      let id = attributeOf(block, 's_id');
      if (id === undefined || seen.has(id) || !/^[A-Za-z0-9_-]{1,64}$/.test(id)) {
        id = freshId();
        block.setAttribute('s_id', id);
        repaired += 1;
      }
      seen.add(id);
    }
  }, origin);
  return repaired;
}

function reconcileChildren(parent: Y.XmlElement, targets: readonly Target[]): void {
  const existing = childrenOf(parent);
  const kept = pairUp(existing, targets);
  for (let at = existing.length - 1; at >= 0; at--) if (!kept.has(at)) parent.delete(at, 1);
  const nodeFor = new Map([...kept].map(([at, target]) => [target, existing[at]]));
  targets.forEach((target, place) => {
    const node = nodeFor.get(target);
    if (node instanceof Y.XmlElement) reconcile(node, target);
    else parent.insert(place, [elementFor(target)]);
  });
}

/** Which existing child becomes which target: those that share a block id, as many as keep their order. */
function pairUp(existing: readonly DraftNode[], targets: readonly Target[]): Map<number, Target> {
  const whereIs = new Map<string, number>();
  existing.forEach((node, at) => {
    if (node instanceof Y.XmlElement) for (const id of idsIn(node)) if (!whereIs.has(id)) whereIs.set(id, at);
  });
  const used = new Set<number>();
  const pairs: { at: number; target: Target }[] = [];
  for (const target of targets) {
    const at = target.ids
      .map((id) => whereIs.get(id))
      .find((found) => found !== undefined && !used.has(found) && isLike(existing[found], target));
    if (at === undefined) continue;
    used.add(at);
    pairs.push({ at, target });
  }
  return new Map(longestIncreasing(pairs.map((pair) => pair.at)).map((index) => pairAt(pairs, index)));
}

function pairAt(pairs: readonly { at: number; target: Target }[], index: number): [number, Target] {
  const pair = pairs[index] as { at: number; target: Target };
  return [pair.at, pair.target];
}

/** A node can become a target only if it has its name: Yjs cannot rename an element. A wrapper item is no item. */
function isLike(node: DraftNode | undefined, target: Target): boolean {
  return (
    node instanceof Y.XmlElement &&
    node.nodeName === target.name &&
    (attributeOf(node, 's_id') === undefined) === (target.inline === undefined)
  );
}

function idsIn(element: Y.XmlElement): string[] {
  const own = attributeOf(element, 's_id');
  const inside = [...blocksOf(element)].map((block) => attributeOf(block, 's_id')).filter((id) => id !== undefined);
  return own === undefined ? inside : [own, ...inside];
}

function reconcile(element: Y.XmlElement, target: Target): void {
  setAttributes(element, target.attributes);
  if (target.inline) reconcileInline(element, target.inline);
  else reconcileChildren(element, target.children);
}

/** Only what the text knows is set or taken away; what Lexical keeps beside it (direction, widths) stays. */
function setAttributes(element: Y.XmlElement, wanted: Target['attributes']): void {
  const ours = [
    's_id',
    's_label',
    's_typed',
    's_level',
    '__tag',
    '__listType',
    '__start',
    '__value',
    '__headerState',
    '__colSpan',
    '__rowSpan',
  ];
  for (const name of ours) {
    const value = wanted[name];
    if (value === undefined) {
      if (element.getAttribute(name) !== undefined) element.removeAttribute(name);
    } else if (attributeOf(element, name) !== String(value)) element.setAttribute(name, value as string);
  }
}

function elementFor(target: Target): Y.XmlElement {
  const element = new Y.XmlElement(target.name);
  for (const [name, value] of Object.entries(target.attributes)) element.setAttribute(name, value as string);
  const children = target.inline ? target.inline.map(inlineNode) : target.children.map(elementFor);
  if (children.length > 0) element.insert(0, children);
  return element;
}

function inlineNode(inline: Inline): DraftNode {
  if (inline.kind === 'text') return textNode(inline.runs);
  const element = new Y.XmlElement(inline.kind === 'link' ? NODE.link : NODE.lineBreak);
  if (inline.kind === 'link') {
    element.setAttribute('__url', inline.url);
    element.insert(0, [textNode(inline.runs)]);
  }
  return element;
}

function textNode(runs: readonly Run[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(textDelta(runs));
  return text;
}

/** Words first: where texts, breaks and links stand as before, only words change; else what differs in the middle is made anew. */
function reconcileInline(block: Y.XmlElement, wanted: readonly Inline[]): void {
  const existing = childrenOf(block);
  if (existing.length === wanted.length && existing.every((node, at) => isSameSort(node, wanted[at]))) {
    existing.forEach((node, at) => {
      updateInline(node, wanted[at] as Inline);
    });
    return;
  }
  let start = 0;
  while (start < existing.length && start < wanted.length && isEqual(existing[start], wanted[start])) start++;
  let end = 0;
  while (
    end < existing.length - start &&
    end < wanted.length - start &&
    isEqual(existing[existing.length - 1 - end], wanted[wanted.length - 1 - end])
  )
    end++;
  const stale = existing.slice(start, existing.length - end);
  const fresh = wanted.slice(start, wanted.length - end);
  const [first] = stale;
  const [firstWanted] = fresh;
  if (first instanceof Y.XmlText && firstWanted?.kind === 'text') {
    updateText(first, firstWanted.runs);
    start += 1;
    stale.shift();
    fresh.shift();
  }
  if (stale.length > 0) block.delete(start, stale.length);
  if (fresh.length > 0) block.insert(start, fresh.map(inlineNode));
}

function isSameSort(node: DraftNode, wanted: Inline | undefined): boolean {
  if (node instanceof Y.XmlText) return wanted?.kind === 'text';
  if (node.nodeName === NODE.lineBreak) return wanted?.kind === 'lineBreak';
  const [child, ...others] = childrenOf(node);
  return (
    wanted?.kind === 'link' &&
    node.nodeName === NODE.link &&
    attributeOf(node, '__url') === wanted.url &&
    child instanceof Y.XmlText &&
    others.length === 0
  );
}

function isEqual(node: DraftNode | undefined, wanted: Inline | undefined): boolean {
  if (!node || !isSameSort(node, wanted) || !wanted || wanted.kind === 'lineBreak')
    return node !== undefined && isSameSort(node, wanted);
  const text = node instanceof Y.XmlText ? node : childrenOf(node)[0];
  return text instanceof Y.XmlText && JSON.stringify(text.toDelta()) === JSON.stringify(textDelta(wanted.runs));
}

function textDelta(runs: readonly Run[]): { insert: string; attributes?: object }[] {
  return runs.map((run, index) => {
    const { p, i } = pieceAttributes(run, index);
    const attributes = { ...(p && { p }), ...(i !== null && { i }) };
    return Object.keys(attributes).length > 0 ? { insert: run.text, attributes } : { insert: run.text };
  });
}

function updateInline(node: DraftNode, wanted: Inline): void {
  if (wanted.kind === 'lineBreak') return;
  const text = node instanceof Y.XmlText ? node : childrenOf(node)[0];
  if (text instanceof Y.XmlText) updateText(text, wanted.runs);
}

function updateText(text: Y.XmlText, runs: readonly Run[]): void {
  const older = (text.toDelta() as { insert?: unknown }[])
    .map((piece) => (typeof piece.insert === 'string' ? piece.insert : '\uFFFC'))
    .join('');
  const edits = [...fewestEdits(older, textOf(runs))].sort((a, b) => b.at - a.at);
  for (const edit of edits) {
    if (edit.remove > 0) text.delete(edit.at, edit.remove);
    if (edit.insert !== '') text.insert(edit.at, edit.insert);
  }
  const wanted = JSON.stringify(textDelta(runs));
  if (JSON.stringify(text.toDelta()) === wanted) return;
  text.applyDelta(
    runs.map((run, index) => ({ retain: run.text.length, attributes: { ...pieceAttributes(run, index), t: null } })),
  );
}
