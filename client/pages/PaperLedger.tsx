import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Group } from '../../shared/groups/contract.ts';
import type { PaperPage } from '../../shared/papers/contract.ts';
import { useLanguage } from '../base/language.ts';
import { groupAddress, paperAddress } from '../base/place.ts';
import { problemOf } from '../base/problem-error.ts';
import { groupOf, useSession } from '../base/session.ts';
import { useTitle } from '../base/title.ts';
import { ButtonLink } from '../base/ui/Button.tsx';
import { LedgerPage } from '../base/ui/LedgerPage.tsx';
import { type Crumb, Masthead } from '../base/ui/Masthead.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { Waiting } from '../base/ui/Waiting.tsx';
import { paperQuery } from '../papers/queries.ts';

/** Where one is on a page about a paper: its group, the paper, the page. */
export function paperCrumbs(paper: PaperPage, group: Group, here: string): Crumb[] {
  return [
    { words: group.acronym, to: groupAddress(group.id) },
    { words: paper.symbol, rest: paper.title, to: paperAddress(paper.id) },
    { words: here },
  ];
}

/** A ledger about one paper: the page comes when the paper and its group are known. */
export function PaperLedger({
  paperId,
  here,
  margin,
  children,
}: {
  paperId: string;
  here: string;
  margin: (paper: PaperPage, group: Group) => ReactNode;
  children: (paper: PaperPage, group: Group) => ReactNode;
}) {
  const say = useLanguage();
  const who = useSession();
  const paper = useQuery(paperQuery(paperId));
  const group = paper.data && groupOf(who, paper.data.groupId);
  useTitle(here, paper.data?.symbol);
  const masthead = (
    <Masthead
      groupId={paper.data?.groupId}
      crumbs={paper.data && group ? paperCrumbs(paper.data, group, here) : [{ words: here }]}
      actions={<ButtonLink to={paperAddress(paperId)}>{say('versions.back')}</ButtonLink>}
    />
  );
  return (
    <LedgerPage masthead={masthead} margin={paper.data && group && margin(paper.data, group)}>
      {!(paper.data && group) && (
        <div className="stack">
          <h1>{here}</h1>
          {paper.isPending && <Waiting lines={6} />}
          {paper.isError && <ProblemNote problem={paper.error} retry={() => void paper.refetch()} />}
          {paper.data && <ProblemNote problem={problemOf('not-found')} />}
        </div>
      )}
      {paper.data && group && children(paper.data, group)}
    </LedgerPage>
  );
}
