import { useCallback } from 'react';
import type { Paragraph } from '../../../shared/text/paragraph.ts';
import { sectionsOf } from '../../papers/outline.ts';
import { threadsIn } from '../../threads/entries.ts';
import type { ReviewModel } from './use-review.ts';
import { useReviewKeys } from './use-review-keys.ts';

/** Moving through the page: thread by thread, section by section, and what the keys do. */
export function useSteps(review: ReviewModel): (by: 1 | -1) => void {
  const { notes, focusId, sheet, byId, show, paragraphs, threads } = review;
  const { view, going } = sheet;
  const reading = () => view.get().paragraphId;
  const step = useCallback(
    (by: 1 | -1) => {
      const inOrder = threadsIn(notes.entries);
      const at = inOrder.findIndex((thread) => thread.id === focusId);
      const from = view.get().paragraphId;
      const order = paragraphs.findIndex((paragraph) => paragraph.id === from);
      const nearest = inOrder.find((thread) => notes.spotOf(thread.anchor).order >= order);
      const next = at === -1 ? (nearest ?? inOrder.at(-1)) : inOrder[at + by];
      if (next) show(next.id);
    },
    [notes, focusId, paragraphs, view, show],
  );
  const focusParagraph = () => {
    const thread = threads.find((each) => each.id === focusId);
    return thread ? notes.spotOf(thread.anchor).paragraphId : null;
  };
  const here = () => byId.get(focusParagraph() ?? reading() ?? '');
  useReviewKeys({
    step,
    section: (by) => {
      const next = sectionBeside(paragraphs, reading(), by);
      if (next) going.toParagraph(next.id);
    },
    comment: () => {
      const paragraph = here();
      review.compose(sheet.selection ?? (paragraph ? { paragraphId: paragraph.id } : null));
    },
    commentAnywhere: () => review.compose(sheet.editor.current?.anchorFromSelection() ?? sheet.selection),
    find: () => review.setDialog({ kind: 'find' }),
    edit: review.mayEdit
      ? () => {
          const paragraph = here();
          if (paragraph) review.edit(paragraph.id);
        }
      : null,
    escape: () => {
      if (review.listOf !== null) return review.setListOf(null);
      const paragraphId = focusParagraph();
      review.goToThread(null);
      if (paragraphId !== null)
        document.querySelector<HTMLElement>(`.beside-chip[data-of="${CSS.escape(paragraphId)}"]`)?.focus();
    },
  });
  return step;
}

/** The heading of the next section, or of this one and then the one before. */
function sectionBeside(paragraphs: readonly Paragraph[], currentId: string | null, by: 1 | -1): Paragraph | undefined {
  const order = new Map<string, number>(paragraphs.map((paragraph, at) => [paragraph.id, at]));
  const here = currentId === null ? 0 : (order.get(currentId) ?? 0);
  const headings = sectionsOf(paragraphs).map((section) => section.heading);
  const orderOf = (heading: Paragraph) => order.get(heading.id) ?? 0;
  return by === 1
    ? headings.find((heading) => orderOf(heading) > here)
    : headings.findLast((heading) => orderOf(heading) < here);
}
