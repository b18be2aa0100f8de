import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { useLanguage } from '../base/language.ts';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { Waiting } from '../base/ui/Waiting.tsx';
import { filters, type HistoryFilter } from '../history/entries.ts';
import { HistoryList } from '../history/HistoryList.tsx';
import { HistoryMargin } from '../history/HistoryMargin.tsx';
import { threadsQuery } from '../threads/queries.ts';
import { PaperLedger } from './PaperLedger.tsx';

/** Everything that happened to a paper, the newest first. */
export function HistoryPage() {
  const { paperId = '' } = useParams();
  const say = useLanguage();
  const { data: threads, error, isPending, refetch } = useQuery(threadsQuery(paperId));
  const [search, setSearch] = useSearchParams();
  const filter: HistoryFilter = filters.find((each) => each === search.get('show')) ?? 'all';
  return (
    <PaperLedger paperId={paperId} here={say('history.title')} margin={() => <HistoryMargin />}>
      {(paper, group) => (
        <>
          <h1>{say('history.title-of', { symbol: paper.symbol })}</h1>
          {isPending && <Waiting lines={6} />}
          {!threads && <ProblemNote problem={error} retry={() => void refetch()} />}
          {threads && (
            <HistoryList
              paper={paper}
              group={group}
              threads={threads.threads}
              filter={filter}
              onFilter={(next) => setSearch(next === 'all' ? {} : { show: next }, { replace: true })}
            />
          )}
        </>
      )}
    </PaperLedger>
  );
}
