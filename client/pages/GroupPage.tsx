import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { GroupPage as Page } from '../../shared/groups/contract.ts';
import { mayInGroup } from '../../shared/groups/rights.ts';
import { inZone } from '../base/dates.ts';
import { useLanguage } from '../base/language.ts';
import { membershipIn, useSession } from '../base/session.ts';
import { useTitle } from '../base/title.ts';
import { Button, ButtonLink } from '../base/ui/Button.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { LedgerPage } from '../base/ui/LedgerPage.tsx';
import { Masthead } from '../base/ui/Masthead.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { Waiting } from '../base/ui/Waiting.tsx';
import { GroupMargin, isTab, type Tab, tabs } from '../groups/GroupMargin.tsx';
import { GroupSettings } from '../groups/GroupSettings.tsx';
import { InviteDialog } from '../groups/InviteDialog.tsx';
import { MemberTable } from '../groups/MemberTable.tsx';
import { OrganisationDialog } from '../groups/OrganisationDialog.tsx';
import { OrganisationTable } from '../groups/OrganisationTable.tsx';
import { groupQuery, useGroupNews } from '../groups/queries.ts';
import { PaperTable } from '../papers/PaperTable.tsx';
import { papersQuery, usePaperNews } from '../papers/queries.ts';

/** A group: its papers, its members and organisations, what it is. */
export function GroupPage() {
  const { groupId = '' } = useParams();
  const group = useQuery(groupQuery(groupId));
  const [search] = useSearchParams();
  const wanted = search.get('tab');
  const tab: Tab = isTab(wanted) ? wanted : 'papers';
  useGroupNews(groupId);
  usePaperNews(groupId);
  useTitle(group.data?.group.acronym);
  return (
    <LedgerPage
      masthead={<Masthead groupId={groupId} crumbs={group.data ? [{ words: group.data.group.name }] : []} />}
      margin={group.data && <GroupMargin tab={tab} />}
    >
      {group.isPending && <Waiting lines={4} />}
      {group.isError && <ProblemNote problem={group.error} retry={() => void group.refetch()} />}
      {group.data && <GroupLedger page={group.data} tab={tab} />}
    </LedgerPage>
  );
}

function GroupLedger({ page, tab }: { page: Page; tab: Tab }) {
  const say = useLanguage();
  const who = useSession();
  const papers = useQuery(papersQuery(page.group.id));
  const [dialog, setDialog] = useState<'invite' | 'organisation' | null>(null);
  const { group } = page;
  const role = membershipIn(who, group.id)?.role ?? null;
  const may = (deed: Parameters<typeof mayInGroup>[1]) => group.withdrawnAt === null && mayInGroup(role, deed);
  const counts: Record<Tab, number> = {
    members: page.members.length,
    papers: papers.data?.length ?? 0,
    organisations: page.organisations.length,
    settings: 0,
  };
  const body: Record<Tab, ReactNode> = {
    members: <MemberTable page={page} mayChange={may('member.change')} ownId={who.person.id} />,
    papers: <PaperTable group={group} mayPost={may('paper.create')} />,
    organisations: <OrganisationTable page={page} />,
    settings: <GroupSettings group={group} mayWithdraw={may('group.withdraw')} />,
  };
  return (
    <>
      <div className="head">
        <h1 dir="auto">{group.acronym}</h1>
        <span className="grow" />
        {may('organisation.add') && (tab === 'members' || tab === 'organisations') && (
          <Button onPress={() => setDialog('organisation')}>{say('groups.organisations.new-ask')}</Button>
        )}
        {may('member.invite') && (tab === 'members' || tab === 'organisations') && (
          <Button kind="main" onPress={() => setDialog('invite')}>
            {say('groups.invite.ask')}
          </Button>
        )}
        {may('paper.create') && tab === 'papers' && (
          <ButtonLink kind="main" to={`/groups/${group.id}/post`}>
            {say('papers.post')}
          </ButtonLink>
        )}
      </div>
      {group.withdrawnAt && (
        <div className="say-note">
          <Icon name="lock" />
          <b>{say('groups.withdrawn', { when: inZone(group.withdrawnAt, group.zone, group.place) })}</b>
        </div>
      )}
      <nav className="tabs" aria-label={say('groups.page')}>
        {tabs.map((each) => (
          <Link key={each} to={{ search: `?tab=${each}` }} replace aria-current={each === tab ? 'page' : undefined}>
            {say(`groups.tabs.${each}`, { count: counts[each] })}
          </Link>
        ))}
      </nav>
      {body[tab]}
      {dialog === 'invite' && <InviteDialog page={page} onClose={() => setDialog(null)} />}
      {dialog === 'organisation' && <OrganisationDialog group={group} onClose={() => setDialog(null)} />}
    </>
  );
}
