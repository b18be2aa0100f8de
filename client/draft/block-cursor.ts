import type { ParagraphId } from '../../shared/ids.ts';
import { blockElementOf, pointAt } from './offsets.ts';
import type { ParagraphIndex } from './paragraph-index.ts';

interface CursorDeeds {
  /** Whether the text is being read; while it is edited, keys belong to the editor. */
  isReading: () => boolean;
  onComment: (id: ParagraphId) => void;
}
/** What an arrow key extends a selection by: with Ctrl (or Alt on a Mac) by words, up and down by lines. */
const directions: Record<string, [direction: string, granularity: string]> = {
  ArrowLeft: ['left', 'character'],
  ArrowRight: ['right', 'character'],
  ArrowUp: ['backward', 'line'],
  ArrowDown: ['forward', 'line'],
};

/**
 * Reading by keyboard: arrows up and down go from paragraph to paragraph (which gets the real focus, so a
 * screen reader says it), Enter comments on it, Shift with arrows selects words in it.
 */
export function blockCursor(root: HTMLElement, index: ParagraphIndex, deeds: CursorDeeds): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (!deeds.isReading() || event.defaultPrevented || event.metaKey) return;
    const at = focusedParagraph(root);
    if (event.shiftKey) {
      if (event.key in directions && extendSelection(root, index, at, event)) event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.altKey) return;
    if (event.key === 'Enter' && at !== null) {
      event.preventDefault();
      deeds.onComment(at);
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const next = index.neighbour(at, event.key === 'ArrowDown' ? 1 : -1);
    if (!next) return;
    event.preventDefault();
    focusBlock(index, next.id);
  };
  root.addEventListener('keydown', onKey);
  return () => root.removeEventListener('keydown', onKey);
}

/** Gives a paragraph of the text that is read the focus, and brings it into view. */
export function focusBlock(index: ParagraphIndex, id: ParagraphId): void {
  const block = index.elementOf(id);
  if (!block) return;
  block.tabIndex = -1;
  // A block that stays focusable would take the focus from the editor when it is clicked later.
  block.addEventListener('blur', () => block.removeAttribute('tabindex'), { once: true });
  block.focus({ preventScroll: true });
  block.scrollIntoView({ block: 'nearest' });
}

export function focusedParagraph(root: HTMLElement): ParagraphId | null {
  const block = root.contains(document.activeElement) ? blockElementOf(document.activeElement) : null;
  return (block?.dataset.pid as ParagraphId | undefined) ?? null;
}

/** Extends the selection as Shift with arrows does in a text field; from no selection it begins at the paragraph's start. */
function extendSelection(
  root: HTMLElement,
  index: ParagraphIndex,
  at: ParagraphId | null,
  event: KeyboardEvent,
): boolean {
  const selection = document.getSelection();
  const [direction, granularity] = directions[event.key] ?? [];
  if (!selection || direction === undefined || granularity === undefined) return false;
  if (!selection.anchorNode || !root.contains(selection.anchorNode) || selection.isCollapsed) {
    const block = at === null ? null : index.elementOf(at);
    if (!block) return false;
    const start = pointAt(block, 0, 'start');
    selection.collapse(start.node, start.offset);
  }
  const byWord = granularity === 'character' && (event.ctrlKey || event.altKey);
  selection.modify('extend', direction, byWord ? 'word' : granularity);
  return true;
}
