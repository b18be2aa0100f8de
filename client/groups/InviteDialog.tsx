import { useMemo, useState } from 'react';
import type { GroupPage, MemberRole } from '../../shared/groups/contract.ts';
import { type InvitationId, newId, type OrganisationId } from '../../shared/ids.ts';
import { announce } from '../base/announce.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Checkbox } from '../base/ui/Checkbox.tsx';
import { Dialog } from '../base/ui/Dialog.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { SelectField } from '../base/ui/SelectField.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import { readAddresses } from './addresses.ts';
import { LeftOutLine } from './LeftOutLine.tsx';
import { useOrganisationOptions, useRoleOptions } from './options.ts';
import { useInvite } from './queries.ts';

/** Invites members of one organisation, several at once. What could not be sent stays in the field. */
export function InviteDialog({ page, onClose }: { page: GroupPage; onClose: () => void }) {
  const say = useLanguage();
  const invite = useInvite(page.group.id);
  const organisations = useOrganisationOptions(page.organisations);
  const roles = useRoleOptions();
  const [organisationId, setOrganisation] = useState<OrganisationId | null>(null);
  const [role, setRole] = useState<MemberRole>('delegate');
  const [words, setWords] = useState('');
  const [isFirstFocal, setFirstFocal] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  const lines = useMemo(() => readAddresses(words, page), [words, page]);
  const invited = lines.filter((line) => line.kind === 'invite');
  const organisation = page.organisations.find((each) => each.id === organisationId);
  const focal = page.members.find((member) => member.organisation.id === organisationId && member.isFocalPoint);
  const isReady = organisationId !== null && invited.length > 0;

  const go = async () => {
    if (organisationId === null) return;
    setFailure(null);
    const failed: string[] = [];
    for (const [index, line] of invited.entries()) {
      const wish = {
        email: line.email,
        name: line.name,
        role,
        isFocalPoint: isFirstFocal && index === 0,
        organisationId,
      };
      await invite.mutateAsync({ ...wish, id: newId<InvitationId>() }).catch((problem: Error) => {
        failed.push(line.line);
        setFailure(problem);
      });
    }
    const sent = invited.length - failed.length;
    if (sent > 0) announce(say('groups.invite.done', { count: sent }));
    if (failed.length === 0) onClose();
    else setWords(failed.join('\n'));
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      onSubmit={() => void go()}
      title={say('groups.invite.title')}
      lead={say('groups.invite.lead')}
      note={say('groups.invite.recorded')}
      actions={
        <>
          <Button kind="main" type="submit" isDisabled={!isReady} isPending={invite.isPending}>
            {say('groups.invite.go', { count: invited.length })}
          </Button>
          <Button kind="bare" onPress={onClose}>
            {say('base.cancel')}
          </Button>
        </>
      }
    >
      <div className="two">
        <SelectField
          label={say('groups.invite.organisation')}
          placeholder={say('groups.invite.choose')}
          value={organisationId}
          onChange={setOrganisation}
          options={organisations}
        />
        <SelectField label={say('groups.invite.role')} value={role} onChange={setRole} options={roles} />
      </div>
      <TextField
        label={say('groups.invite.addresses')}
        hint={say('groups.invite.addresses-hint')}
        lines={4}
        dir="ltr"
        value={words}
        onChange={setWords}
      />
      {lines
        .filter((line) => line.kind !== 'invite')
        .map((line) => (
          <LeftOutLine key={line.line} line={line} />
        ))}
      {organisation && (
        <Checkbox
          isSelected={isFirstFocal}
          onChange={setFirstFocal}
          hint={
            focal
              ? say('groups.invite.focal-today', { name: focal.name })
              : say('groups.invite.focal-none', { organisation: organisation.name })
          }
        >
          {say('groups.invite.focal')}
        </Checkbox>
      )}
      {failure && (
        <ProblemNote problem={failure}>
          <span>{say('groups.invite.failed', { count: invited.length })}</span>
        </ProblemNote>
      )}
    </Dialog>
  );
}
