import { memo, useCallback, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { useNavigate } from 'react-router';
import type { Organisation } from '../../../shared/groups/contract.ts';
import type { ParagraphId, ThreadId } from '../../../shared/ids.ts';
import { useLanguage } from '../../base/language.ts';
import { paperAddress } from '../../base/place.ts';
import { TextButton } from '../../base/ui/Button.tsx';
import { ProblemNote } from '../../base/ui/ProblemNote.tsx';
import { Waiting } from '../../base/ui/Waiting.tsx';
import { DraftEditor } from '../../draft/DraftEditor.tsx';
import type { AnchoredThread } from '../../draft/highlights.ts';
import { PhoneThreads } from './PhoneThreads.tsx';
import { ReviewMargin } from './ReviewMargin.tsx';
import { SelectionButton } from './SelectionButton.tsx';
import { StaticText } from './StaticText.tsx';
import { TextBeside } from './TextBeside.tsx';
import { TitleBlock } from './TitleBlock.tsx';
import type { ReviewModel } from './use-review.ts';
import { useTapping } from './use-tapping.ts';

/** The words that one is writing about are in focus like the quote of a thread. */
const beingWritten = 'being-written' as ThreadId;
const colour = '#165c3b';
/** Drawn again only when something about the text changes, not at each step of the scroll. */
const Editor = memo(DraftEditor);

/** The sheet: the text, what stands between its paragraphs, and the margin. */
export function ReviewSheet({
  review,
  organisations,
  onStep,
}: {
  review: ReviewModel;
  organisations: readonly Organisation[];
  onStep: (by: 1 | -1) => void;
}) {
  const say = useLanguage();
  const navigate = useNavigate();
  const { paper, group, sheet, notes, posted, living, threads, focusId, composing, isPhone } = review;
  const { text, geometry } = sheet;
  const [bar, setBar] = useState<HTMLElement | null>(null);
  const anchored = useAnchored(review);
  const active = composing.form ? beingWritten : (focusId as ThreadId | null);
  const tapping = useTapping(review);
  const onThreadFocus = useCallback(
    (id: ThreadId | null) => {
      if (id === beingWritten) return;
      tapping.onThread(id);
      if (id !== null || !composing.form) review.goToThread(id);
    },
    [tapping.onThread, composing.form, review.goToThread],
  );
  const me = useMemo(() => ({ name: review.membership.organisation.name, colour }), [review.membership]);
  const { compose } = review;
  const onComment = useCallback((paragraphId: ParagraphId) => compose({ paragraphId }), [compose]);
  const onHistory = useCallback(
    (id: ParagraphId) => void navigate(`${paperAddress(paper.id)}/history?paragraph=${id}`),
    [navigate, paper.id],
  );
  const { first } = living;
  const placeholder = useMemo(
    () => (first.length > 0 ? <StaticText paragraphs={first} language={paper.language} /> : undefined),
    [first, paper.language],
  );
  const label = say(posted.isOn ? 'paper.posted-label' : 'paper.text-label', {
    symbol: paper.symbol,
    version: paper.newestVersion?.name ?? '',
  });
  return (
    <div className="side-by">
      <div className="bars" ref={setBar} />
      {bar && posted.isOn && createPortal(<PostedStrip review={review} />, bar)}
      <main className="sheet" id="main" tabIndex={-1} ref={sheet.sheet}>
        <div className="leaf">
          <article
            className="text"
            lang={paper.language}
            aria-label={label}
            ref={sheet.setText}
            onClick={tapping.onTap}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && review.isEditing && !event.defaultPrevented) sheet.setMode('reading');
            }}
          >
            <TitleBlock
              paper={paper}
              group={group}
              isPosted={posted.isOn}
              mayEdit={review.mayEdit}
              onPosted={posted.setOn}
              onPaper={review.mayWrite && review.writing.shut === null ? () => review.compose(null) : null}
            />
            {posted.isOn ? (
              <PostedText review={review} />
            ) : (
              <Editor
                ref={sheet.editor}
                paperId={paper.id}
                language={paper.language}
                mode={sheet.mode}
                mayEdit={review.mayEdit}
                me={me}
                threads={anchored}
                activeThread={active}
                onThreadFocus={onThreadFocus}
                onSelect={sheet.setSelection}
                onComment={onComment}
                onHistory={onHistory}
                onParagraphs={living.take}
                onState={sheet.onState}
                onGeometry={geometry.note}
                bar={bar}
                placeholder={placeholder}
              />
            )}
            <TextBeside
              {...{ notes, threads, text, geometry, isPhone }}
              version={paper.newestVersion?.name ?? null}
              onThread={review.show}
            />
            {sheet.selection && !isPhone && !review.isEditing && !composing.form && review.mayWrite && (
              <SelectionButton selection={sheet.selection} text={text} onComment={review.compose} />
            )}
          </article>
          {isPhone ? (
            <PhoneThreads review={review} organisations={organisations} onStep={onStep} tapping={tapping} />
          ) : (
            <ReviewMargin review={review} organisations={organisations} onStep={onStep} />
          )}
        </div>
      </main>
    </div>
  );
}

/** The threads as the text draws them; what is being written is one of them. */
function useAnchored({ threads, composing }: ReviewModel): AnchoredThread[] {
  const anchor = composing.form?.at.anchor;
  return useMemo(() => {
    const standing = threads
      .filter((thread) => thread.withdrawnAt === null)
      .map(({ id, anchor: at }) => ({ id, anchor: at }));
    return anchor ? [...standing, { id: beingWritten, anchor }] : standing;
  }, [threads, anchor]);
}

function PostedStrip({ review }: { review: ReviewModel }) {
  const say = useLanguage();
  return (
    <div className="posted-strip" role="status">
      <span>{say('paper.posted-strip', { version: review.paper.newestVersion?.name ?? '' })}</span>
      <TextButton onPress={() => review.posted.setOn(false)}>{say('paper.title.show-living')}</TextButton>
    </div>
  );
}

function PostedText({ review: { posted, paper } }: { review: ReviewModel }) {
  if (posted.problem) return <ProblemNote problem={posted.problem} />;
  if (!posted.shown) return <Waiting lines={12} />;
  return <StaticText paragraphs={posted.shown.paragraphs} language={paper.language} />;
}
