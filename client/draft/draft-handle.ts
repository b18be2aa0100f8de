import type { ParagraphId, ThreadId } from '../../shared/ids.ts';
import type { Place, WishedAnchor } from '../../shared/text/anchor.ts';
import type { Paragraph } from '../../shared/text/paragraph.ts';
import { focusBlock } from './block-cursor.ts';
import { anchorFromSelection } from './selection.ts';
import type { DraftSession } from './session.ts';

/** What a page may ask of the text that is drawn. Nothing of it changes the text. */
export interface DraftHandle {
  /**
   * How far below the top of the text's own frame something stands, in pixels: a thread at its quote (a deleted
   * paragraph's after the one above it), a paragraph at its first line. Null where it is not drawn.
   */
  topOf: (id: ParagraphId | ThreadId) => number | null;
  /** Brings a quote or a paragraph to the middle of the window. */
  scrollTo: (id: ParagraphId | ThreadId) => void;
  /** Gives a paragraph the focus: the caret while one edits, else the paragraph itself. */
  focusParagraph: (id: ParagraphId) => void;
  anchorFromSelection: () => WishedAnchor | null;
  paragraphs: () => readonly Paragraph[];
  /** Where a thread stands in today's text. */
  placeOf: (id: ThreadId) => Place | undefined;
  /** The element from whose top `topOf` counts. */
  frame: () => HTMLElement | null;
}

export function draftHandle(session: DraftSession | null, frame: () => HTMLElement | null): DraftHandle {
  const target = (id: ParagraphId | ThreadId): Target | null => (session ? targetOf(session, id) : null);
  return {
    topOf: (id) => {
      const found = target(id);
      const origin = frame()?.getBoundingClientRect().top;
      return found && origin !== undefined ? found.top() - origin : null;
    },
    scrollTo: (id) => {
      const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      target(id)?.element.scrollIntoView({ block: 'center', behavior: isCalm ? 'instant' : 'smooth' });
    },
    focusParagraph: (id) => {
      if (!session) return;
      if (session.isEditing) session.putCaret(id);
      else focusBlock(session.index, id);
    },
    anchorFromSelection: () => (session ? anchorFromSelection(session.root, session.index) : null),
    paragraphs: () => session?.index.paragraphs() ?? [],
    placeOf: (id) => session?.highlights.placeOf(id),
    frame,
  };
}

interface Target {
  element: Element;
  /** In pixels of the window. */
  top: () => number;
}

/** A thread is known by its place, anything else is a paragraph. */
function targetOf({ highlights, index }: DraftSession, id: ParagraphId | ThreadId): Target | null {
  const place = highlights.placeOf(id as ThreadId);
  const range = highlights.rangeOf(id as ThreadId);
  const element = index.elementOf(place?.paragraphId ?? (id as ParagraphId));
  if (!element) return null;
  if (place?.how === 'deleted') return { element, top: () => element.getBoundingClientRect().bottom };
  const parent = range?.startContainer.parentElement;
  if (range && parent)
    return { element: parent, top: () => (range.getClientRects()[0] ?? element.getBoundingClientRect()).top };
  return { element, top: () => element.getBoundingClientRect().top };
}
