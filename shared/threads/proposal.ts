import type { WordPiece } from '../changes/contract.ts';
import { type AnyAnchor, type Place, resolveAnchor } from '../text/anchor.ts';
import { mergeWordings } from '../text/merge.ts';
import { wordDifference } from '../text/words.ts';
import type { Proposal } from './contract.ts';

/** A paragraph as it is today, and where the anchor stands in it. */
export interface Target {
  text: string;
  place: Pick<Place, 'how' | 'start' | 'end'>;
}

/**
 * What a proposal makes of a paragraph.
 * T8: MOD with a quote puts its wording in the place of the quote, without one in that of the whole text.
 *   Without a paragraph to go into, it is its wording.
 * T9: SUP with a quote takes out the quoted words, and the space they leave double; without one all.
 * T10: ADD and NOC leave the paragraph as it is: the new paragraphs of an ADD are in `addedParagraphs`.
 * T11: when nothing of the quote is left, what the proposal asked of the text that it was written on is
 *   merged into today's; where both changed the same words, the proposal's stand.
 */
export function proposedText(anchor: AnyAnchor, proposal: Proposal, target: Target | null): string {
  const { mark } = proposal;
  if (mark === 'ADD' || mark === 'NOC') return target?.text ?? '';
  const wording = mark === 'SUP' ? '' : proposal.text;
  if (!target || !anchor.quote) return wording;
  const { text, place } = target;
  if (place.how !== 'paragraph') return mark === 'SUP' ? withoutWords(text, place) : replaced(text, place, wording);
  const former = anchor.paragraphText;
  if (former === undefined || !former.includes(anchor.quote.exact)) return text;
  const asked = proposedText(anchor, proposal, standing(anchor, former));
  return mergeWordings(former, asked, text)
    .pieces.map((piece) => (piece.kind === 'agreed' ? piece.text : piece.ours))
    .join('');
}

function replaced(text: string, { start, end }: Pick<Place, 'start' | 'end'>, wording: string): string {
  return text.slice(0, start) + wording + text.slice(end);
}

/** A text without some words: neither two spaces in their place, nor one before a mark or at an edge. */
function withoutWords(text: string, { start, end }: Pick<Place, 'start' | 'end'>): string {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (/(^|\s)$/u.test(before) && /^ /u.test(after)) return before + after.slice(1);
  if (/ $/u.test(before) && /^([.,;:!?)\]،؛]|$)/u.test(after)) return before.slice(0, -1) + after;
  return before + after;
}

/** The text that a proposal was written on, as what it goes into. */
function standing(anchor: AnyAnchor, text: string): Target {
  return { text, place: resolveAnchor(anchor, [{ id: anchor.paragraphId, text }]) };
}

/** The new paragraphs of an ADD, one a line; empty lines are none. Other marks add nothing. */
export function addedParagraphs({ mark, text }: Proposal): string[] {
  return mark === 'ADD' ? text.split(/\r?\n/u).filter((line) => line.trim() !== '') : [];
}

/**
 * T12: what a proposal changes, word by word, against the text that it was written on: the whole paragraph
 * with its change for MOD and SUP, only what is new for ADD, the paragraph as it is for NOC.
 */
export function whatChanges(
  anchor: AnyAnchor & { paragraphText: string },
  proposal: Proposal,
  language = 'en',
): WordPiece[] {
  const former = anchor.paragraphText;
  if (proposal.mark === 'ADD') return wordDifference('', addedParagraphs(proposal).join('\n'), language);
  return wordDifference(former, proposedText(anchor, proposal, standing(anchor, former)), language);
}
