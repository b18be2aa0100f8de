import { type AnyAnchor, makeResolver, type Place } from '../../shared/text/anchor.ts';
import type { Paragraph } from '../../shared/text/paragraph.ts';

/** Where something said about the text stands today. */
export interface Spot {
  /** As a place in the text says it; `paper`: on the paper as a whole. */
  how: Place['how'] | 'paper';
  /** The paragraph it stands at; for `deleted` the one it stands after. Null on the paper as a whole. */
  paragraphId: string | null;
  start: number;
  end: number;
  /** The paragraph's place in the text; -1 for the paper as a whole. */
  order: number;
  /** What people call the paragraph now, or called it when it was deleted. Empty for the paper as a whole. */
  address: string;
}

const onPaper: Spot = { how: 'paper', paragraphId: null, start: 0, end: 0, order: -1, address: '' };

export type SpotAnchor = AnyAnchor & { address?: string };

/** Finds the spots of many anchors in one text; see `makeResolver` for the rules and the cost. */
export function spotFinder(paragraphs: readonly Paragraph[]): (anchor: SpotAnchor | null) => Spot {
  const resolve = makeResolver(paragraphs);
  const orders = new Map<string, number>(paragraphs.map((paragraph, order) => [paragraph.id, order]));
  return (anchor) => {
    if (anchor === null) return onPaper;
    const { how, paragraphId, start, end } = resolve(anchor);
    const order = paragraphId === null ? -1 : (orders.get(paragraphId) ?? -1);
    const today = paragraphs[order]?.address ?? '';
    return { how, paragraphId, start, end, order, address: how === 'deleted' ? (anchor.address ?? '') : today };
  };
}

/** The order of the text; what is deleted stands after what is left of its neighbour. */
export function bySpot(a: Spot, b: Spot): number {
  return a.order - b.order || rankOf(a) - rankOf(b) || a.start - b.start || a.end - b.end;
}

const rankOf = (spot: Spot): number => (spot.how === 'deleted' ? 1 : 0);
