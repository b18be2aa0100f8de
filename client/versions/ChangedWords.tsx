import type { Change } from '../../shared/changes/contract.ts';
import { useLanguage } from '../base/language.ts';
import { WordDiff } from '../base/ui/WordDiff.tsx';
import { backwards, kindBackwards } from './changed.ts';

/** How much unchanged text stands beside a change in a list. */
const around = 28;

/** The words that differ; where none do, what became of the paragraph. `isBack` shows the way back to the older text. */
export function ChangedWords({ change, isBack }: { change: Change; isBack?: boolean }) {
  const say = useLanguage();
  const kind = isBack ? kindBackwards(change.kind) : change.kind;
  if (change.pieces.every((piece) => piece.kind === 'same')) return <q>{say(`versions.kind.${kind}`)}</q>;
  return (
    <q dir="auto">
      <WordDiff pieces={isBack ? backwards(change.pieces) : change.pieces} around={around} />
    </q>
  );
}
