import { useKeys } from '../../base/keys.ts';
import { useLanguage } from '../../base/language.ts';

/** What the keys of the review page do. */
export interface KeyDeeds {
  step: (step: 1 | -1) => void;
  section: (step: 1 | -1) => void;
  comment: () => void;
  /** Comments on the selection, also while one edits. */
  commentAnywhere: () => void;
  find: () => void;
  edit: (() => void) | null;
  escape: () => void;
}

/** The keys of the review page; `?` lists them. Single letters never act in a text field. */
export function useReviewKeys(deeds: KeyDeeds): void {
  const say = useLanguage();
  useKeys(say('paper.keys.title'), [
    { keys: 'j', words: say('paper.keys.next'), run: () => deeds.step(1) },
    { keys: 'k', words: say('paper.keys.previous'), run: () => deeds.step(-1) },
    { keys: 'Enter', words: say('paper.keys.enter') },
    { keys: 'c', words: say('paper.keys.comment'), run: deeds.comment },
    { keys: 'Ctrl+Alt+m', words: say('paper.keys.comment-anywhere'), run: deeds.commentAnywhere },
    { keys: ']', words: say('paper.keys.next-section'), run: () => deeds.section(1) },
    { keys: '[', words: say('paper.keys.previous-section'), run: () => deeds.section(-1) },
    { keys: 'g', words: say('paper.keys.go'), run: deeds.find },
    { keys: '/', words: say('paper.keys.find'), run: deeds.find },
    ...(deeds.edit ? [{ keys: 'e', words: say('paper.keys.edit'), run: deeds.edit }] : []),
    { keys: 'Ctrl+Enter', words: say('paper.keys.send') },
    { keys: 'Escape', words: say('base.keys-escape'), run: deeds.escape },
  ]);
}
