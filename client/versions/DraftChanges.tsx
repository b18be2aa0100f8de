import { Link } from 'react-router';
import type { Comparison } from '../../shared/changes/contract.ts';
import { useLanguage } from '../base/language.ts';
import { Sentence } from '../base/ui/Sentence.tsx';
import { changesIn } from './changed.ts';

/** How far the draft has moved on since the newest version, in one sentence. */
export function DraftChanges({ paperId, since }: { paperId: string; since: Comparison | null }) {
  const say = useLanguage();
  if (since === null) return <p className="diff">{say('versions.freeze.first')}</p>;
  const changes = changesIn(since);
  const name = since.older.name;
  if (changes.length === 0) return <p className="diff">{say('versions.freeze.no-change', { name })}</p>;
  const { counts } = since;
  const threads = new Set(
    changes.flatMap(({ reasons }) => reasons.flatMap(({ thread }) => (thread ? [thread.id] : []))),
  );
  const kinds = [
    say('versions.counts.changed', { count: counts.changed }),
    say('versions.counts.inserted', { count: counts.inserted }),
    say('versions.counts.deleted', { count: counts.deleted }),
    ...(counts.moved > 0 ? [say('versions.counts.moved', { count: counts.moved })] : []),
  ];
  return (
    <p className="diff">
      <Sentence
        of="versions.freeze.differ"
        facts={{ count: changes.length, all: counts.paragraphs, name, kinds: kinds.join(', ') }}
      />{' '}
      {say('versions.counts.with-reason', { count: counts.withReason })}
      {threads.size > 0 ? say('versions.counts.from-threads', { count: threads.size }) : '.'}{' '}
      <Link to={`/papers/${paperId}/compare/${since.older.id}/draft`}>{say('versions.freeze.read')}</Link>
    </p>
  );
}
