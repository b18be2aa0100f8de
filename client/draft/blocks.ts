import { $isListItemNode, $isListNode, type ListItemNode } from '@lexical/list';
import { $isHeadingNode } from '@lexical/rich-text';
import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $getState,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  $setState,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { ParagraphId } from '../../shared/ids.ts';
import { idState, labelState, typedState } from './schema.ts';

/** A list item that only holds a nested list: the way Lexical nests, and no block of its own. */
export function $isListWrapper(node: LexicalNode | null | undefined): node is ListItemNode {
  if (!$isListItemNode(node)) return false;
  const children = node.getChildren();
  return children.length > 0 && children.every($isListNode);
}

/** Whether a node is a block: words of its own, and so an id, a label and an address. */
export function $isBlock(node: LexicalNode | null | undefined): node is ElementNode {
  if ($isParagraphNode(node) || $isHeadingNode(node)) return true;
  return $isListItemNode(node) && !$isListWrapper(node);
}

/** The block in which a node stands, itself included. */
export function $blockOf(node: LexicalNode | null): ElementNode | null {
  let at = node;
  while (at !== null && !$isBlock(at)) at = at.getParent();
  return at;
}

/** Every block of the text, in its order. */
export function* $blocks(parent: ElementNode = $getRoot()): Generator<ElementNode> {
  for (let child = parent.getFirstChild(); child !== null; child = child.getNextSibling()) {
    if ($isBlock(child)) yield child;
    else if ($isElementNode(child)) yield* $blocks(child);
  }
}

export function $blockByKey(key: NodeKey): ElementNode | null {
  const node = $getNodeByKey(key);
  return $isBlock(node) && node.isAttached() ? node : null;
}

export const $idOf = (node: LexicalNode): ParagraphId | null => $getState(node, idState);
export const $labelOf = (node: LexicalNode): string | null => $getState(node, labelState);

/** Gives a block its label; `typed` is how it was typed, kept only where it differs. */
export function $setLabel(block: ElementNode, label: string | null, typed: string | null = label): void {
  if ($labelOf(block) !== label) $setState(block, labelState, label);
  const kept = typed === label ? null : typed;
  if ($getState(block, typedState) !== kept) $setState(block, typedState, kept);
}

/** The block with the caret (where several are selected, the one where the selection ends). */
export function $blockAtCaret(): ElementNode | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? $blockOf(selection.focus.getNode()) : null;
}

/** Where in the words of a block the caret stands, or null when it is not in it. Line breaks count as one unit. */
export function $offsetAtCaret(block: ElementNode): number | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !block.is($blockOf(selection.focus.getNode()))) return null;
  const { key, offset, type } = selection.focus;
  let units = 0;
  for (const leaf of $leaves(block)) {
    if (leaf.getKey() === key) return units + offset;
    if (type === 'element' && leaf.getParent()?.getKey() === key && leaf.getIndexWithinParent() >= offset) return units;
    units += $unitsOf(leaf);
  }
  return units;
}

/** Puts the caret after so many units of a block's words. */
export function $selectInBlock(block: ElementNode, offset: number): void {
  let left = offset;
  for (const leaf of $leaves(block)) {
    if ($isTextNode(leaf) && left <= leaf.getTextContentSize()) return void leaf.select(left, left);
    left -= $unitsOf(leaf);
  }
  block.selectEnd();
}

/** The texts and line breaks of a block, in order, those in links included. */
export function* $leaves(parent: ElementNode): Generator<LexicalNode> {
  for (const child of parent.getChildren()) {
    if (!$isElementNode(child)) yield child;
    else if (!$isListNode(child)) yield* $leaves(child);
  }
}

const $unitsOf = (leaf: LexicalNode): number => ($isTextNode(leaf) ? leaf.getTextContentSize() : 1);
