import { useState } from 'react';
import type { BareChange } from '../../shared/versions/compare.ts';
import { useLanguage } from '../base/language.ts';
import { TextButton } from '../base/ui/Button.tsx';
import { WordDiff } from '../base/ui/WordDiff.tsx';

/** More differences than these are folded; one is enough to know. */
const shownAtFirst = 5;

/** Where a text differs from the version: each paragraph with the words that only one of them has. */
export function Differences({
  changes,
  paragraphs,
  version,
}: {
  changes: readonly BareChange[];
  paragraphs: number;
  version: string;
}) {
  const say = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? changes : changes.slice(0, shownAtFirst);
  const same = Math.max(0, paragraphs - changes.filter((change) => change.before !== null).length);
  return (
    <section>
      {shown.map((change) => {
        const address = (change.before ?? change.after)?.address ?? '';
        return (
          <div key={`${change.kind} ${change.paragraphId}`}>
            <h3 className="h3">{say(`verify.change.${change.kind}`, { address })}</h3>
            <div className="cmp" dir="auto">
              <bdi className="n" dir="ltr">
                {address}
              </bdi>
              <WordDiff pieces={change.pieces} around={120} />
            </div>
          </div>
        );
      })}
      {shown.length < changes.length && (
        <p className="acts">
          <TextButton onPress={() => setWhole(true)}>
            {say('verify.more', { count: changes.length - shown.length })}
          </TextButton>
        </p>
      )}
      <p className="help">
        {say('verify.legend', { version })} {say('verify.others-same', { count: same })}
      </p>
    </section>
  );
}
