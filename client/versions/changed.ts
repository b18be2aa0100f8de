import type { Change, ChangeKind, Comparison, WordPiece } from '../../shared/changes/contract.ts';

/** The paragraphs that differ, in document order. */
export function changesIn(comparison: Comparison): Change[] {
  return comparison.rows.flatMap((row) => ('change' in row ? [row.change] : []));
}

/** What people call the paragraph of a change: today's address, or the old one where it is gone. */
export function addressOf(change: Change): string {
  return (change.after ?? change.before)?.address ?? '';
}

/** The difference the other way round, what goes before what comes. */
export function backwards(pieces: readonly WordPiece[]): WordPiece[] {
  const turned = pieces.map(({ kind, text }): WordPiece => {
    if (kind === 'same') return { kind, text };
    return { kind: kind === 'inserted' ? 'deleted' : 'inserted', text };
  });
  for (let at = 1; at < turned.length; at++) {
    const [before, here] = [turned[at - 1], turned[at]];
    if (before?.kind === 'inserted' && here?.kind === 'deleted') turned.splice(at - 1, 2, here, before);
  }
  return turned;
}

const kindsBack: Partial<Record<ChangeKind, ChangeKind>> = {
  split: 'merged',
  merged: 'split',
  inserted: 'deleted',
  deleted: 'inserted',
};

/** What happens to a paragraph on the way back. */
export const kindBackwards = (kind: ChangeKind): ChangeKind => kindsBack[kind] ?? kind;
