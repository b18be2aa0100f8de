import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Dialog } from '../base/ui/Dialog.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';

/** Asks once before a deed that cannot be taken back; its button repeats the deed, the other one says what stays. */
export function ConfirmDialog({
  title,
  lead,
  keep,
  isPending,
  problem,
  onConfirm,
  onClose,
}: {
  title: string;
  lead: string;
  keep?: string;
  isPending: boolean;
  problem: Error | null;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const say = useLanguage();
  return (
    <Dialog
      isOpen
      isAlert
      size="slim"
      onClose={onClose}
      title={title}
      lead={lead}
      actions={
        <>
          <Button kind="danger" isPending={isPending} onPress={onConfirm}>
            {title}
          </Button>
          <Button onPress={onClose}>{keep ?? say('base.cancel')}</Button>
        </>
      }
    >
      {problem && <ProblemNote problem={problem} />}
    </Dialog>
  );
}
