import type { WordPiece } from '../../shared/changes/contract.ts';
import type { Thread } from '../../shared/threads/contract.ts';
import { whatChanges } from '../../shared/threads/proposal.ts';

/**
 * What a proposal asks for, word by word, against the text that it was written on; a NOC shows the words
 * that stay. Empty where the thread proposes no wording.
 */
export function proposedPieces(
  { proposal, anchor }: Pick<Thread, 'proposal' | 'anchor'>,
  language: string,
): WordPiece[] {
  if (!proposal || !anchor) return [];
  if (proposal.mark === 'NOC') return [{ kind: 'same', text: anchor.quote?.exact ?? anchor.paragraphText }];
  return whatChanges(anchor, proposal, language);
}

/** The first words of a thread in one line: what was said, else what is proposed. */
export function firstWords(thread: Pick<Thread, 'opening' | 'proposal'>): string {
  const said = thread.opening.text ?? '';
  return said === '' ? (thread.proposal?.text ?? '') : said;
}
