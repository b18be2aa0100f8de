import type { Change, WordPiece } from '../../shared/changes/contract.ts';
import type { Paragraph } from '../../shared/text/paragraph.ts';
import { useLanguage } from '../base/language.ts';
import { WordDiff } from '../base/ui/WordDiff.tsx';
import { addressOf, keyOf } from './rows.ts';
import { type ReasonWay, Spine } from './Spine.tsx';

/** Side by side, or both texts in one. */
export type CompareView = 'side' | 'inline';

/** One change: the older words, why, the newer words; in one text the words once, with both kinds of marks. */
export function ChangeRow({
  paperId,
  change,
  language,
  names,
  view,
  isHere,
  addresses,
  onGiveReason,
}: {
  paperId: string;
  change: Change;
  language: string;
  names: { older: string; newer: string };
  view: CompareView;
  isHere: boolean;
  addresses: ReadonlyMap<string, string>;
  onGiveReason?: (change: Change, way: ReasonWay) => void;
}) {
  const say = useLanguage();
  const address = addressOf(change);
  const old = olderPieces(change);
  const today = change.pieces.filter((piece) => piece.kind !== 'deleted');
  const spine = (
    <Spine
      paperId={paperId}
      change={change}
      addresses={addresses}
      onGiveReason={onGiveReason && ((way) => onGiveReason(change, way))}
    />
  );
  return (
    <article
      className="row chg"
      id={keyOf(change)}
      tabIndex={-1}
      aria-label={say('changes.row', { address })}
      aria-current={isHere ? 'true' : undefined}
    >
      {view === 'side' && (
        <Side
          paragraph={change.before}
          pieces={old}
          className="cell old"
          language={language}
          otherwise={say(change.kind === 'split' ? 'changes.was-part' : 'changes.was-not-there', {
            address,
            name: names.older,
          })}
        />
      )}
      {view === 'side' && spine}
      <Side
        paragraph={view === 'inline' ? (change.after ?? change.before) : change.after}
        pieces={view === 'inline' ? change.pieces : today}
        className="cell new"
        language={language}
        otherwise={say(change.kind === 'merged' ? 'changes.is-part' : 'changes.is-not-there', {
          address,
          name: names.newer,
        })}
      />
      {view === 'inline' && spine}
    </article>
  );
}

/** The older words. Where a paragraph was split or merged the pieces do not hold all of them: then they stand unmarked. */
function olderPieces({ before, pieces }: Change): WordPiece[] {
  const old = pieces.filter((piece) => piece.kind !== 'inserted');
  if (before === null || old.map((piece) => piece.text).join('') === before.text) return old;
  return [{ kind: 'same', text: before.text }];
}

function Side({
  paragraph,
  pieces,
  className,
  language,
  otherwise,
}: {
  paragraph: Paragraph | null;
  pieces: readonly WordPiece[];
  className: string;
  language: string;
  otherwise: string;
}) {
  if (paragraph === null) {
    return (
      <div className={className}>
        <span className="nil">{otherwise}</span>
      </div>
    );
  }
  return (
    <div className={className} data-kind={paragraph.kind} dir="auto" lang={language}>
      <bdi className="n" dir="ltr">
        {paragraph.address}
      </bdi>
      <WordDiff pieces={pieces.length === 0 ? [{ kind: 'same', text: paragraph.text }] : pieces} />
    </div>
  );
}
