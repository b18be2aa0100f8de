import type { VersionSummary } from '../../shared/versions/contract.ts';
import { useLanguage } from '../base/language.ts';
import { Sentence } from '../base/ui/Sentence.tsx';
import { ChangeLine } from '../changes/ChangeLine.tsx';
import { DRAFT } from '../changes/queries.ts';

/** The living draft: how far it has moved on, and how many threads have an answer. */
export function DraftFacts({
  newest,
  threads,
  open,
  mayFreeze,
}: {
  newest: VersionSummary | undefined;
  threads: number;
  open: number;
  mayFreeze: boolean;
}) {
  const say = useLanguage();
  return (
    <>
      <dt>{say(newest ? 'versions.changes' : 'versions.version')}</dt>
      <dd>
        {newest ? (
          <ChangeLine olderId={newest.id} newerId={DRAFT} olderName={newest.name} />
        ) : (
          say(mayFreeze ? 'versions.empty-then' : 'versions.empty-then-member')
        )}
      </dd>
      <dt>{say('versions.threads-word')}</dt>
      <dd>
        {threads === 0 ? (
          say('versions.no-threads')
        ) : (
          <Sentence of="versions.answered" facts={{ answered: threads - open, all: threads }} />
        )}
      </dd>
    </>
  );
}
