import { useEffect, useMemo, useState } from 'react';
import type { ImportPreview } from '../../shared/papers/contract.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { CheckRail } from './CheckRail.tsx';
import { CheckRow, FoldRow } from './CheckRow.tsx';
import type { PostWish } from './post-wish.ts';
import { rowsOf } from './rows.ts';

/** Step 2: every paragraph as it will stand, the doubts in the margin beside their causes. Nothing is stored yet. */
export function CheckStep({
  preview,
  wish,
  onPost,
  onBack,
  isPosting,
  problem,
}: {
  preview: ImportPreview;
  wish: PostWish;
  onPost: () => void;
  onBack: () => void;
  isPosting: boolean;
  problem: Error | null;
}) {
  const say = useLanguage();
  const rows = useMemo(() => rowsOf(preview.paragraphs, preview.warnings), [preview]);
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());
  const [shown, setShown] = useState<number | null>(null);
  // The button that unfolds goes away with the fold: the focus goes to what it showed.
  useEffect(() => {
    if (shown !== null) document.getElementById(`row-${shown}`)?.focus({ preventScroll: true });
  }, [shown]);
  return (
    <>
      <div className="cols">
        <CheckRail preview={preview} wish={wish} onBack={onBack} />
        <main
          className="found"
          id="main"
          aria-label={say('imports.paragraphs-found')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the list scrolls by itself, so keys must reach it
          tabIndex={0}
          lang={wish.language}
        >
          <h1 className="vh">{say('imports.check-of', { symbol: wish.symbol })}</h1>
          {rows.map((row) => {
            if (row.kind === 'paragraph') {
              return <CheckRow key={row.at} at={row.at} paragraph={row.paragraph} warnings={row.warnings} />;
            }
            if (!unfolded.has(row.from)) {
              return (
                <FoldRow
                  key={row.from}
                  paragraphs={row.paragraphs}
                  onShow={() => {
                    setUnfolded(new Set([...unfolded, row.from]));
                    setShown(row.from);
                  }}
                />
              );
            }
            return row.paragraphs.map((paragraph, index) => (
              <CheckRow key={paragraph.id} at={row.from + index} paragraph={paragraph} warnings={[]} />
            ));
          })}
        </main>
      </div>
      <footer className="foot-bar">
        <Button kind="main" isPending={isPosting} onPress={onPost}>
          {say('imports.post', { count: preview.paragraphs.length })}
        </Button>
        <Button onPress={onBack}>{say('imports.another-file')}</Button>
        <span className="grow" />
        {problem ? <ProblemNote problem={problem} /> : <p>{say('imports.post-then')}</p>}
      </footer>
    </>
  );
}
