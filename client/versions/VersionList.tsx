import './versions.css';
import type { ReactNode } from 'react';
import type { Group } from '../../shared/groups/contract.ts';
import type { Round } from '../../shared/rounds/contract.ts';
import type { VersionSummary } from '../../shared/versions/contract.ts';
import { useLanguage } from '../base/language.ts';
import { type BesideVersion, VersionRow } from './VersionRow.tsx';

/**
 * The chain of versions, newest first: a filled dot a version, a double line between them because each holds
 * the hash of the one before; the living draft is an open dot on a dashed line, because it has no hash.
 */
export function VersionList({
  versions,
  group,
  rounds,
  threadsIn,
  draft,
  beside,
}: {
  /** Oldest first, as the server tells them. */
  versions: readonly VersionSummary[];
  group: Group;
  rounds: readonly Round[];
  /** How many threads a round has brought. */
  threadsIn: (roundId: string) => number;
  draft: { facts: ReactNode; actions: ReactNode };
  beside: (version: VersionSummary, previous: VersionSummary | undefined) => BesideVersion;
}) {
  const say = useLanguage();
  return (
    <ol className="chain" reversed>
      <li className="v live">
        <span className="dot" aria-hidden="true">
          …
        </span>
        <div>
          <h2>
            {say('versions.draft')} <small>{say('versions.living')}</small>
          </h2>
          <dl>{draft.facts}</dl>
        </div>
        <div className="acts">{draft.actions}</div>
      </li>
      {versions.toReversed().map((version) => (
        <VersionRow
          key={version.id}
          version={version}
          group={group}
          rounds={rounds.filter((round) => round.versionId === version.id)}
          threadsIn={threadsIn}
          beside={beside(version, versions[version.number - 2])}
        />
      ))}
    </ol>
  );
}
