import type { ComponentProps } from 'react';
import { paperAddress } from '../../base/place.ts';
import type { PaperOutline } from '../../papers/PaperOutline.tsx';
import type { ReviewModel } from './use-review.ts';

/** What the outline shows, beside the text and in its sheet alike. */
export function outlineProps(review: ReviewModel): ComponentProps<typeof PaperOutline> {
  const { notes, paragraphs, paper, posted, sheet, show, isEditing } = review;
  const version = paper.newestVersion;
  const changed =
    version && posted.changed !== null
      ? { count: posted.changed, version: version.name, to: `${paperAddress(paper.id)}/compare/${version.id}/draft` }
      : null;
  const showFirst = (threads: readonly { id: string }[]) => () => {
    const [first] = threads;
    if (first) show(first.id);
  };
  return {
    facts: {
      paragraphs,
      openOn: notes.openOn,
      openOnPaper: notes.openOnPaper.length,
      openOnDeleted: notes.openOnDeleted.length,
      open: notes.open,
      answered: notes.answered,
      changed,
    },
    currentId: sheet.view.paragraphId,
    isEditing,
    onGo: sheet.going.toParagraph,
    onPaper: showFirst(notes.openOnPaper),
    onDeleted: showFirst(notes.openOnDeleted),
  };
}
