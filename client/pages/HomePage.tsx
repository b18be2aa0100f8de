import './home.css';
import { useQueries, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useNow } from '../base/clock.ts';
import { placeTime, readerZone } from '../base/dates.ts';
import { type Say, useLanguage } from '../base/language.ts';
import { groupAddress } from '../base/place.ts';
import { type Membership, useSession } from '../base/session.ts';
import { useTitle } from '../base/title.ts';
import { Button, ButtonLink } from '../base/ui/Button.tsx';
import { Masthead } from '../base/ui/Masthead.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { Waiting } from '../base/ui/Waiting.tsx';
import { MakeGroupDialog } from '../groups/MakeGroupDialog.tsx';
import { AwaitingRow } from '../inbox/AwaitingRow.tsx';
import { awaitingIn, byUrgency } from '../inbox/awaiting.ts';
import { InboxList } from '../inbox/InboxList.tsx';
import { inboxQuery, useInboxNews } from '../inbox/queries.ts';
import { GroupNews } from '../papers/GroupNews.tsx';
import { PaperShortList } from '../papers/PaperShortList.tsx';
import { papersQuery } from '../papers/queries.ts';

/** The first page: what awaits you, what became of your comments, and the papers of your groups. */
export function HomePage() {
  const say = useLanguage();
  const who = useSession();
  const [isMaking, setMaking] = useState(false);
  useTitle(say('inbox.title'));
  useInboxNews(who.person.id);
  const living = who.memberships.filter((membership) => membership.group.withdrawnAt === null);
  const only = living.length === 1 ? living[0] : undefined;
  return (
    <div className="ledger">
      <Masthead crumbs={only ? [{ words: only.group.name, to: groupAddress(only.group.id) }] : []} isLastCrumbLinked />
      {living.map((membership) => (
        <GroupNews key={membership.group.id} groupId={membership.group.id} />
      ))}
      <div className="home">
        <main className="awaits" id="main">
          <h1>{say('inbox.title')}</h1>
          <Awaits memberships={living} isAdministrator={who.isAdministrator} />
          <InboxList
            zone={living[0]?.group.zone ?? readerZone().zone}
            isHiddenWhenEmpty={living.every((membership) => membership.role === 'secretariat')}
          />
        </main>
        <aside className="side">
          {living.map(({ group }) => (
            <section key={group.id} aria-label={group.name}>
              <h2>{living.length === 1 ? say('papers.of-group') : say('papers.of', { group: group.acronym })}</h2>
              <PaperShortList group={group} />
            </section>
          ))}
          {only && <Times membership={only} say={say} />}
          {who.isAdministrator && (
            <p className="acts">
              <Button onPress={() => setMaking(true)}>{say('groups.make-ask')}</Button>
            </p>
          )}
        </aside>
      </div>
      {isMaking && <MakeGroupDialog onClose={() => setMaking(false)} />}
    </div>
  );
}

function Awaits({ memberships, isAdministrator }: { memberships: readonly Membership[]; isAdministrator: boolean }) {
  const say = useLanguage();
  const now = useNow();
  const inbox = useQuery(inboxQuery);
  const papers = useQueries({ queries: memberships.map((membership) => papersQuery(membership.group.id)) });
  if (memberships.length === 0)
    return <Blank words={isAdministrator ? 'inbox.no-group-administrator' : 'inbox.no-group'} />;
  if (papers.some((each) => each.isPending)) return <Waiting lines={4} />;
  const failed = papers.find((each) => each.isError);
  if (failed)
    return <ProblemNote problem={failed.error} retry={() => void Promise.all(papers.map((each) => each.refetch()))} />;
  const awaiting = memberships
    .flatMap((membership, index) => awaitingIn(membership, papers[index]?.data ?? [], now))
    .sort(byUrgency);
  if (awaiting.length === 0) {
    const made = memberships.find((membership) => membership.role === 'secretariat')?.group;
    return (
      <Blank words={made ? 'inbox.nothing-secretariat' : 'inbox.nothing'}>
        {made && (
          <ButtonLink kind="main" to={`/groups/${made.id}/post`}>
            {say('papers.post')}
          </ButtonLink>
        )}
      </Blank>
    );
  }
  const rounds = awaiting.filter((each) => each.kind === 'round').length;
  const answered = inbox.data?.filter((mine) => mine.answer !== null).length ?? 0;
  return (
    <>
      <p className="lead">
        {say('inbox.rounds', { count: rounds })} {answered > 0 && say('inbox.answered', { count: answered })}
      </p>
      <div className="rnds">
        {awaiting.map((each, index) => (
          <AwaitingRow key={each.paper.id} awaiting={each} isFirst={index === 0} />
        ))}
      </div>
    </>
  );
}

/** Empty: one sentence that says what is true, one that says what will happen. */
function Blank({ words, children }: { words: string; children?: ReactNode }) {
  const say = useLanguage();
  return (
    <div className="blank">
      <p>{say(words)}</p>
      <p>{say(`${words}-then`)}</p>
      {children && <div className="acts">{children}</div>}
    </div>
  );
}

function Times({ membership: { group }, say }: { membership: Membership; say: Say }) {
  const own = readerZone();
  return (
    <section aria-labelledby="times">
      <h2 id="times">{say('inbox.times')}</h2>
      <p className="dates">
        {say('inbox.times-words', { group: group.acronym, time: placeTime(group.place) })}{' '}
        {own.zone !== group.zone && say('inbox.times-own', { place: own.place })}
      </p>
    </section>
  );
}
