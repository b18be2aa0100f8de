import { useState } from 'react';
import { newId, type RoundId } from '../../shared/ids.ts';
import { serverNow } from '../base/clock.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Checkbox } from '../base/ui/Checkbox.tsx';
import { DateTimeField } from '../base/ui/DateTimeField.tsx';
import { Dialog } from '../base/ui/Dialog.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { RadioCards } from '../base/ui/RadioCards.tsx';
import { usualClosing } from './clocks.ts';
import type { RoundDialogProps } from './dialog-props.ts';
import { useRoundDeed } from './queries.ts';
import { SameInstant } from './SameInstant.tsx';

const usualWeeks = 2;

/** Opens a round on the newest version; where the draft has moved on, opening freezes one first. */
export function OpenDialog({ paperId, group, round, version, onClose }: RoundDialogProps & { version: string | null }) {
  const say = useLanguage();
  const deed = useRoundDeed(paperId);
  const [id] = useState(() => newId<RoundId>());
  const [now] = useState(() => new Date(serverNow()).toISOString());
  const [isLater, setLater] = useState(false);
  const [opensAt, setOpensAt] = useState<string | null>(now);
  const [closesAt, setClosesAt] = useState<string | null>(() => usualClosing(Date.parse(now), usualWeeks, group.zone));
  const [acceptsLate, setAcceptsLate] = useState(true);
  const [observersMayComment, setObservers] = useState(true);
  const number = (round?.number ?? 0) + 1;
  const start = isLater ? opensAt : now;
  const isReady = start !== null && closesAt !== null && Date.parse(closesAt) > Date.parse(start);
  const go = () => {
    if (!isReady) return;
    const rules = { closesAt, acceptsLate, observersMayComment };
    deed.mutate({ id, key: id, ...rules, ...(isLater && { opensAt: start }) }, { onSuccess: onClose });
  };
  return (
    <Dialog
      isOpen
      size="wide"
      onClose={onClose}
      onSubmit={go}
      title={version === null ? say('rounds.open.title-first') : say('rounds.open.title', { version })}
      lead={say('rounds.open.lead')}
      note={say('rounds.open.recorded')}
      actions={
        <>
          <Button kind="main" type="submit" isDisabled={!isReady} isPending={deed.isPending}>
            {say(isLater ? 'rounds.open.go-later' : 'rounds.open.go', { number })}
          </Button>
          <Button kind="bare" onPress={onClose}>
            {say('base.cancel')}
          </Button>
        </>
      }
    >
      <div className="two">
        <RadioCards
          label={say('rounds.open.opens')}
          value={isLater ? 'later' : 'now'}
          onChange={(choice) => setLater(choice === 'later')}
          options={[
            { value: 'now', label: say('rounds.open.now') },
            { value: 'later', label: say('rounds.open.later') },
          ]}
        />
        <DateTimeField
          label={say('rounds.closes-label')}
          value={closesAt}
          onChange={setClosesAt}
          minValue={now}
          {...group}
        />
      </div>
      {isLater && (
        <DateTimeField
          label={say('rounds.open.opens')}
          value={opensAt}
          onChange={setOpensAt}
          minValue={now}
          {...group}
        />
      )}
      {start !== null && closesAt !== null && <SameInstant from={start} to={closesAt} group={group} />}
      <div className="two">
        <RadioCards
          label={say('rounds.open.late')}
          value={acceptsLate ? 'accepted' : 'refused'}
          onChange={(choice) => setAcceptsLate(choice === 'accepted')}
          options={[
            { value: 'accepted', label: say('rounds.open.late-accepted') },
            { value: 'refused', label: say('rounds.open.late-refused'), hint: say('rounds.open.late-refused-hint') },
          ]}
        />
        <div>
          <p className="h3">{say('rounds.open.who')}</p>
          <Checkbox isSelected={observersMayComment} onChange={setObservers} hint={say('rounds.open.observers-hint')}>
            {say('rounds.open.observers')}
          </Checkbox>
        </div>
      </div>
      <ProblemNote problem={deed.error} />
    </Dialog>
  );
}
