import { useState } from 'react';
import type { PaperPage } from '../../shared/papers/contract.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Dialog } from '../base/ui/Dialog.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import { useWithdrawPaper } from './deeds.ts';

/** Withdraws a paper: it cannot be brought back, so the reason is asked for and the button says the deed. */
export function WithdrawPaperDialog({ paper, onClose }: { paper: PaperPage; onClose: () => void }) {
  const say = useLanguage();
  const deed = useWithdrawPaper(paper.id);
  const [reason, setReason] = useState('');
  const words = reason.trim();
  return (
    <Dialog
      isOpen
      isAlert
      size="slim"
      onClose={onClose}
      onSubmit={() => {
        if (words !== '') deed.mutate({ reason: words }, { onSuccess: onClose });
      }}
      title={say('paper.withdraw.title', { symbol: paper.symbol })}
      lead={say('paper.withdraw.lead')}
      actions={
        <>
          <Button kind="danger" type="submit" isDisabled={words === ''} isPending={deed.isPending}>
            {say('paper.withdraw.title', { symbol: paper.symbol })}
          </Button>
          <Button onPress={onClose}>{say('paper.withdraw.keep')}</Button>
        </>
      }
    >
      <TextField
        label={say('paper.withdraw.reason')}
        hint={say('paper.withdraw.reason-hint')}
        value={reason}
        onChange={setReason}
        lines={2}
        maxLength={2000}
        isRequired
      />
      <ProblemNote problem={deed.error} />
    </Dialog>
  );
}
