import type { CSSProperties, KeyboardEvent, Ref } from 'react';
import { answerOf } from '../../shared/dispositions/rules.ts';
import type { Thread } from '../../shared/threads/contract.ts';
import { shortDate } from '../base/dates.ts';
import { type Say, useLanguage } from '../base/language.ts';
import { AnswerMark } from '../base/ui/FieldMarks.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { PositionCounts } from './Positions.tsx';
import { useSetting } from './setting.ts';
import type { Spot } from './spot.ts';
import { type SlipParts, ThreadBody } from './ThreadBody.tsx';
import { ThreadHead } from './ThreadHead.tsx';
import { firstWords } from './wording.ts';

/**
 * One thread in the margin. Quiet: a note without a box. Answered: a dotted line and one line of words. In
 * focus: the raised slip with everything. It can be focused as a whole; Enter goes into it.
 */
export function ThreadCard({
  thread,
  spot,
  isOpen,
  isTabStop,
  same,
  parts,
  onOpen,
  style,
  ref,
}: {
  thread: Thread;
  spot: Spot;
  isOpen: boolean;
  isTabStop: boolean;
  same: readonly Thread[];
  /** What the page puts into the slip in focus. */
  parts: SlipParts;
  onOpen: () => void;
  style?: CSSProperties;
  ref?: Ref<HTMLElement>;
}) {
  const say = useLanguage();
  const look = lookOf(thread, spot, isOpen);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the margin is a list of articles; a list item cannot be both
    <article
      ref={ref}
      role="listitem"
      className={look}
      style={style}
      tabIndex={isTabStop ? 0 : -1}
      data-thread={thread.id}
      aria-current={isOpen ? 'true' : undefined}
      aria-label={labelOf(thread, spot, say)}
      onFocus={(event) => {
        if (event.target === event.currentTarget && !isOpen) onOpen();
      }}
      onClick={isOpen ? undefined : onOpen}
      onKeyDown={enterSlip}
    >
      {spot.how === 'deleted' && (
        <p className="was">
          <Icon name="warn" />
          {say('threads.deleted', { address: spot.address })}
        </p>
      )}
      <ThreadHead thread={thread} isOpen={isOpen} />
      {isOpen ? <ThreadBody thread={thread} spot={spot} same={same} parts={parts} /> : <ThreadBrief thread={thread} />}
    </article>
  );
}

function ThreadBrief({ thread }: { thread: Thread }) {
  const say = useLanguage();
  const { zone } = useSetting();
  const answer = answerOf(thread);
  const applied = thread.applications.filter((each) => each.undoneAt === null).at(-1);
  if (thread.withdrawnAt !== null) return <p className="say">{say('threads.is-withdrawn')}</p>;
  return (
    <>
      {answer?.answer !== 'duplicate' && (
        <p className="say" dir="auto">
          {firstWords(thread)}
        </p>
      )}
      <p className="meta brief">
        {answer ? (
          <AnswerMark
            answer={answer.answer}
            duplicateOf={answer.duplicateOf?.number}
            words={
              applied && answer.answer !== 'duplicate'
                ? say('threads.answer-applied', {
                    answer: say(`base.answer.${answer.answer}`),
                    when: shortDate(applied.at, zone),
                  })
                : undefined
            }
          />
        ) : (
          <PositionCounts thread={thread} />
        )}
        {thread.replies.length > 0 && <span>{say('threads.replies', { count: thread.replies.length })}</span>}
      </p>
    </>
  );
}

function lookOf(thread: Thread, spot: Spot, isOpen: boolean): string {
  const isDone = thread.dispositions.length > 0 || thread.withdrawnAt !== null;
  const looks = [
    'th',
    isOpen && 'on',
    isDone && 'done',
    spot.how === 'deleted' && 'orphan',
    thread.withdrawnAt !== null && 'taken-back',
  ];
  return looks.filter(Boolean).join(' ');
}

/** "Thread 12 on 6.2, Delegation A proposes new wording, open". */
export function labelOf(thread: Thread, spot: Spot, say: Say): string {
  const { number, proposal, opening } = thread;
  const where = spot.how === 'paper' ? say('threads.on-paper') : say('threads.on', { address: spot.address });
  const what = say(`threads.asks.${proposal?.mark ?? 'none'}`, { organisation: opening.speaker.organisation });
  const answer = answerOf(thread);
  const state =
    thread.withdrawnAt !== null
      ? say('threads.withdrawn')
      : answer
        ? say(`base.answer.${answer.answer}`)
        : say('threads.open');
  return say('threads.label', { number, where, what, state });
}

/** Enter on the note goes into it: to the first thing that can be done there. */
function enterSlip(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
  const first = event.currentTarget.querySelector<HTMLElement>('button:not([disabled]), a[href], textarea, input');
  if (!first) return;
  event.preventDefault();
  first.focus();
}
