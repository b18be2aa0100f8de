import type { WordPiece } from '../changes/contract.ts';
import { type AnyAnchor, type Place, resolveAnchor } from '../text/anchor.ts';
import { wordDifference } from '../text/words.ts';
import type { Proposal } from './contract.ts';

/** A paragraph as it is today, and where the anchor stands in it. */
export interface Target {
  text: string;
  place: Pick<Place, 'start' | 'end'>;
}

/**
 * T8: what a proposal makes of a paragraph: MOD with a quote replaces the quote, without one the paragraph;
 * SUP leaves nothing; ADD and NOC leave the paragraph as it is. Without a paragraph, the wording itself.
 */
export function proposedText(anchor: AnyAnchor, proposal: Proposal, target: Target | null): string {
  if (proposal.mark === 'SUP') return '';
  if (proposal.mark === 'ADD' || proposal.mark === 'NOC') return target?.text ?? '';
  if (!target || !anchor.quote) return proposal.text;
  return target.text.slice(0, target.place.start) + proposal.text + target.text.slice(target.place.end);
}

/** What a proposal changes, word by word, against the text it was written on. */
export function whatChanges(anchor: AnyAnchor & { paragraphText: string }, proposal: Proposal): WordPiece[] {
  if (proposal.mark === 'NOC') return [{ kind: 'same', text: anchor.paragraphText }];
  if (proposal.mark === 'ADD') return [{ kind: 'inserted', text: proposal.text }];
  const text = anchor.paragraphText;
  const place = resolveAnchor(anchor, [{ id: anchor.paragraphId, text }]);
  return wordDifference(text, proposedText(anchor, proposal, { text, place }));
}
