import { Fragment, type ReactNode } from 'react';
import type { Paragraph } from '../../../shared/text/paragraph.ts';
import { StaticText } from '../review/StaticText.tsx';

/** The text paragraph by paragraph, with what follows each. A table stays whole: its threads follow it. */
export function PrintedText({
  paragraphs,
  language,
  after,
}: {
  paragraphs: readonly Paragraph[];
  language: string;
  after: (paragraphId: string) => ReactNode[];
}) {
  return piecesOf(paragraphs).map((piece) => {
    const following = piece.flatMap(({ id }) => after(id));
    const key = piece[0]?.id ?? '';
    return (
      <Fragment key={key}>
        <StaticText paragraphs={piece} language={language} />
        {following.length > 0 && <ol className="printed-threads">{following}</ol>}
      </Fragment>
    );
  });
}

/** Single paragraphs, and tables as one piece. */
function piecesOf(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const pieces: Paragraph[][] = [];
  for (const paragraph of paragraphs) {
    const last = pieces.at(-1);
    const isSameTable = paragraph.cell !== undefined && last?.[0]?.cell?.table === paragraph.cell.table;
    if (last && isSameTable) last.push(paragraph);
    else pieces.push([paragraph]);
  }
  return pieces;
}
