import type { Invitation } from '../../shared/groups/contract.ts';
import { useLanguage } from '../base/language.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { useWithdrawInvitation } from './queries.ts';

/** Takes an invitation back before somebody comes by it. */
export function InvitationDialog({
  groupId,
  invitation,
  onClose,
}: {
  groupId: string;
  invitation: Invitation;
  onClose: () => void;
}) {
  const say = useLanguage();
  const withdrawal = useWithdrawInvitation(groupId);
  return (
    <ConfirmDialog
      title={say('groups.invite.withdraw')}
      lead={say('groups.invite.withdraw-lead', { email: invitation.email })}
      isPending={withdrawal.isPending}
      problem={withdrawal.error}
      onConfirm={() => withdrawal.mutate(invitation.id, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
