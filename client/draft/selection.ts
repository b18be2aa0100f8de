import type { ParagraphId } from '../../shared/ids.ts';
import { anchorFor, type WishedAnchor } from '../../shared/text/anchor.ts';
import { blockElementOf, offsetIn, pointAt } from './offsets.ts';
import type { ParagraphIndex } from './paragraph-index.ts';
import { carriedOver } from './unsaved.ts';

/** One end of a selection, by the text instead of by what is drawn. */
interface TextPoint {
  paragraphId: ParagraphId;
  offset: number;
}

/** The range selected inside the text, or null: nothing, only a caret, or something beside the text. */
function rangeIn(root: HTMLElement): Range | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  return root.contains(range.startContainer) && root.contains(range.endContainer) ? range : null;
}

/**
 * What is selected, as an anchor: the words in the first paragraph that the selection touches. White space
 * at the ends (a double click takes it along) is left out. Null where nothing is selected.
 */
export function anchorFromSelection(root: HTMLElement, index: ParagraphIndex): WishedAnchor | null {
  const range = rangeIn(root);
  if (!range) return null;
  for (const block of root.querySelectorAll<HTMLElement>('[data-pid]')) {
    if (!range.intersectsNode(block)) continue;
    const paragraph = index.find(block.dataset.pid as ParagraphId);
    if (!paragraph) continue;
    const isIn = (node: Node) => block.contains(node);
    const start = isIn(range.startContainer)
      ? offsetIn(block, { node: range.startContainer, offset: range.startOffset })
      : 0;
    const end = isIn(range.endContainer)
      ? offsetIn(block, { node: range.endContainer, offset: range.endOffset })
      : paragraph.text.length;
    const words = paragraph.text.slice(start, end);
    const from = start + (words.length - words.trimStart().length);
    if (words.trim() !== '') return anchorFor(paragraph, from, from + words.trim().length);
  }
  return null;
}

/**
 * Keeps what a reader has selected while others write. The browser lets go of a selection when the text node
 * under it gets a new value, so both ends are remembered by paragraph and offset, carried through the change,
 * and put back.
 */
export function keepSelection(root: HTMLElement, index: ParagraphIndex, isReading: () => boolean): () => void {
  let kept: { anchor: TextPoint; focus: TextPoint; texts: Map<ParagraphId, string> } | null = null;
  let isPuttingBack = false;
  const remember = () => {
    if (isPuttingBack || !isReading()) return;
    const selection = document.getSelection();
    const [anchor, focus] = [
      textPoint(root, selection?.anchorNode ?? null, selection?.anchorOffset ?? 0),
      textPoint(root, selection?.focusNode ?? null, selection?.focusOffset ?? 0),
    ];
    const isSelected = rangeIn(root) !== null && anchor !== null && focus !== null;
    kept = isSelected ? { anchor, focus, texts: textsOf([anchor, focus], index) } : null;
  };
  const stopListening = index.subscribe(({ dirty, gone }) => {
    if (!kept || !isReading()) return;
    const ends = [kept.anchor, kept.focus];
    if (ends.some((end) => gone.has(end.paragraphId))) kept = null;
    if (!kept || !ends.some((end) => dirty.has(end.paragraphId))) return;
    const { texts } = kept;
    const moved = ends.map((end) => carried(end, texts.get(end.paragraphId) ?? '', index));
    const [anchor, focus] = moved as [TextPoint, TextPoint];
    kept = { anchor, focus, texts: textsOf(moved, index) };
    isPuttingBack = true;
    queueMicrotask(() => {
      if (kept) putBack(kept, index);
      setTimeout(() => {
        isPuttingBack = false;
      });
    });
  });
  document.addEventListener('selectionchange', remember);
  return () => {
    stopListening();
    document.removeEventListener('selectionchange', remember);
  };
}

function textPoint(root: HTMLElement, node: Node | null, offset: number): TextPoint | null {
  const block = node && root.contains(node) ? blockElementOf(node) : null;
  if (!node || !block) return null;
  return { paragraphId: block.dataset.pid as ParagraphId, offset: offsetIn(block, { node, offset }) };
}

const textsOf = (points: readonly TextPoint[], index: ParagraphIndex): Map<ParagraphId, string> =>
  new Map(points.map(({ paragraphId }) => [paragraphId, index.find(paragraphId)?.text ?? '']));

function carried(point: TextPoint, before: string, index: ParagraphIndex): TextPoint {
  const now = index.find(point.paragraphId)?.text ?? '';
  return { ...point, offset: carriedOver(point.offset, before, now) };
}

function putBack({ anchor, focus }: { anchor: TextPoint; focus: TextPoint }, index: ParagraphIndex): void {
  const [from, to] = [anchor, focus].map(({ paragraphId, offset }) => {
    const block = index.elementOf(paragraphId);
    return block ? pointAt(block, offset, 'start') : null;
  });
  if (from && to) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}
