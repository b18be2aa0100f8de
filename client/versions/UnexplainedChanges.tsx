import type { ReactNode } from 'react';
import type { Change, Comparison } from '../../shared/changes/contract.ts';
import { useLanguage } from '../base/language.ts';
import { ChangedWords } from './ChangedWords.tsx';
import { addressOf, changesIn } from './changed.ts';

/** The changes that nobody has explained, named one by one: a freeze records them as they stand. */
export function UnexplainedChanges({
  since,
  giveReason,
}: {
  since: Comparison;
  giveReason?: (change: Change, comparison: Comparison) => ReactNode;
}) {
  const say = useLanguage();
  const unexplained = changesIn(since).filter((change) => change.reasons.length === 0);
  return (
    <section>
      <h3>{say('versions.freeze.unexplained', { count: unexplained.length })}</h3>
      <ul className="need">
        {unexplained.map((change) => (
          <li key={change.paragraphId}>
            <b>
              <bdi>{addressOf(change)}</bdi>
            </b>
            <ChangedWords change={change} />
            {giveReason && <div className="give">{giveReason(change, since)}</div>}
          </li>
        ))}
      </ul>
    </section>
  );
}
