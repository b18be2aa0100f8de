import type { WordPiece } from '../../../shared/changes/contract.ts';
import { useLanguage } from '../language.ts';

/**
 * Words deleted and inserted. A replacement has no space between the old word and the new one in the text,
 * so `ins.r` draws one. Screen readers hear "deleted: … inserted: …".
 * @param around how many characters of unchanged words to keep beside a change; all when left out
 */
export function WordDiff({ pieces, around }: { pieces: readonly WordPiece[]; around?: number }) {
  const say = useLanguage();
  return (
    <>
      {pieces.map((piece, index) => {
        const key = `${index} ${piece.kind}`;
        if (piece.kind === 'same') {
          return (
            <span key={key}>
              {around === undefined
                ? piece.text
                : clipped(piece.text, around, index === 0, index === pieces.length - 1)}
            </span>
          );
        }
        if (piece.kind === 'deleted') {
          return (
            <del key={key}>
              <span className="vh">{say('base.deleted-words')} </span>
              {piece.text}
            </del>
          );
        }
        return (
          <ins key={key} className={pieces[index - 1]?.kind === 'deleted' ? 'r' : undefined}>
            <span className="vh"> {say('base.inserted-words')} </span>
            {piece.text}
          </ins>
        );
      })}
    </>
  );
}

/** Long unchanged words shortened to what stands beside a change, cut between words. */
function clipped(text: string, around: number, isFirst: boolean, isLast: boolean): string {
  const before = isFirst ? '' : head(text, around);
  const after = isLast ? '' : tail(text, around);
  if (text.length <= before.length + after.length + 8) return text;
  return `${before}${isFirst ? '' : ' '}…${isLast ? '' : ' '}${after}`;
}

function head(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, Math.max(text.lastIndexOf(' ', length), 0));
}

function tail(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.indexOf(' ', text.length - length);
  return cut === -1 ? '' : text.slice(cut + 1);
}
