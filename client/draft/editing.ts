import { $toggleLink, TOGGLE_LINK_COMMAND } from '@lexical/link';
import { $isListItemNode, registerList } from '@lexical/list';
import { registerRichText } from '@lexical/rich-text';
import { registerTablePlugin, registerTableSelectionObserver } from '@lexical/table';
import {
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  INDENT_CONTENT_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
  PASTE_COMMAND,
} from 'lexical';
import { safeLink } from '../../shared/text/paragraph.ts';
import { $blockAtCaret } from './blocks.ts';
import { keepParagraphIds } from './identity.ts';
import { $takeLabelAtTab, takeTypedLabels } from './labels.ts';
import { addParagraphAfter, moveBlock } from './moving.ts';
import { tidyText } from './tidy.ts';

/** The longest paste, in UTF-16 units: a frame over 1 MiB would be refused, and what else was typed with it. */
const longestPaste = 500_000;

/** What an editor needs beside the text: typing, lists, tables, links, ids, labels, and the keys of blocks. */
export function equipEditing(editor: LexicalEditor, onPasteTooLong: () => void): () => void {
  return mergeRegister(
    registerRichText(editor),
    registerList(editor),
    registerTablePlugin(editor),
    registerTableSelectionObserver(editor),
    tidyText(editor),
    takeTypedLabels(editor),
    keepParagraphIds(editor),
    editor.registerCommand(TOGGLE_LINK_COMMAND, $link, COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(KEY_TAB_COMMAND, (event) => $tab(editor, event), COMMAND_PRIORITY_LOW),
    editor.registerCommand(KEY_DOWN_COMMAND, (event) => $key(editor, event), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const words = 'clipboardData' in event ? (event.clipboardData?.getData('text/plain') ?? '') : '';
        if (words.length <= longestPaste) return false;
        event.preventDefault();
        onPasteTooLong();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

function $link(wish: string | null | { url: string | null }): boolean {
  const url = typeof wish === 'string' || wish === null ? wish : wish.url;
  if (url === null || safeLink(url) !== undefined) $toggleLink(url, { rel: null });
  return true;
}

/** Tab makes a label of what stands before the caret, else nests a list item; anywhere else it leaves the text, as on any page. */
function $tab(editor: LexicalEditor, event: KeyboardEvent): boolean {
  const isTaken =
    (!event.shiftKey && $takeLabelAtTab()) ||
    ($isListItemNode($blockAtCaret()) &&
      editor.dispatchCommand(event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND, undefined));
  if (isTaken) event.preventDefault();
  return isTaken;
}

/** Alt with up and down moves the paragraph, Ctrl with Enter begins a new one after it, wherever in it the caret stands. */
function $key(editor: LexicalEditor, event: KeyboardEvent): boolean {
  const block = $blockAtCaret();
  if (!block) return false;
  const isAlt = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  const isCtrl = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const key = block.getKey();
  if (isAlt && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    const step = event.key === 'ArrowUp' ? -1 : 1;
    queueMicrotask(() => moveBlock(editor, key, step));
  } else if (isCtrl && event.key === 'Enter') queueMicrotask(() => addParagraphAfter(editor, key));
  else return false;
  event.preventDefault();
  return true;
}
