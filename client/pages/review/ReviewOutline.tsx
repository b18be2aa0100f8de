import { paperAddress } from '../../base/place.ts';
import { PaperOutline } from '../../papers/PaperOutline.tsx';
import { useViewed } from './sheet-view.ts';
import type { ReviewModel } from './use-review.ts';

/** The outline of the review page; it follows what is read. `around` is done before one goes somewhere. */
export function ReviewOutline({
  review,
  around = (go) => go(),
}: {
  review: ReviewModel;
  around?: (go: () => void) => void;
}) {
  const { notes, paragraphs, paper, posted, sheet, show, isEditing } = review;
  const currentId = useViewed(sheet.view, (view) => view.paragraphId);
  const version = paper.newestVersion;
  const changed =
    version && posted.changed !== null
      ? { count: posted.changed, version: version.name, to: `${paperAddress(paper.id)}/compare/${version.id}/draft` }
      : null;
  const showFirst = (threads: readonly { id: string }[]) => () => {
    const [first] = threads;
    if (first) around(() => show(first.id));
  };
  return (
    <PaperOutline
      facts={{
        paragraphs,
        openOn: notes.openOn,
        openOnPaper: notes.openOnPaper.length,
        openOnDeleted: notes.openOnDeleted.length,
        open: notes.open,
        answered: notes.answered,
        changed,
      }}
      currentId={currentId}
      isEditing={isEditing}
      onGo={(id) => around(() => sheet.going.toParagraph(id))}
      onPaper={showFirst(notes.openOnPaper)}
      onDeleted={showFirst(notes.openOnDeleted)}
    />
  );
}
