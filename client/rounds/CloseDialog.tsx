import { useState } from 'react';
import { newId } from '../../shared/ids.ts';
import type { Round } from '../../shared/rounds/contract.ts';
import { useNow } from '../base/clock.ts';
import { amountLeft, inZone } from '../base/dates.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Dialog } from '../base/ui/Dialog.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import type { RoundDialogProps } from './dialog-props.ts';
import { useRoundDeed } from './queries.ts';

/** Closes a round before its time: a recorded decision with a reason. It would close by itself. */
export function CloseDialog({
  paperId,
  group,
  round,
  openMembers,
  onExtend,
  onClose,
}: RoundDialogProps & { round: Round; openMembers: number; onExtend: () => void }) {
  const say = useLanguage();
  const now = useNow();
  const deed = useRoundDeed(paperId);
  const [key, setKey] = useState(() => newId<string>());
  const [reason, setReason] = useState('');
  const words = reason.trim();
  const go = () => {
    if (words === '') return;
    const { closesAt, acceptsLate, observersMayComment } = round;
    deed.mutate(
      { id: round.id, key, closesAt, acceptsLate, observersMayComment, close: true, reason: words },
      { onSuccess: onClose, onError: () => setKey(newId()) },
    );
  };
  return (
    <Dialog
      isOpen
      isAlert
      size="slim"
      onClose={onClose}
      onSubmit={go}
      title={say('rounds.close.title', { number: round.number })}
      lead={say('rounds.close.lead', {
        when: inZone(round.closesAt, group.zone, group.place),
        amount: amountLeft(round.closesAt, now, say),
      })}
      actions={
        <>
          <Button kind="main" type="submit" isDisabled={words === ''} isPending={deed.isPending}>
            {say('rounds.close.go', { number: round.number })}
          </Button>
          <Button onPress={onExtend}>{say('rounds.close.instead')}</Button>
          <Button kind="bare" onPress={onClose}>
            {say('base.cancel')}
          </Button>
        </>
      }
    >
      <div className="say-warn">
        <Icon name="warn" />
        <b>{say('rounds.close.open', { count: openMembers })}</b>
        <span>{say(round.acceptsLate ? 'rounds.close.late' : 'rounds.close.refused')}</span>
      </div>
      <TextField
        label={say('rounds.reason')}
        hint={say('rounds.reason-hint')}
        help={say('rounds.close.reason-needed')}
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
