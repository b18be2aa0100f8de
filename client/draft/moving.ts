import { $createListItemNode, $isListItemNode } from '@lexical/list';
import {
  $createParagraphNode,
  $getNodeByKey,
  $isElementNode,
  $parseSerializedNode,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type SerializedLexicalNode,
} from 'lexical';
import { $blockByKey, $isBlock, $isListWrapper, $offsetAtCaret, $selectInBlock } from './blocks.ts';

interface Move {
  unit: SerializedLexicalNode[];
  keys: NodeKey[];
  target: NodeKey;
  caret: number | null;
}

/**
 * Moves a block over its neighbour: a list item with the items nested under it, anything else over a whole
 * list or table. Two updates, because in one V2 would pair blocks by position and rewrite every block between.
 * @returns false where there is no neighbour on that side
 */
export function moveBlock(editor: LexicalEditor, key: NodeKey, step: 1 | -1): boolean {
  const move = editor.getEditorState().read(() => $planMove(key, step));
  if (!move) return false;
  editor.update(
    () => {
      for (const one of move.keys) $getNodeByKey(one)?.remove();
    },
    { discrete: true },
  );
  editor.update(
    () => {
      const target = $getNodeByKey(move.target);
      const nodes = move.unit.map((json) => $parseSerializedNode(json));
      if (!target) return;
      for (const node of step === -1 ? nodes : nodes.toReversed())
        step === -1 ? target.insertBefore(node) : target.insertAfter(node);
      const [block] = nodes;
      if (move.caret !== null && $isBlock(block)) $selectInBlock(block, move.caret);
    },
    { discrete: true },
  );
  return true;
}

export function canMove(editor: LexicalEditor, key: NodeKey, step: 1 | -1): boolean {
  return editor.getEditorState().read(() => $planMove(key, step) !== null);
}

function $planMove(key: NodeKey, step: 1 | -1): Move | null {
  const block = $blockByKey(key);
  if (!block) return null;
  const unit = $unitOf(block);
  const last = unit.at(-1) ?? block;
  let target = step === -1 ? block.getPreviousSibling() : last.getNextSibling();
  while (step === -1 && $isListWrapper(target) && target.getPreviousSibling()) target = target.getPreviousSibling();
  if (!target) return null;
  const over = step === 1 ? ($unitOf(target).at(-1) ?? target) : target;
  return {
    unit: unit.map($exported),
    keys: unit.map((one) => one.getKey()),
    target: over.getKey(),
    caret: $offsetAtCaret(block),
  };
}

/** A block with what goes with it: a list item's nested items stand in the item after it. */
function $unitOf(node: LexicalNode): LexicalNode[] {
  const next = $isListItemNode(node) ? node.getNextSibling() : null;
  return $isListWrapper(next) && !$isListWrapper(node) ? [node, next] : [node];
}

/** A node as it would be copied: its own id and label go with it. */
function $exported(node: LexicalNode): SerializedLexicalNode {
  const json = node.exportJSON();
  return $isElementNode(node) ? Object.assign(json, { children: node.getChildren().map($exported) }) : json;
}

/** A new empty paragraph after a block (a list item after an item), with the caret in it. */
export function addParagraphAfter(editor: LexicalEditor, key: NodeKey): void {
  editor.update(() => {
    const block = $blockByKey(key);
    if (!block) return;
    const fresh = $isListItemNode(block) ? $createListItemNode() : $createParagraphNode();
    ($unitOf(block).at(-1) ?? block).insertAfter(fresh);
    fresh.select();
  });
}

/** Takes a block out of the text. The only block of a cell, or of the whole text, is emptied instead. */
export function deleteBlock(editor: LexicalEditor, key: NodeKey): void {
  editor.update(() => {
    const block = $blockByKey(key);
    if (!block) return;
    const parent = block.getParent();
    if (!$isListItemNode(block) && parent?.getChildrenSize() === 1) return void block.clear().select();
    $caretBeside(block)?.selectStart();
    block.remove();
  });
}

function $caretBeside(block: ElementNode): ElementNode | null {
  const beside = block.getNextSibling() ?? block.getPreviousSibling();
  return $isElementNode(beside) ? beside : null;
}
