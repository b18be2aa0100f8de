import { useCallback, useState } from 'react';
import type { WishedAnchor } from '../../../shared/text/anchor.ts';
import type { Mark, Thread } from '../../../shared/threads/contract.ts';
import { type DraftWords, draftKey, findDraft } from '../../threads/drafts.ts';
import type { Composing } from '../../threads/entries.ts';
import { emptyWords, withMark, wordsProposedOn } from '../../threads/form-words.ts';

/** The composer that is open: where, and with which words it began. */
export interface OpenForm {
  at: Composing;
  words: DraftWords;
  /** Another place is another form. */
  key: string;
}

/** Opens and closes the composer. What was begun at a place before is there again. */
export function useComposing(paperId: string, personId: string, textOf: (paragraphId: string) => string) {
  const [form, setForm] = useState<OpenForm | null>(null);
  const open = useCallback(
    (at: Composing, words?: DraftWords) => {
      const key = draftKey(paperId, at.anchor);
      setForm({ at, key, words: words ?? findDraft(personId, key)?.words ?? emptyWords(at.anchor) });
    },
    [paperId, personId],
  );
  /** A comment on these words, or a change of them. */
  const compose = useCallback(
    (anchor: WishedAnchor | null, mark: Mark | null = null) => {
      const kept = findDraft(personId, draftKey(paperId, anchor));
      if (kept || mark === null) return open({ anchor });
      const base = wordsProposedOn(anchor, anchor === null ? '' : textOf(anchor.paragraphId));
      open({ anchor }, withMark(emptyWords(anchor), mark, base));
    },
    [paperId, personId, open, textOf],
  );
  const close = useCallback(() => setForm(null), []);
  return { form, open, compose, close };
}

/** The words of one's own thread again, to be changed: the new ones replace it when they have arrived. */
export function changing(thread: Thread): { at: Composing; words: DraftWords } {
  const { anchor, proposal, kind, opening } = thread;
  const wished: WishedAnchor | null = anchor && {
    paragraphId: anchor.paragraphId,
    ...(anchor.quote && { quote: anchor.quote }),
  };
  const words = {
    mark: proposal?.mark ?? null,
    kind,
    wording: proposal?.text ?? '',
    why: opening.text ?? '',
    onBehalf: null,
  };
  return { at: { anchor: wished, replaces: thread.id }, words };
}
