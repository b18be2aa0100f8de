import type { VersionSummary } from '../../shared/versions/contract.ts';
import { useLanguage } from '../base/language.ts';

/** How many versions there are, and whether everybody can read the newest. */
export function VersionsLead({ versions }: { versions: readonly VersionSummary[] }) {
  const say = useLanguage();
  const count = versions.length;
  const newest = versions.at(-1);
  const amount = say(`versions.amounts.${count}`, { defaultValue: String(count) });
  const state = newest?.publishedAt === null ? 'private' : 'public';
  return (
    <p className="lead">
      {say('versions.frozen', { count, amount })}{' '}
      {newest && (count === 1 ? say(`versions.only-${state}`) : say(`versions.newest-${state}`, { name: newest.name }))}
    </p>
  );
}
