import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Group } from '../../../shared/groups/contract.ts';
import { send } from '../http.ts';
import { useLanguage } from '../language.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Icon } from './Icon.tsx';
import { ProblemNote } from './ProblemNote.tsx';

/** Says on every page of the sample that it is one. The secretariat takes it away in one step, without typing names. */
export function SampleStrip({ group, mayRemove }: { group: Group; mayRemove: boolean }) {
  const say = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const removal = useMutation({
    mutationFn: () => send('DELETE', `/api/groups/${group.id}`),
    onSuccess: () => location.assign('/sign-in'),
  });
  return (
    <aside className="sample" aria-label={say('base.sample.name')}>
      <Icon name="warn" />
      <span>
        <b>{say('base.sample.this')}</b>{' '}
        <span className="long">{say('base.sample.what', { group: group.acronym })}</span>
      </span>
      <span className="grow hide-s" />
      {mayRemove && (
        <Button isSmall onPress={() => setAsking(true)}>
          {say('base.sample.remove-ask')}
        </Button>
      )}
      <Dialog
        isAlert
        size="slim"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={say('base.sample.remove')}
        lead={say('base.sample.removed', { group: group.acronym })}
        actions={
          <>
            <Button kind="danger" isPending={removal.isPending} onPress={() => removal.mutate()}>
              {say('base.sample.remove')}
            </Button>
            <Button onPress={() => setAsking(false)}>{say('base.sample.keep')}</Button>
          </>
        }
      >
        <div className="say-yes">
          <Icon name="check" />
          <b>{say('base.sample.yours-stay')}</b>
          <span>{say('base.sample.then')}</span>
        </div>
        <ProblemNote problem={removal.error} />
      </Dialog>
    </aside>
  );
}
