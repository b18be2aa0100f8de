import { useEffect, useState } from 'react';
import { wordDifference } from '../../shared/text/words.ts';
import type { Application, Thread } from '../../shared/threads/contract.ts';
import { inZone } from '../base/dates.ts';
import { useLanguage } from '../base/language.ts';
import { Button, ButtonLink } from '../base/ui/Button.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { WordDiff } from '../base/ui/WordDiff.tsx';
import { type Hear, useUndoApplication } from './queries.ts';

const freshFor = 10_000;
const around = 60;

/** A proposal that stands in the draft: when, by whom, what it changed, and the way back while nothing else changed there. */
export function AppliedNote({
  paperId,
  thread,
  application,
  address,
  zone,
  place,
  language,
  compareTo,
  mayUndo,
  hear,
}: {
  paperId: string;
  thread: Thread;
  application: Application;
  address: string;
  zone: string;
  place: string;
  language: string;
  /** The page that shows the change beside its reason; null before the first version. */
  compareTo: string | null;
  mayUndo: boolean;
  hear: Hear;
}) {
  const say = useLanguage();
  const undo = useUndoApplication(paperId, hear);
  const isFresh = useIsFresh(application.at);
  return (
    <div className="applied">
      <p className="arrived">
        <Icon name="check" />
        <span>
          <b>{say('dispositions.applied-to', { address })}</b>{' '}
          {say('dispositions.applied-by', {
            when: inZone(application.at, zone, place),
            by: application.by,
            number: thread.number,
          })}
        </span>
      </p>
      <div className="prop" dir="auto" lang={language}>
        <p className="cap">
          <bdi>{address}</bdi>
        </p>
        <WordDiff pieces={wordDifference(application.before, application.after, language)} around={around} />
      </div>
      {mayUndo && (
        <div className="acts">
          <Button
            kind={isFresh ? 'main' : undefined}
            icon="undo"
            isPending={undo.isPending}
            onPress={() => undo.mutate({ threadId: thread.id, id: application.id })}
          >
            {say('dispositions.undo')}
          </Button>
          {compareTo !== null && <ButtonLink to={compareTo}>{say('dispositions.show-in-compare')}</ButtonLink>}
        </div>
      )}
      <ProblemNote problem={undo.error} />
    </div>
  );
}

/** The first ten seconds, in which Undo is the main thing to do. */
function useIsFresh(at: string): boolean {
  const left = () => Date.parse(at) + freshFor - Date.now();
  const [isFresh, setFresh] = useState(left() > 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `left` is counted from `at`
  useEffect(() => {
    if (!isFresh) return;
    const timer = setTimeout(() => setFresh(false), Math.max(0, left()));
    return () => clearTimeout(timer);
  }, [at, isFresh]);
  return isFresh;
}
