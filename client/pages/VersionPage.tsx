import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useLanguage } from '../base/language.ts';
import { problemOf } from '../base/problem-error.ts';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { Waiting } from '../base/ui/Waiting.tsx';
import { ExportMenu } from '../exports/ExportMenu.tsx';
import { useVersionNews, versionsQuery, versionTextQuery } from '../versions/queries.ts';
import { VersionFacts } from '../versions/VersionFacts.tsx';
import { VersionText } from '../versions/VersionText.tsx';
import { PaperLedger } from './PaperLedger.tsx';

/** One version as it was frozen: its text, and in the margin when, by whom, its hash, what came before and after. */
export function VersionPage() {
  const { paperId = '', versionId = '' } = useParams();
  const say = useLanguage();
  const versions = useQuery(versionsQuery(paperId));
  const text = useQuery(versionTextQuery(versionId));
  useVersionNews(paperId);
  // Read here and not in the ledger's own render: a query tells only the component that has read its data.
  const [all, content] = [versions.data, text.data?.content];
  const version = all?.find((each) => each.id === versionId);
  const failed = [versions, text].find((each) => each.isError);
  return (
    <PaperLedger
      paperId={paperId}
      here={version?.name ?? say('versions.version')}
      margin={(paper, group) =>
        version &&
        all && (
          <VersionFacts version={version} versions={all} group={group}>
            <ExportMenu version={version} symbol={paper.symbol} hasIcon />
          </VersionFacts>
        )
      }
    >
      {() => {
        if (failed) return <ProblemNote problem={failed.error} retry={() => void failed.refetch()} />;
        if (!all || !content) return <Waiting lines={8} />;
        if (!version) return <ProblemNote problem={problemOf('not-found')} />;
        return <VersionText version={version} versions={all} content={content} />;
      }}
    </PaperLedger>
  );
}
