import { answerOf } from '../../shared/dispositions/rules.ts';
import { useLanguage } from '../base/language.ts';
import { AnswerMark, KindMark } from '../base/ui/FieldMarks.tsx';
import type { Line } from './folding.ts';
import type { Spot } from './spot.ts';
import { labelOf } from './ThreadCard.tsx';
import { firstWords } from './wording.ts';

/** A thread as one line: number, mark, who and the first words, how many say the same, its answer. */
export function ThreadLine({
  line,
  spot,
  isHere,
  isTabStop,
  onOpen,
  onEnter,
}: {
  line: Line;
  spot: Spot;
  isHere: boolean;
  isTabStop: boolean;
  onOpen: () => void;
  /** Enter goes into it. */
  onEnter?: () => void;
}) {
  const say = useLanguage();
  const { thread, same } = line;
  const isDone = thread.dispositions.length > 0 || thread.withdrawnAt !== null;
  const more = same.length > 0 ? say('threads.more-alike', { count: same.length }) : '';
  return (
    // biome-ignore lint/a11y/useSemanticElements: the margin is a list of articles; a list item cannot be both
    <article
      role="listitem"
      className={['sb', isDone && 'done', isHere && 'at'].filter(Boolean).join(' ')}
      tabIndex={isTabStop ? 0 : -1}
      data-thread={thread.id}
      aria-current={isHere ? 'true' : undefined}
      aria-label={[labelOf(thread, spot, say), more].filter(Boolean).join(', ')}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        (onEnter ?? onOpen)();
      }}
    >
      <bdi className="tn">#{thread.number}</bdi>
      {thread.proposal ? <KindMark mark={thread.proposal.mark} /> : <span />}
      <span className="ln">
        <b>{thread.opening.speaker.organisation}</b>{' '}
        <span dir="auto">{thread.withdrawnAt === null ? firstWords(thread) : say('threads.withdrawn')}</span>
      </span>
      {same.length > 0 ? (
        <b className="plus" title={more}>
          +{same.length}
        </b>
      ) : (
        <span />
      )}
      <AnswerMark answer={answerOf(thread)?.answer ?? null} />
    </article>
  );
}
