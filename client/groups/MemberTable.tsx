import { useState } from 'react';
import type { GroupPage, Invitation, Member } from '../../shared/groups/contract.ts';
import { useLanguage } from '../base/language.ts';
import { InvitationDialog } from './InvitationDialog.tsx';
import { MemberDialog } from './MemberDialog.tsx';
import { InvitationRow, MemberRow } from './MemberRows.tsx';

/** Who speaks for whom: members by their organisation, the secretariat first, then open invitations. */
export function MemberTable({ page, mayChange, ownId }: { page: GroupPage; mayChange: boolean; ownId: string }) {
  const say = useLanguage();
  const [changed, setChanged] = useState<Member | null>(null);
  const [taken, setTaken] = useState<Invitation | null>(null);
  if (page.members.length === 0 && page.invitations.length === 0) {
    return (
      <div className="blank">
        <p>{say('groups.members.empty')}</p>
        <p>{say('groups.members.empty-then')}</p>
      </div>
    );
  }
  const columns = mayChange ? 5 : 4;
  return (
    <>
      <table className="led">
        <caption className="vh">{say('groups.members.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('groups.members.member')}</th>
            <th scope="col">{say('groups.members.role')}</th>
            <th scope="col">{say('groups.members.edits')}</th>
            <th scope="col">{say('groups.members.joined')}</th>
            {mayChange && (
              <th scope="col" className="end">
                {say('groups.members.change')}
              </th>
            )}
          </tr>
        </thead>
        {byOrganisation(page).map(({ organisation, members, invitations }) => (
          <tbody key={organisation.id}>
            <tr className="grp">
              <th colSpan={columns} scope="rowgroup">
                <bdi>{organisation.name}</bdi>
                {organisation.kind !== 'secretariat' && (
                  <small> {say(`base.organisation-kind.${organisation.kind}`)}</small>
                )}
              </th>
            </tr>
            {members.map((member) => (
              <MemberRow
                key={member.id}
                member={member}
                zone={page.group.zone}
                isSelf={member.personId === ownId}
                onChange={mayChange ? () => setChanged(member) : undefined}
              />
            ))}
            {invitations.map((invitation) => (
              <InvitationRow
                key={invitation.id}
                invitation={invitation}
                zone={page.group.zone}
                onWithdraw={mayChange ? () => setTaken(invitation) : undefined}
              />
            ))}
          </tbody>
        ))}
      </table>
      {changed && <MemberDialog page={page} member={changed} onClose={() => setChanged(null)} />}
      {taken && <InvitationDialog groupId={page.group.id} invitation={taken} onClose={() => setTaken(null)} />}
    </>
  );
}

/** Organisations with somebody in them, the secretariat first, the others by name ("Delegation 2" before "10"). */
function byOrganisation(page: GroupPage) {
  return page.organisations
    .map((organisation) => ({
      organisation,
      members: page.members.filter((member) => member.organisation.id === organisation.id),
      invitations: page.invitations.filter((invitation) => invitation.organisation.id === organisation.id),
    }))
    .filter(({ members, invitations }) => members.length + invitations.length > 0)
    .sort(
      (a, b) =>
        Number(b.organisation.kind === 'secretariat') - Number(a.organisation.kind === 'secretariat') ||
        a.organisation.name.localeCompare(b.organisation.name, undefined, { numeric: true }),
    );
}
