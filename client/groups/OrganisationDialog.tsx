import { useState } from 'react';
import type { Group, OrganisationKind } from '../../shared/groups/contract.ts';
import { newId, type OrganisationId } from '../../shared/ids.ts';
import { announce } from '../base/announce.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Dialog } from '../base/ui/Dialog.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { SelectField } from '../base/ui/SelectField.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import { useKindOptions } from './options.ts';
import { useAddOrganisation } from './queries.ts';

/** Adds an organisation to the group. Its id is made here, so that a second try adds no second one. */
export function OrganisationDialog({ group, onClose }: { group: Group; onClose: () => void }) {
  const say = useLanguage();
  const adding = useAddOrganisation(group.id);
  const kinds = useKindOptions();
  const [id] = useState(() => newId<OrganisationId>());
  const [name, setName] = useState('');
  const [kind, setKind] = useState<OrganisationKind>('memberState');
  const isReady = name.trim() !== '';
  const add = () => {
    if (!isReady) return;
    adding.mutate(
      { id, name, kind },
      {
        onSuccess: () => {
          announce(say('groups.organisations.added', { name }));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      isOpen
      size="slim"
      onClose={onClose}
      onSubmit={add}
      title={say('groups.organisations.new')}
      lead={say('groups.organisations.new-lead')}
      actions={
        <>
          <Button kind="main" type="submit" isDisabled={!isReady} isPending={adding.isPending}>
            {say('groups.organisations.add')}
          </Button>
          <Button kind="bare" onPress={onClose}>
            {say('base.cancel')}
          </Button>
        </>
      }
    >
      <TextField label={say('groups.organisations.name')} value={name} onChange={setName} maxLength={200} autoFocus />
      <SelectField label={say('groups.organisations.kind')} value={kind} onChange={setKind} options={kinds} />
      <ProblemNote problem={adding.error} />
    </Dialog>
  );
}
