import { useState } from 'react';
import type { GroupPage, Member } from '../../shared/groups/contract.ts';
import { announce } from '../base/announce.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Checkbox } from '../base/ui/Checkbox.tsx';
import { Dialog } from '../base/ui/Dialog.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { SelectField } from '../base/ui/SelectField.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { useOrganisationOptions, useRoleOptions } from './options.ts';
import { useChangeMember, useRemoveMember } from './queries.ts';

/** Changes what a member is in the group, or takes the member out of it. */
export function MemberDialog({ page, member, onClose }: { page: GroupPage; member: Member; onClose: () => void }) {
  const say = useLanguage();
  const change = useChangeMember(page.group.id);
  const removal = useRemoveMember(page.group.id);
  const organisations = useOrganisationOptions(page.organisations);
  const roles = useRoleOptions();
  const [role, setRole] = useState(member.role);
  const [organisationId, setOrganisation] = useState(member.organisation.id);
  const [isFocalPoint, setFocalPoint] = useState(member.isFocalPoint);
  const [isRemoving, setRemoving] = useState(false);
  const organisation = page.organisations.find((each) => each.id === organisationId)?.name ?? member.organisation.name;
  if (isRemoving) {
    return (
      <ConfirmDialog
        title={say('groups.change.remove', { name: member.name })}
        lead={say('groups.change.remove-lead')}
        keep={say('groups.change.keep')}
        isPending={removal.isPending}
        problem={removal.error}
        onClose={() => setRemoving(false)}
        onConfirm={() =>
          removal.mutate(member.id, {
            onSuccess: () => {
              announce(say('groups.change.removed', { name: member.name }));
              onClose();
            },
          })
        }
      />
    );
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      onSubmit={() => change.mutate({ id: member.id, role, organisationId, isFocalPoint }, { onSuccess: onClose })}
      title={say('groups.change.title', { name: member.name })}
      lead={say('groups.change.lead')}
      actions={
        <>
          <Button kind="main" type="submit" isPending={change.isPending}>
            {say('groups.change.go')}
          </Button>
          <Button kind="bare" onPress={onClose}>
            {say('base.cancel')}
          </Button>
          <span className="grow" />
          <Button kind="bare" className="leave" onPress={() => setRemoving(true)}>
            {say('groups.change.remove-ask')}
          </Button>
        </>
      }
    >
      <div className="two">
        <SelectField
          label={say('groups.invite.organisation')}
          value={organisationId}
          onChange={setOrganisation}
          options={organisations}
        />
        <SelectField label={say('groups.invite.role')} value={role} onChange={setRole} options={roles} />
      </div>
      <Checkbox isSelected={isFocalPoint} onChange={setFocalPoint} hint={say('groups.change.focal-hint')}>
        {say('groups.change.focal', { organisation })}
      </Checkbox>
      <ProblemNote problem={change.error} />
    </Dialog>
  );
}
