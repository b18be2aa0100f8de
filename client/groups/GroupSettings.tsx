import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Group } from '../../shared/groups/contract.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { useWithdrawGroup } from './queries.ts';

/** What the group is, and the end of it. The sample has its own way to go, in its strip. */
export function GroupSettings({ group, mayWithdraw }: { group: Group; mayWithdraw: boolean }) {
  const say = useLanguage();
  const navigate = useNavigate();
  const withdrawal = useWithdrawGroup(group.id);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <h2>{say('groups.settings.facts')}</h2>
      <dl className="facts">
        <dt>{say('groups.name')}</dt>
        <dd dir="auto">{group.name}</dd>
        <dt>{say('groups.acronym')}</dt>
        <dd dir="auto">{group.acronym}</dd>
        <dt>{say('groups.settings.time')}</dt>
        <dd>{say('groups.settings.time-value', { place: group.place, zone: group.zone })}</dd>
      </dl>
      {mayWithdraw && !group.isSample && (
        <>
          <h2>{say('groups.settings.withdraw')}</h2>
          <p className="quiet">{say('groups.settings.withdraw-what')}</p>
          <p className="acts">
            <Button onPress={() => setAsking(true)}>{say('groups.settings.withdraw-ask')}</Button>
          </p>
        </>
      )}
      {isAsking && (
        <ConfirmDialog
          title={say('groups.settings.withdraw')}
          lead={say('groups.settings.withdraw-lead', { group: group.acronym })}
          keep={say('groups.settings.keep')}
          isPending={withdrawal.isPending}
          problem={withdrawal.error}
          onConfirm={() => withdrawal.mutate(undefined, { onSuccess: () => void navigate('/') })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
