import type { WishedAnchor } from '../../shared/text/anchor.ts';
import type { Mark, OpenThread } from '../../shared/threads/contract.ts';
import type { DraftWords } from './drafts.ts';
import type { Spot } from './spot.ts';

/** What stands in an empty form: on the paper as a whole a general point, else a point of substance. */
export function emptyWords(anchor: WishedAnchor | null, mark: Mark | null = null): DraftWords {
  return { mark, kind: anchor === null ? 'general' : 'substantive', wording: '', why: '', onBehalf: null };
}

/** The words that a proposal starts from: the quote, or the paragraph where there is none. */
export function wordsProposedOn(anchor: WishedAnchor | null, paragraphText: string): string {
  return anchor?.quote?.exact ?? paragraphText;
}

/** Chooses what to ask for. A change starts from the words as they are; a new paragraph starts empty. */
export function withMark(words: DraftWords, mark: Mark | null, base: string): DraftWords {
  const isUntouched = words.wording === '' || words.wording === base;
  if (!isUntouched) return { ...words, mark };
  return { ...words, mark, wording: mark === 'MOD' ? base : '' };
}

export const needsWording = (mark: Mark | null): boolean => mark === 'MOD' || mark === 'ADD';

/** Why the form cannot be sent yet, as a key of its words; null when it can. */
export function missingIn(words: DraftWords, base: string): string | null {
  if (needsWording(words.mark) && words.wording.trim() === '') return 'wording';
  if (words.mark === 'MOD' && words.wording === base) return 'change';
  if (words.mark === null && words.why.trim() === '') return 'why';
  if (words.onBehalf && words.onBehalf.organisationId === null) return 'organisation';
  if (words.onBehalf && words.onBehalf.receivedAt === null) return 'received';
  return null;
}

/** The request that the form makes; complete forms only (`missingIn`). */
export function wishOf(words: DraftWords, anchor: WishedAnchor | null): OpenThread {
  const { mark, kind, why, onBehalf } = words;
  const wording = mark === 'ADD' ? words.wording.trim() : words.wording;
  return {
    anchor,
    kind,
    text: why.trim(),
    ...(mark && { proposal: { mark, text: needsWording(mark) ? wording : '' } }),
    ...(onBehalf?.organisationId &&
      onBehalf.receivedAt && {
        onBehalf: {
          organisationId: onBehalf.organisationId,
          name: onBehalf.name.trim(),
          by: onBehalf.by,
          receivedAt: onBehalf.receivedAt,
        },
      }),
  };
}

/** The form's words again from a request that was sent or refused. */
export function wordsOfWish(wish: OpenThread): DraftWords {
  return {
    mark: wish.proposal?.mark ?? null,
    kind: wish.kind,
    wording: wish.proposal?.text ?? '',
    why: wish.text,
    onBehalf: wish.onBehalf ?? null,
  };
}

/** All words of the form as plain text, for copying. */
export function plainWords(words: DraftWords, address: string): string {
  return [[address, words.mark ?? ''].join(' ').trim(), words.wording, words.why]
    .filter((each) => each !== '')
    .join('\n\n');
}

/** Whether the words that one comments on have changed since the form was opened. */
export function hasMovedOn(spot: Spot): boolean {
  return spot.how === 'changed' || spot.how === 'moved' || spot.how === 'deleted';
}
