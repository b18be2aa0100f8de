import type { Change, Comparison } from '../../shared/changes/contract.ts';
import { type Say, useLanguage } from '../base/language.ts';
import { Icon } from '../base/ui/Icon.tsx';
import { ChangeSummary } from './ChangeSummary.tsx';
import { addressOf, changesIn, gistOf, keyOf } from './rows.ts';

/** The list of changes: those without a reason first, because somebody has to explain them. */
export function ChangeRail({
  comparison,
  current,
  onGo,
}: {
  comparison: Comparison;
  current: string | null;
  onGo: (key: string) => void;
}) {
  const say = useLanguage();
  const changes = changesIn(comparison);
  const without = changes.filter((change) => change.reasons.length === 0);
  const explained = changes.filter((change) => change.reasons.length > 0);
  const list = (some: readonly Change[]) => (
    <ul>
      {some.map((change) => (
        <li key={keyOf(change)}>
          <a
            href={`#${keyOf(change)}`}
            aria-current={keyOf(change) === current ? 'true' : undefined}
            onClick={(event) => {
              event.preventDefault();
              onGo(keyOf(change));
            }}
          >
            <b>
              <bdi>{addressOf(change)}</bdi>
            </b>
            <span dir="auto">{gistInWords(change, say)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <aside className="rail" aria-label={say('changes.rail')}>
      <ChangeSummary comparison={comparison} />
      {without.length > 0 && (
        <section className="why-not">
          <h2>
            <Icon name="warn" />
            {say('changes.without-reason', { count: without.length })}
          </h2>
          {list(without)}
        </section>
      )}
      {explained.length > 0 && (
        <section>
          <h2>{say('changes.explained', { count: explained.length })}</h2>
          {list(explained)}
        </section>
      )}
    </aside>
  );
}

function gistInWords(change: Change, say: Say): string {
  if (change.kind === 'inserted' || change.kind === 'deleted') return say(`changes.gist.${change.kind}`);
  const gist = gistOf(change);
  if (gist.kind === 'none') return say(`changes.gist.${change.kind}`);
  return say(`changes.gist.${gist.kind}`, { words: gist.words });
}
