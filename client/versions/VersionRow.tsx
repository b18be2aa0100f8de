import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Group } from '../../shared/groups/contract.ts';
import type { Round } from '../../shared/rounds/contract.ts';
import type { VersionSummary } from '../../shared/versions/contract.ts';
import { inZone, longDay } from '../base/dates.ts';
import { shortHash } from '../base/hash.ts';
import { useLanguage } from '../base/language.ts';
import { RoundLine } from './RoundLine.tsx';

/** What a page puts beside a version: it joins the other slices. */
export interface BesideVersion {
  /** What differs from the version before; for the first one where it came from. */
  changes: ReactNode;
  actions: ReactNode;
  /** Why it is not public yet, where somebody may publish it. */
  notPublic?: ReactNode;
}

/** One version: when and by whom it was frozen, what changed, its round, whether it is public, its hash. */
export function VersionRow({
  version,
  group,
  rounds,
  threadsIn,
  beside,
}: {
  version: VersionSummary;
  group: Group;
  rounds: readonly Round[];
  threadsIn: (roundId: string) => number;
  beside: BesideVersion;
}) {
  const say = useLanguage();
  return (
    <li className="v">
      <span className="dot">
        <span className="vh">{say('versions.version')} </span>
        {version.number}
      </span>
      <div>
        <h2>
          <Link to={`/papers/${version.paperId}/versions/${version.id}`} dir="auto">
            {version.name}
          </Link>{' '}
          <small>
            {say('versions.frozen-by', {
              when: inZone(version.frozenAt, group.zone, group.place),
              name: version.frozenBy,
            })}
          </small>
        </h2>
        <dl>
          <dt>{say('versions.changes')}</dt>
          <dd>{beside.changes}</dd>
          <dt>{say('versions.round')}</dt>
          <dd>
            {rounds.length === 0
              ? say('versions.no-round')
              : rounds.map((round) => (
                  <RoundLine key={round.id} round={round} group={group} threads={threadsIn(round.id)} />
                ))}
          </dd>
          <dt>{say('versions.public')}</dt>
          <dd>
            {version.publishedAt && version.publicAddress ? (
              <>
                <span className="is-public">{say('versions.is-public')}</span>{' '}
                {say('versions.public-since', { day: longDay(version.publishedAt, group.zone) })}{' '}
                <a className="t" href={version.publicAddress} dir="ltr">
                  {version.publicAddress}
                </a>
              </>
            ) : (
              <>
                {say('versions.not-public')} {beside.notPublic}
              </>
            )}
          </dd>
          <dt>{say('versions.hash')}</dt>
          <dd>
            <bdi className="hash" dir="ltr" title={version.hash}>
              {shortHash(version.hash)}
            </bdi>
          </dd>
        </dl>
      </div>
      <div className="acts">{beside.actions}</div>
    </li>
  );
}
