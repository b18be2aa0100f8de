import { Fragment } from 'react';
import { type Position, type Stance, stance, type Thread } from '../../shared/threads/contract.ts';
import { useLanguage } from '../base/language.ts';
import { useSetting } from './setting.ts';

const stances = stance.options;

/** How many organisations take each position, count after the label: "Support: 3  Object: 1". */
export function PositionCounts({ thread }: { thread: Thread }) {
  const say = useLanguage();
  const counted = stances
    .map((each) => ({ each, count: takersOf(thread, each).length }))
    .filter(({ count }) => count > 0);
  return (
    <>
      {counted.map(({ each, count }) => (
        <span key={each}>{say(`threads.stance.${each}`, { count })}</span>
      ))}
    </>
  );
}

/** Who takes which position, with their words; and the threads that ask for the same. */
export function Positions({ thread, same }: { thread: Thread; same: readonly Thread[] }) {
  const say = useLanguage();
  const held = stances.filter((each) => takersOf(thread, each).length > 0);
  if (held.length === 0 && same.length === 0) return null;
  return (
    <dl className="pos">
      {held.map((each) => (
        <Fragment key={each}>
          <dt>{say(`threads.stance.${each}`, { count: takersOf(thread, each).length })}</dt>
          <dd>
            {takersOf(thread, each).map((position, index) => (
              <Fragment key={position.organisationId}>
                {index > 0 && ', '}
                <bdi title={position.name}>{position.organisation}</bdi>
                {position.text !== '' && <q dir="auto">{position.text}</q>}
              </Fragment>
            ))}
          </dd>
        </Fragment>
      ))}
      {same.length > 0 && <SameThreads same={same} />}
    </dl>
  );
}

const namedAtMost = 3;

function SameThreads({ same }: { same: readonly Thread[] }) {
  const say = useLanguage();
  const { goToThread } = useSetting();
  const rest = same.length - namedAtMost;
  return (
    <>
      <dt>{say('threads.same', { count: same.length })}</dt>
      <dd>
        {same.slice(0, namedAtMost).map((thread, index) => (
          <Fragment key={thread.id}>
            {index > 0 && ', '}
            <button type="button" className="link" onClick={() => goToThread(thread.id)}>
              #{thread.number}
            </button>
          </Fragment>
        ))}
        {rest > 0 && ` ${say('threads.and-more', { count: rest })}`}
      </dd>
    </>
  );
}

function takersOf(thread: Thread, wanted: Stance): Position[] {
  return thread.positions.filter((position) => position.stance === wanted);
}
