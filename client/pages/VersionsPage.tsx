import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useLanguage } from '../base/language.ts';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { Waiting } from '../base/ui/Waiting.tsx';
import { useChangeNews } from '../changes/queries.ts';
import { roundsQuery, useRoundNews } from '../rounds/queries.ts';
import { threadsQuery, useThreadNews } from '../threads/queries.ts';
import { useVersionNews, versionsQuery } from '../versions/queries.ts';
import { VersionsMargin } from '../versions/VersionsMargin.tsx';
import { PaperLedger } from './PaperLedger.tsx';
import { VersionsLedger } from './VersionsLedger.tsx';

/** The versions of a paper: the chain, and what can be done with each. */
export function VersionsPage() {
  const { paperId = '' } = useParams();
  const say = useLanguage();
  const versions = useQuery(versionsQuery(paperId));
  const rounds = useQuery(roundsQuery(paperId));
  const threads = useQuery(threadsQuery(paperId));
  useVersionNews(paperId);
  useChangeNews(paperId);
  useThreadNews(paperId, threads.data?.seq ?? null, useRoundNews(paperId));
  const failed = [versions, rounds, threads].find((each) => each.isError);
  // Read here and not in the ledger's own render: a query tells only the component that has read its data.
  const read = { versions: versions.data, rounds: rounds.data, threads: threads.data?.threads };
  return (
    <PaperLedger paperId={paperId} here={say('versions.title')} margin={() => <VersionsMargin paperId={paperId} />}>
      {(paper, group) => {
        if (failed) return <ProblemNote problem={failed.error} retry={() => void failed.refetch()} />;
        if (!read.versions || !read.rounds || !read.threads) return <Waiting lines={6} />;
        return (
          <VersionsLedger
            paper={paper}
            group={group}
            versions={read.versions}
            rounds={read.rounds}
            threads={read.threads}
          />
        );
      }}
    </PaperLedger>
  );
}
