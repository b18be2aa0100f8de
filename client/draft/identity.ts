import {
  $getEditor,
  $getNodeByKey,
  $getState,
  $isElementNode,
  $setState,
  type EditorState,
  type ElementNode,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
  RootNode,
} from 'lexical';
import { newId, type ParagraphId } from '../../shared/ids.ts';
import { type BlockBefore, type BlockNow, settleIds } from '../../shared/text/identity.ts';
import { $blocks, $idOf, $isBlock, $labelOf, $setLabel } from './blocks.ts';
import { blockNodes, idState, typedState } from './schema.ts';

/**
 * Keeps the ids of paragraphs through what is done in this editor (rules in `shared/text/identity.ts`).
 * Changes of others and undo skip transforms, so only the client that made a change gives ids to it.
 * Typing inside a block touches no block itself and costs nothing here.
 */
export function keepParagraphIds(editor: LexicalEditor, freshId: () => ParagraphId = newId): () => void {
  const touched = new Set<NodeKey>();
  const note = (node: ElementNode) => {
    touched.add(node.getKey());
  };
  return mergeRegister(
    ...blockNodes.map((klass) => editor.registerNodeTransform(klass, note)),
    editor.registerNodeTransform(RootNode, () => {
      const keys = [...touched];
      touched.clear();
      if (keys.some($needsSettling)) $settle(freshId);
    }),
  );
}

/** Whether a touched block may break the order of ids: it is new, was empty, or has no id or another one than before. */
function $needsSettling(key: NodeKey): boolean {
  const node = $getNodeByKey(key);
  if (!$isBlock(node) || !node.isAttached()) return false;
  const past = pastOf(key);
  return past === null || past.isEmpty || past.id === null || past.id !== $idOf(node);
}

function $settle(freshId: () => ParagraphId): void {
  const past = $getEditor().getEditorState();
  const before = past.read(() => new Map([...$blocks()].map((block) => [block.getKey(), $beforeOf(block)])));
  const blocks = [...$blocks()];
  const now: BlockNow[] = blocks.map((block) => ({
    key: block.getKey(),
    id: $idOf(block),
    isEmpty: block.isEmpty(),
    source: sourceOf(block, past, before),
  }));
  const settled = settleIds(now, before, freshId);
  for (const block of blocks) {
    const answer = settled.get(block.getKey());
    if (!answer) continue;
    const heir = answer.heirOf === null ? undefined : before.get(answer.heirOf);
    $setState(block, idState, answer.id);
    $setLabel(block, heir?.label ?? null, heir?.typed ?? null);
  }
}

interface LabelledBefore extends BlockBefore {
  label: string | null;
  typed: string | null;
}

function $beforeOf(block: ElementNode): LabelledBefore {
  const label = $labelOf(block);
  return { id: $idOf(block), isEmpty: block.isEmpty(), label, typed: $getState(block, typedState) ?? label };
}

function pastOf(key: NodeKey): LabelledBefore | null {
  return $getEditor()
    .getEditorState()
    .read(() => {
      const node = $getNodeByKey(key);
      return $isBlock(node) ? $beforeOf(node) : null;
    });
}

/** The block in which the first words of this one stood before the change. */
function sourceOf(block: ElementNode, past: EditorState, before: ReadonlyMap<NodeKey, BlockBefore>): NodeKey | null {
  const first = block.getFirstChild();
  const known =
    first &&
    [first, $isElementNode(first) ? first.getFirstDescendant() : null].find(
      (node) => node && past._nodeMap.has(node.getKey()),
    );
  let at = known ? past._nodeMap.get(known.getKey()) : undefined;
  while (at && !before.has(at.__key)) at = at.__parent === null ? undefined : past._nodeMap.get(at.__parent);
  return at?.__key ?? null;
}
