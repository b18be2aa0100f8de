import { useLanguage } from '../../base/language.ts';
import { usePresence } from '../../base/live.ts';
import { Button } from '../../base/ui/Button.tsx';
import { Dialog } from '../../base/ui/Dialog.tsx';
import { RoundDialog } from '../../rounds/RoundDialog.tsx';
import { FreezeDialog } from '../../versions/FreezeDialog.tsx';
import { FindDialog } from './FindDialog.tsx';
import { ReviewOutline } from './ReviewOutline.tsx';
import type { ReviewModel } from './use-review.ts';

/** The dialog that is open over the review page, if one is. */
export function PaperDialogs({ review, nextName }: { review: ReviewModel; nextName: string }) {
  const { paper, group, round, dialog, setDialog, personId } = review;
  const others = usePresence(paper.id).filter((person) => person.personId !== personId).length;
  const close = () => setDialog(null);
  if (dialog === null) return null;
  if (dialog.kind === 'find') {
    return (
      <FindDialog
        paragraphs={review.paragraphs}
        threads={review.threads}
        onParagraph={review.sheet.going.toParagraph}
        onThread={review.show}
        onClose={close}
      />
    );
  }
  if (dialog.kind === 'outline') return <OutlineSheet review={review} onClose={close} />;
  if (dialog.kind === 'freeze') {
    const { saved } = review.sheet;
    return (
      <FreezeDialog
        paperId={paper.id}
        throughUpdate={saved?.through ?? null}
        isSaved={saved === null || saved.state.kind === 'saved'}
        nextName={nextName}
        onClose={close}
      />
    );
  }
  return (
    <RoundDialog
      key={dialog.change}
      change={dialog.change}
      paperId={paper.id}
      group={group}
      round={round}
      version={paper.newestVersion?.name ?? null}
      openMembers={others}
      onInstead={(change) => setDialog({ kind: 'round', change })}
      onClose={close}
    />
  );
}

/** The outline where the page has no room for it beside the text. */
function OutlineSheet({ review, onClose }: { review: ReviewModel; onClose: () => void }) {
  const say = useLanguage();
  const closing = (go: () => void) => {
    onClose();
    requestAnimationFrame(go);
  };
  return (
    <Dialog
      isOpen
      size="slim"
      onClose={onClose}
      title={<bdi>{review.paper.symbol}</bdi>}
      actions={<Button onPress={onClose}>{say('base.close')}</Button>}
    >
      <ReviewOutline review={review} around={closing} />
    </Dialog>
  );
}
