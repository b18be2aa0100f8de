import { useState } from 'react';
import type { Change } from '../../shared/changes/contract.ts';
import type { VersionSummary } from '../../shared/versions/contract.ts';
import { sayList, useLanguage } from '../base/language.ts';
import { TextButton } from '../base/ui/Button.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { ChangedWords } from './ChangedWords.tsx';
import { addressOf } from './changed.ts';

/** More paragraphs than these are folded: the reason is still to be written below. */
const shownAtFirst = 6;

/** What goes back when the draft returns to a version: each paragraph, and the accepted threads that lose their wording. */
export function Undone({ version, changes }: { version: VersionSummary; changes: readonly Change[] }) {
  const say = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? changes : changes.slice(0, shownAtFirst);
  const accepted = acceptedBehind(changes);
  return (
    <>
      <section>
        <h3>{say('versions.restore.changes', { count: changes.length })}</h3>
        <ul className="need">
          {shown.map((change) => (
            <li key={change.paragraphId}>
              <b>
                <bdi>{addressOf(change)}</bdi>
              </b>
              {change.kind === 'inserted' ? (
                <q>{say('versions.restore.deletes', { name: version.name })}</q>
              ) : (
                <ChangedWords change={change} isBack />
              )}
              <small>{change.reasons.flatMap(({ thread }) => (thread ? [`#${thread.number}`] : [])).join(' ')}</small>
            </li>
          ))}
        </ul>
        {shown.length < changes.length && (
          <p className="acts">
            <TextButton onPress={() => setWhole(true)}>
              {say('versions.restore.more', { count: changes.length - shown.length })}
            </TextButton>
          </p>
        )}
      </section>
      {accepted.length > 0 && (
        <div className="say-warn">
          <Icon name="warn" />
          <b>
            {say('versions.restore.accepted', {
              count: accepted.length,
              numbers: sayList(accepted.map((number) => `#${number}`)),
            })}
          </b>
          <span>{say('versions.restore.accepted-then')}</span>
        </div>
      )}
    </>
  );
}

/** Threads that were accepted and whose wording the restoration takes out again. */
function acceptedBehind(changes: readonly Change[]): number[] {
  const numbers = changes.flatMap(({ reasons }) =>
    reasons.flatMap(({ thread }) =>
      thread?.answer === 'accepted' || thread?.answer === 'acceptedWithModification' ? [thread.number] : [],
    ),
  );
  return [...new Set(numbers)].sort((a, b) => a - b);
}
