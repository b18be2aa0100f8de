import type { Change } from '../../shared/changes/contract.ts';
import { sayList, useLanguage } from '../base/language.ts';

const looks: Partial<Record<Change['kind'], string>> = { inserted: 'tag add', deleted: 'tag del' };

/** What became of the paragraph beside its words: new, deleted, moved, split, merged, or other formats only. */
export function KindOfChange({ change, addresses }: { change: Change; addresses: ReadonlyMap<string, string> }) {
  const say = useLanguage();
  const isInWords = change.pieces.some((piece) => piece.kind !== 'same');
  if (change.kind === 'changed' && isInWords) return null;
  const others = sayList(change.with.flatMap((id) => addresses.get(id) ?? []));
  return (
    <p className={looks[change.kind] ?? 'tag'}>
      {say(`changes.kind.${wayOf(change)}`, { from: change.from ?? '', others })}
    </p>
  );
}

/** A part that came out of a split, or went into a merge, says so from its own side. */
function wayOf({ kind, before, after, from }: Change): string {
  if (kind === 'split' && before === null) return 'split-part';
  if (kind === 'merged' && after === null) return 'merged-part';
  if (kind === 'moved' || kind === 'movedAndChanged') return from === null ? `${kind}-unknown` : kind;
  return kind;
}
