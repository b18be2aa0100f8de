import type { Invitation, Member } from '../../shared/groups/contract.ts';
import { shortDate } from '../base/dates.ts';
import { useLanguage } from '../base/language.ts';
import { TextButton } from '../base/ui/Button.tsx';

/** One member: name, role, what they may edit, since when. */
export function MemberRow({
  member,
  zone,
  isSelf,
  onChange,
}: {
  member: Member;
  zone: string;
  isSelf: boolean;
  /** Left out for those who may not change it. */
  onChange?: () => void;
}) {
  const say = useLanguage();
  const editsAll = member.role === 'secretariat' || member.role === 'chair';
  return (
    <tr>
      <th scope="row">
        <span dir="auto">{member.name}</span>
        {member.email && <small dir="ltr">{member.email}</small>}
      </th>
      <td data-h={say('groups.members.role')}>
        <RoleWords role={member.role} isFocalPoint={member.isFocalPoint} />
      </td>
      <td data-h={say('groups.members.edits')}>
        {say(editsAll ? 'groups.members.edits-all' : 'groups.members.edits-none')}
      </td>
      <td data-h={say('groups.members.joined')}>
        {shortDate(member.joinedAt, zone)}
        {isSelf && <small>{say('groups.members.you')}</small>}
      </td>
      {onChange && (
        <td className="end">
          <TextButton onPress={onChange} label={say('groups.change.ask-name', { name: member.name })}>
            {say('groups.change.ask')}
          </TextButton>
        </td>
      )}
    </tr>
  );
}

/** One who was invited and has not come yet. */
export function InvitationRow({
  invitation,
  zone,
  onWithdraw,
}: {
  invitation: Invitation;
  zone: string;
  onWithdraw?: () => void;
}) {
  const say = useLanguage();
  return (
    <tr>
      <th scope="row">
        <span dir="auto">{invitation.name}</span>
        <small dir="ltr">{invitation.email}</small>
      </th>
      <td data-h={say('groups.members.role')}>
        <RoleWords role={invitation.role} isFocalPoint={invitation.isFocalPoint} />
      </td>
      <td colSpan={2}>
        <span className="pill">{say('groups.members.invited')}</span>
        <small>{say('groups.members.invited-on', { when: shortDate(invitation.invitedAt, zone) })}</small>
      </td>
      {onWithdraw && (
        <td className="end">
          <TextButton onPress={onWithdraw}>{say('groups.invite.withdraw-ask')}</TextButton>
        </td>
      )}
    </tr>
  );
}

function RoleWords({ role, isFocalPoint }: { role: Member['role']; isFocalPoint: boolean }) {
  const say = useLanguage();
  const words = say(`base.member-role.${role}`);
  if (!isFocalPoint) return words;
  return (
    <>
      {words}, <b>{say('groups.members.focal-point')}</b>
    </>
  );
}
