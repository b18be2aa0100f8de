import { useState } from 'react';
import { newId } from '../../shared/ids.ts';
import type { Round } from '../../shared/rounds/contract.ts';
import { serverNow } from '../base/clock.ts';
import { dayAndTime, inZone } from '../base/dates.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Checkbox } from '../base/ui/Checkbox.tsx';
import { DateTimeField } from '../base/ui/DateTimeField.tsx';
import { Dialog } from '../base/ui/Dialog.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import { weeksLater } from './clocks.ts';
import type { RoundDialogProps } from './dialog-props.ts';
import { useRoundDeed } from './queries.ts';
import { SameInstant } from './SameInstant.tsx';

const usualWeeks = 2;

/** Gives a round more time. The old instant stays visible, the reason is read by everybody. */
export function ExtendDialog({ paperId, group, round, onClose }: RoundDialogProps & { round: Round }) {
  const say = useLanguage();
  const deed = useRoundDeed(paperId);
  const [key, setKey] = useState(() => newId<string>());
  const isClosed = Date.parse(round.closesAt) <= serverNow();
  const [closesAt, setClosesAt] = useState<string | null>(() => weeksLater(round.closesAt, usualWeeks, group.zone));
  const [acceptsLate, setAcceptsLate] = useState(round.acceptsLate);
  const [reason, setReason] = useState('');
  const isLater = closesAt !== null && Date.parse(closesAt) > Math.max(Date.parse(round.closesAt), serverNow());
  const isReady = isLater && reason.trim() !== '';
  const go = () => {
    if (!isReady || closesAt === null) return;
    const { observersMayComment } = round;
    deed.mutate(
      { id: round.id, key, closesAt, acceptsLate, observersMayComment, reason: reason.trim() },
      { onSuccess: onClose, onError: () => setKey(newId()) },
    );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      onSubmit={go}
      title={say('rounds.extend.title', { number: round.number })}
      lead={say(isClosed ? 'rounds.extend.lead-closed' : 'rounds.extend.lead', {
        when: inZone(round.closesAt, group.zone, group.place),
      })}
      actions={
        <>
          <Button kind="main" type="submit" isDisabled={!isReady} isPending={deed.isPending}>
            {closesAt === null
              ? say('rounds.extend.title', { number: round.number })
              : say('rounds.extend.go', { when: dayAndTime(closesAt, group.zone) })}
          </Button>
          <Button kind="bare" onPress={onClose}>
            {say('base.cancel')}
          </Button>
        </>
      }
    >
      <DateTimeField
        label={say('rounds.extend.closes')}
        value={closesAt}
        onChange={setClosesAt}
        minValue={round.closesAt}
        {...group}
      />
      {closesAt !== null && <SameInstant isMore from={round.closesAt} to={closesAt} group={group} />}
      <TextField
        label={say('rounds.reason')}
        hint={say('rounds.reason-hint')}
        value={reason}
        onChange={setReason}
        lines={2}
        maxLength={2000}
        isRequired
      />
      <Checkbox isSelected={acceptsLate} onChange={setAcceptsLate}>
        {say('rounds.extend.late')}
      </Checkbox>
      <ProblemNote problem={deed.error} />
    </Dialog>
  );
}
