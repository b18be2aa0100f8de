import type { Comparison } from '../../shared/changes/contract.ts';
import { useLanguage } from '../base/language.ts';
import { Sentence } from '../base/ui/Sentence.tsx';
import { changesIn, threadsBehind } from './rows.ts';

/** The result in one sentence, set as text: how many paragraphs differ, how, and how many have a reason. */
export function ChangeSummary({ comparison }: { comparison: Comparison }) {
  const say = useLanguage();
  const changes = changesIn(comparison);
  if (changes.length === 0) return <p className="sum">{say('changes.none')}</p>;
  const { counts } = comparison;
  const kinds = [
    say('changes.counts.changed', { count: counts.changed }),
    say('changes.counts.inserted', { count: counts.inserted }),
    say('changes.counts.deleted', { count: counts.deleted }),
    ...(counts.moved > 0 ? [say('changes.counts.moved', { count: counts.moved })] : []),
  ];
  const threads = threadsBehind(changes);
  return (
    <p className="sum">
      <Sentence
        of="changes.differ"
        facts={{ count: changes.length, all: counts.paragraphs, kinds: kinds.join(', ') }}
      />{' '}
      <Sentence of="changes.counts.with-reason" facts={{ count: counts.withReason }} />
      {threads > 0 ? say('changes.counts.from-threads', { count: threads }) : '.'}
    </p>
  );
}
