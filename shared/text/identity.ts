import type { ParagraphId } from '../ids.ts';

/** A block as it stands after a change. `key` is what the editor calls it, before and after. */
export interface BlockNow {
  key: string;
  id: ParagraphId | null;
  isEmpty: boolean;
  /** The block of the text before in which its first words stood; null where they are new. */
  source: string | null;
}
/** The same block as it stood before the change. */
export interface BlockBefore {
  id: ParagraphId | null;
  isEmpty: boolean;
}
/** What a block is called from now on; `heirOf` is the block whose place it takes, whose label goes with the id. */
export interface Settled {
  id: ParagraphId;
  heirOf: string | null;
}

/**
 * Which block keeps which id after a change, so that comments stay with their words.
 *
 * An id that several blocks hold (copy and paste) stays with the one that held it before, else with the
 * first in the text; the others get a fresh one. A block that took over the words of another (it became a
 * heading or a list item, Enter was pressed at its start, the empty line above it was deleted) takes over
 * that block's id if the other is gone or now empty; what was emptied gets a fresh one. The second part of
 * a split is new.
 * @param now all blocks in the order of the text
 * @param before the blocks that stood before the change, by key
 * @returns only the blocks whose id changes. Afterwards every id stands once and none is missing.
 */
export function settleIds(
  now: readonly BlockNow[],
  before: ReadonlyMap<string, BlockBefore>,
  freshId: () => ParagraphId,
): Map<string, Settled> {
  const holders = holdersOf(now, before);
  const settled = new Map<string, Settled>();
  const blockOf = new Map(now.map((block) => [block.key, block]));
  for (const block of now) {
    const left = leftBy(block, before, blockOf, holders);
    if (left === null) continue;
    settled.set(block.key, { id: left.id, heirOf: left.key });
    holders.set(left.id, block.key);
  }
  for (const block of now) {
    if (settled.has(block.key)) continue;
    const isHolder = block.id !== null && holders.get(block.id) === block.key;
    if (!isHolder) settled.set(block.key, { id: freshId(), heirOf: null });
  }
  return settled;
}

/** For each id the block that keeps it: who held it before the change, else the first in the text. */
function holdersOf(now: readonly BlockNow[], before: ReadonlyMap<string, BlockBefore>): Map<ParagraphId, string> {
  const holders = new Map<ParagraphId, string>();
  for (const { id, key } of now) {
    if (id === null) continue;
    const other = holders.get(id);
    const heldIt = before.get(key)?.id === id;
    if (other === undefined || (heldIt && before.get(other)?.id !== id)) holders.set(id, key);
  }
  return holders;
}

/** The id that became free because its words went over to this block; null where it may not have one. */
function leftBy(
  block: BlockNow,
  before: ReadonlyMap<string, BlockBefore>,
  blockOf: ReadonlyMap<string, BlockNow>,
  holders: ReadonlyMap<ParagraphId, string>,
): { id: ParagraphId; key: string } | null {
  const { source } = block;
  if (source === null || source === block.key || block.isEmpty) return null;
  const wasEmpty = before.get(block.key)?.isEmpty === true;
  if (block.id !== null && !wasEmpty) return null;
  const past = before.get(source);
  if (!past || past.id === null || past.isEmpty) return null;
  const there = blockOf.get(source);
  if (there && !there.isEmpty) return null;
  const holder = holders.get(past.id);
  return holder === undefined || holder === source ? { id: past.id, key: source } : null;
}
