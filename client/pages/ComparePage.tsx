import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useLanguage } from '../base/language.ts';
import { problemOf } from '../base/problem-error.ts';
import { groupOf, useSession } from '../base/session.ts';
import { useTitle } from '../base/title.ts';
import { LedgerPage } from '../base/ui/LedgerPage.tsx';
import { Masthead } from '../base/ui/Masthead.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { Waiting } from '../base/ui/Waiting.tsx';
import { comparisonQuery, useChangeNews } from '../changes/queries.ts';
import { paperQuery } from '../papers/queries.ts';
import { threadsQuery, useThreadNews } from '../threads/queries.ts';
import { useVersionNews, versionsQuery } from '../versions/queries.ts';
import { CompareScreen } from './CompareScreen.tsx';
import { paperCrumbs } from './PaperLedger.tsx';

/** Two versions, or a version and the draft, with the reasons for each change between them. */
export function ComparePage() {
  const { paperId = '', a = '', b = '' } = useParams();
  const say = useLanguage();
  const who = useSession();
  const paper = useQuery(paperQuery(paperId));
  const versions = useQuery(versionsQuery(paperId));
  const comparison = useQuery(comparisonQuery(a, b));
  const threads = useQuery(threadsQuery(paperId));
  useVersionNews(paperId);
  useChangeNews(paperId);
  useThreadNews(paperId, threads.data?.seq ?? null, () => {});
  useTitle(
    comparison.data
      ? say('changes.title-of', {
          older: comparison.data.older.name,
          newer: comparison.data.newer?.name ?? say('changes.draft'),
        })
      : say('changes.title'),
    paper.data?.symbol,
  );
  const group = paper.data && groupOf(who, paper.data.groupId);
  if (paper.data && group && versions.data && comparison.data && threads.data) {
    return (
      <CompareScreen
        key={`${a} ${b}`}
        paper={paper.data}
        group={group}
        versions={versions.data}
        comparison={comparison.data}
        threads={threads.data.threads}
      />
    );
  }
  const failed = [paper, versions, comparison, threads].find((each) => each.isError);
  const crumbs =
    paper.data && group ? paperCrumbs(paper.data, group, say('changes.title')) : [{ words: say('changes.title') }];
  return (
    <LedgerPage masthead={<Masthead groupId={paper.data?.groupId} crumbs={crumbs} />}>
      <div className="stack">
        <h1>{say('changes.title')}</h1>
        {failed && <ProblemNote problem={failed.error} retry={() => void failed.refetch()} />}
        {!failed && paper.data && !group && <ProblemNote problem={problemOf('not-found')} />}
        {!failed && !(paper.data && !group) && <Waiting lines={6} />}
      </div>
    </LedgerPage>
  );
}
