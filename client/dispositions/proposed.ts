import type { ParagraphId } from '../../shared/ids.ts';
import { resolveAnchor } from '../../shared/text/anchor.ts';
import { type MergedPiece, mergeWordings } from '../../shared/text/merge.ts';
import type { Thread } from '../../shared/threads/contract.ts';
import { proposedText, type Target } from '../../shared/threads/proposal.ts';

/** The paragraph that a thread stands on today; null when it is gone. */
export interface Today {
  address: string;
  text: string;
  place: Target['place'];
}

/** Three readings of one paragraph: when the thread was written, what it asks for, and today. */
export interface Readings {
  before: string;
  asked: string;
  today: string;
}

/** Whether a thread proposes something that can be put into the draft. NOC asks for nothing; what is gone takes nothing but an ADD. */
export function canApply(thread: Thread, today: Today | null): boolean {
  const mark = thread.proposal?.mark;
  if (mark === undefined || mark === 'NOC' || thread.withdrawnAt !== null) return false;
  return mark === 'ADD' || today !== null;
}

/**
 * Whether the words that a proposal is about are still those it was written on. A change elsewhere in the
 * paragraph does not matter to a quote that stands unchanged; a new paragraph is never in the way.
 */
export function hasTextChanged({ proposal, anchor }: Thread, today: Today | null): boolean {
  if (!proposal || !anchor || !today || proposal.mark === 'ADD') return false;
  return anchor.quote ? today.place.how !== 'exact' : today.text !== anchor.paragraphText;
}

/** What goes into the draft without a question asked; undefined leaves it to the proposal as written. */
export function plainWording({ proposal, anchor }: Thread, today: Today | null): string | undefined {
  const isPart = proposal?.mark === 'SUP' && anchor?.quote !== undefined;
  return isPart && anchor && today ? proposedText(anchor, proposal, today) : undefined;
}

/** What a thread asked of the text that it was written on, beside that text and today's. */
export function readingsOf({ proposal, anchor }: Thread, before: string, today: string): Readings {
  if (!proposal || !anchor) return { before, asked: before, today };
  const then = resolveAnchor(anchor, [{ id: anchor.paragraphId as ParagraphId, text: before }]);
  return { before, asked: proposedText(anchor, proposal, { text: before, place: then }), today };
}

/** The two wordings put together by words; where both changed the same words, a person chooses. */
export function mergedPieces({ before, asked, today }: Readings, language: string): MergedPiece[] {
  return mergeWordings(before, asked, today, language).pieces;
}

export type Choice = 'ours' | 'theirs' | null;

/** The wording that the choices make; what is not chosen yet stays as it is today. */
export function wordingFrom(pieces: readonly MergedPiece[], choices: readonly Choice[]): string {
  let clash = 0;
  return pieces
    .map((piece) => {
      if (piece.kind === 'agreed') return piece.text;
      const choice = choices[clash++] ?? null;
      return choice === 'ours' ? piece.ours : piece.theirs;
    })
    .join('');
}
