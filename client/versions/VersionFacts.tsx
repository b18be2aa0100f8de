import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Group } from '../../shared/groups/contract.ts';
import type { VersionSummary } from '../../shared/versions/contract.ts';
import { inZone } from '../base/dates.ts';
import { wholeHash } from '../base/hash.ts';
import { useLanguage } from '../base/language.ts';

/** What is known of a version, in the margin beside its text. */
export function VersionFacts({
  version,
  versions,
  group,
  children,
}: {
  version: VersionSummary;
  versions: readonly VersionSummary[];
  group: Group;
  /** What can be had of it: downloads. */
  children?: ReactNode;
}) {
  const say = useLanguage();
  const previous = versions.find((each) => each.number === version.number - 1);
  return (
    <section>
      <h2>{say('versions.page.about')}</h2>
      <dl className="facts">
        <dt>{say('versions.version')}</dt>
        <dd>{version.number}</dd>
        <dt>{say('versions.page.frozen')}</dt>
        <dd>{inZone(version.frozenAt, group.zone, group.place)}</dd>
        <dt>{say('versions.page.by')}</dt>
        <dd>{version.frozenBy}</dd>
        <dt>{say('versions.page.size')}</dt>
        <dd>{say('versions.paragraphs', { count: version.paragraphs })}</dd>
        <dt>{say('versions.page.previous')}</dt>
        <dd>
          {previous ? (
            <Link to={`/papers/${version.paperId}/compare/${previous.id}/${version.id}`} dir="auto">
              {say('versions.page.compare', { name: previous.name })}
            </Link>
          ) : (
            say('versions.page.no-previous')
          )}
        </dd>
        <dt>{say('versions.public')}</dt>
        <dd>
          {version.publicAddress ? (
            <a href={version.publicAddress} dir="ltr">
              {version.publicAddress}
            </a>
          ) : (
            say('versions.not-public')
          )}
        </dd>
      </dl>
      <h2>{say('versions.page.whole-hash')}</h2>
      <p className="hash" dir="ltr">
        {wholeHash(version.hash)}
      </p>
      <p>
        <Link to={`/verify?paper=${version.paperId}&version=${version.id}`}>{say('versions.page.check')}</Link>
      </p>
      <div className="acts">{children}</div>
    </section>
  );
}
