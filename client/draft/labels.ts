import {
  $getEditor,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type LexicalEditor,
  type RangeSelection,
  TextNode,
} from 'lexical';
import { labelFromTyped, typedLabel } from '../../shared/text/address.ts';
import { $isBlock, $setLabel } from './blocks.ts';

interface JustTyped {
  label: string;
  typed: string;
}

/**
 * The label before a blank just typed at the start of a paragraph (`6.12 `, `(a) `, `4<tab>`), or null.
 * A bare number and a space is no label: "16 February" begins so too; with a tab it is one.
 * @param before the words as they were without the blank, which now stands before the caret
 */
export function labelJustTyped(before: string, now: string, caret: number): JustTyped | null {
  const blank = now[caret - 1];
  if (blank !== ' ' && blank !== '\u00a0' && blank !== '\t') return null;
  if (before !== now.slice(0, caret - 1) + now.slice(caret)) return null;
  const found = typedLabel(`${now.slice(0, caret)}x`);
  return found?.length === caret ? { label: found.label, typed: found.labelAsTyped } : null;
}

/** A label as somebody writes it into a field: what people call it, and how it was typed; null for none. */
export function labelFromField(words: string): JustTyped | null {
  const typed = words.trim();
  return typed === '' ? null : { label: labelFromTyped(typed), typed };
}

/** Turns a label typed at the start of a block into the block's label: quotes and comparisons never contain it. */
export function takeTypedLabels(editor: LexicalEditor): () => void {
  return editor.registerNodeTransform(TextNode, (text) => {
    const caret = caretIn(text);
    const found = caret && labelJustTyped(pastWordsOf(text.getKey()), text.getTextContent(), caret.anchor.offset);
    if (caret && found) $take(text, caret.anchor.offset, found);
  });
}

/** The same for the Tab key, which types nothing. @returns whether there was a label to take */
export function $takeLabelAtTab(): boolean {
  const text = $getSelection()?.getNodes()[0];
  const caret = $isTextNode(text) ? caretIn(text) : null;
  if (!$isTextNode(text) || !caret) return false;
  const [words, at] = [text.getTextContent(), caret.anchor.offset];
  const found = labelJustTyped(words, `${words.slice(0, at)}\t${words.slice(at)}`, at + 1);
  if (found) $take(text, at, found);
  return found !== null;
}

/** The caret, if it stands in this text and the text is the first of its block. */
function caretIn(text: TextNode): RangeSelection | null {
  if (!$isBlock(text.getParent()) || text.getPreviousSibling() !== null) return null;
  const selection = $getSelection();
  const isHere = $isRangeSelection(selection) && selection.isCollapsed() && selection.anchor.key === text.getKey();
  return isHere ? selection : null;
}

function $take(text: TextNode, length: number, { label, typed }: JustTyped): void {
  const block = text.getParent();
  text.spliceText(0, length, '', true);
  text.select(0, 0);
  if (text.getTextContentSize() === 0) text.remove();
  if ($isBlock(block)) $setLabel(block, label, typed);
}

function pastWordsOf(key: string): string {
  return $getEditor()
    .getEditorState()
    .read(() => {
      const node = $getNodeByKey(key);
      return $isTextNode(node) ? node.getTextContent() : '';
    });
}
