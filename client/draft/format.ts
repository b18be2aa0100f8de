import { $isLinkNode } from '@lexical/link';
import {
  $isListItemNode,
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@lexical/list';
import { $createHeadingNode, $isHeadingNode, type HeadingTagType } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $isTableCellNode } from '@lexical/table';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  type ElementNode,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { useCallback, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { $blockOf } from './blocks.ts';

/** What a block can be made. Deeper headings than 5 come from imports only and are shown as the fifth. */
export const blockStyles = ['paragraph', 'title', 'heading1', 'heading2', 'heading3', 'heading4', 'heading5'] as const;
export type BlockStyle = (typeof blockStyles)[number];

const tagOf: Record<Exclude<BlockStyle, 'paragraph'>, HeadingTagType> = {
  title: 'h1',
  heading1: 'h2',
  heading2: 'h3',
  heading3: 'h4',
  heading4: 'h5',
  heading5: 'h6',
};

/** How the words at the caret are formatted, and what can be undone. */
export interface FormatState {
  style: BlockStyle;
  list: 'bullet' | 'number' | null;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  /** The address of the link at the caret. */
  link: string | null;
  isInTable: boolean;
  hasWords: boolean;
  canUndo: boolean;
  canRedo: boolean;
}

type AtCaret = Omit<FormatState, 'canUndo' | 'canRedo'>;
const nowhere: AtCaret = {
  style: 'paragraph',
  list: null,
  bold: false,
  italic: false,
  underline: false,
  link: null,
  isInTable: false,
  hasWords: false,
};

/** The format at the caret, kept up with the editor. It is compared as text, so that typing draws no bar anew. */
export function useFormat(editor: LexicalEditor, history: Y.UndoManager | null): FormatState {
  const subscribe = useCallback(
    (changed: () => void) => {
      history?.on('stack-item-added', changed);
      history?.on('stack-item-popped', changed);
      return mergeRegister(editor.registerUpdateListener(changed), () => {
        history?.off('stack-item-added', changed);
        history?.off('stack-item-popped', changed);
      });
    },
    [editor, history],
  );
  const words = useSyncExternalStore(subscribe, () => {
    const at = editor.getEditorState().read(() => $formatAtCaret());
    return JSON.stringify({ ...at, canUndo: history?.canUndo() ?? false, canRedo: history?.canRedo() ?? false });
  });
  return JSON.parse(words) as FormatState;
}

function $formatAtCaret(): AtCaret {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return nowhere;
  const node = selection.focus.getNode();
  const block = $blockOf(node);
  const list = $isListItemNode(block) ? block.getParent() : null;
  const link = $findMatchingParent(node, $isLinkNode);
  return {
    style: styleOf(block),
    list: $isListNode(list) ? (list.getListType() === 'bullet' ? 'bullet' : 'number') : null,
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    underline: selection.hasFormat('underline'),
    link: link?.getURL() ?? null,
    isInTable: $findMatchingParent(node, $isTableCellNode) !== null,
    hasWords: !selection.isCollapsed(),
  };
}

function styleOf(block: ElementNode | null): BlockStyle {
  if (!$isHeadingNode(block)) return 'paragraph';
  const tag = block.getTag();
  return blockStyles.find((style) => style !== 'paragraph' && tagOf[style] === tag) ?? 'paragraph';
}

/** Makes the chosen blocks paragraphs, headings or the title. Their ids and labels stay (`identity.ts`). */
export function setStyle(editor: LexicalEditor, style: BlockStyle): void {
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    $setBlocksType(selection, () =>
      style === 'paragraph' ? $createParagraphNode() : $createHeadingNode(tagOf[style]),
    );
  });
}

/** Makes the chosen blocks a list, or takes them out of it when they are one of this kind already. */
export function toggleList(editor: LexicalEditor, wanted: 'bullet' | 'number', now: FormatState['list']): void {
  const command = wanted === 'bullet' ? INSERT_UNORDERED_LIST_COMMAND : INSERT_ORDERED_LIST_COMMAND;
  editor.dispatchCommand(now === wanted ? REMOVE_LIST_COMMAND : command, undefined);
}
