import { useEffect } from 'react';
import { sayPresence } from '../../base/live.ts';
import { useViewed } from './sheet-view.ts';
import type { ReviewModel } from './use-review.ts';

const pause = 1000;

/** Tells the others where this person reads, writes or edits; at most once a second, and that they left. Draws nothing. */
export function Here({ review }: { review: ReviewModel }) {
  const { paper, composing, isEditing, sheet } = review;
  const reading = useViewed(sheet.view, (view) => view.paragraphId);
  const { form } = composing;
  const paperId = paper.id;
  const paragraphId = form?.at.anchor?.paragraphId ?? reading;
  const activity = form ? 'commenting' : isEditing ? 'editing' : 'reading';
  useEffect(() => {
    const timer = setTimeout(() => sayPresence({ paperId, paragraphId, activity }), pause);
    return () => clearTimeout(timer);
  }, [paperId, paragraphId, activity]);
  useEffect(() => {
    sayPresence({ paperId, paragraphId: null, activity: 'reading' });
    return () => sayPresence(null);
  }, [paperId]);
  return null;
}
