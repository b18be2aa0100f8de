import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../base/language.ts';
import { Sentence } from '../base/ui/Sentence.tsx';
import { comparisonQuery, DRAFT } from './queries.ts';
import { changesIn } from './rows.ts';

/** What differs from the version before, in one line of a ledger. */
export function ChangeLine({ olderId, newerId, olderName }: { olderId: string; newerId: string; olderName: string }) {
  const say = useLanguage();
  const comparison = useQuery(comparisonQuery(olderId, newerId));
  if (comparison.isPending) return <span className="quiet">{say('changes.line.coming')}</span>;
  if (comparison.isError) return <span className="quiet">{say('changes.line.failed')}</span>;
  const changes = changesIn(comparison.data).length;
  const isDraft = newerId === DRAFT;
  if (changes === 0) return say(isDraft ? 'changes.line.draft-same' : 'changes.line.same', { name: olderName });
  const without = changes - comparison.data.counts.withReason;
  if (isDraft) {
    const all = comparison.data.counts.paragraphs;
    return (
      <>
        <Sentence of="changes.line.draft-differs" facts={{ count: changes, all, name: olderName }} />{' '}
        {say('changes.line.draft-reasons', { count: without })}
      </>
    );
  }
  return (
    <>
      <Sentence of="changes.line.differs" facts={{ count: changes, name: olderName }} />
      {without === 0
        ? say('changes.line.all-with-reason')
        : say('changes.line.reasons', { count: without, explained: comparison.data.counts.withReason })}
    </>
  );
}
