import type { ParagraphId, ThreadId } from '../../shared/ids.ts';
import { type AnyAnchor, makeResolver, type Place } from '../../shared/text/anchor.ts';
import { HighlightSet } from './highlight-set.ts';
import { blockElementOf, type DomPoint, pointAt } from './offsets.ts';
import type { ParagraphIndex, TextChange } from './paragraph-index.ts';
import type { UnsavedPlace } from './unsaved.ts';

/** A thread as the text sees it. */
export interface AnchoredThread {
  id: ThreadId;
  /** Null: it stands at the paper as a whole. */
  anchor: AnyAnchor | null;
}
interface Placed {
  anchor: AnyAnchor;
  place: Place;
  range: Range | null;
}

/** Threads whose words were not found are looked for again when the typing pauses: a search of the whole text. */
const pause = 300;

/**
 * The quotes under discussion, drawn over the text without a change to it: one live range a thread in a
 * quiet highlight, one in the highlight of the thread in focus. An update costs the threads of the blocks
 * that it changed.
 */
export class QuoteHighlights {
  readonly #index: ParagraphIndex;
  readonly #set: HighlightSet;
  readonly #placed = new Map<ThreadId, Placed>();
  #active: ThreadId | null = null;
  #focused: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #stop: () => void;

  constructor(root: HTMLElement, layer: HTMLElement, index: ParagraphIndex) {
    this.#index = index;
    this.#set = new HighlightSet(root, layer, ['draft-quote', 'draft-changed', 'draft-focus', 'draft-unsaved']);
    this.#stop = index.subscribe((change) => this.#follow(change));
  }

  /** Which threads are shown; only those that are new or have another anchor are looked for. */
  show(threads: readonly AnchoredThread[]): void {
    const wanted = new Map(threads.map(({ id, anchor }) => [id, anchor]));
    for (const id of [...this.#placed.keys()]) if (!wanted.get(id)) this.#drop(id);
    const fresh = threads.filter(({ id, anchor }) => anchor !== null && this.#placed.get(id)?.anchor !== anchor);
    this.#resolve(fresh.flatMap(({ id, anchor }) => (anchor ? [[id, anchor] as const] : [])));
  }

  /** The thread in focus has the saffron wash and the rule beside its paragraph; all others stay quiet. */
  focus(id: ThreadId | null): void {
    const before = this.#active;
    this.#active = id;
    for (const one of [before, id]) {
      const placed = one === null ? undefined : this.#placed.get(one);
      if (one !== null && placed) this.#draw(one, placed);
    }
    this.#markFocused();
  }

  placeOf(id: ThreadId): Place | undefined {
    return this.#placed.get(id)?.place;
  }

  rangeOf(id: ThreadId): Range | null {
    return this.#placed.get(id)?.range ?? null;
  }

  /** How many threads stand on a paragraph. */
  countOn(id: ParagraphId): number {
    let count = 0;
    for (const { place } of this.#placed.values()) if (place.paragraphId === id && place.how !== 'deleted') count++;
    return count;
  }

  /** Words that the server does not have yet. */
  markUnsaved(places: readonly UnsavedPlace[]): void {
    this.#set.replace(
      'draft-unsaved',
      places.flatMap((place) => rangeAt(this.#index, place) ?? []),
    );
  }

  /** The threads whose words are drawn at a point of the window; the shortest quote first. */
  hitTest(x: number, y: number): ThreadId[] {
    const point = caretAt(x, y);
    const block = point && blockElementOf(point.node);
    if (!point || !block) return [];
    const hits: [ThreadId, number][] = [];
    for (const [id, { place, range }] of this.#placed) {
      if (!range || place.paragraphId !== block.dataset.pid || !holds(range, point)) continue;
      if ([...range.getClientRects()].some((box) => isIn(box, x, y))) hits.push([id, place.end - place.start]);
    }
    return hits.sort(([, one], [, other]) => one - other).map(([id]) => id);
  }

  /** After the width changed; only drawn boxes need it, highlights follow by themselves. */
  redraw(): void {
    this.#set.redraw();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#stop();
    this.#set.close();
    delete this.#focused?.dataset.focus;
  }

  #follow({ dirty, gone }: TextChange): void {
    const touched: (readonly [ThreadId, AnyAnchor])[] = [];
    for (const [id, { anchor, place }] of this.#placed) {
      const at = place.paragraphId;
      const isTouched = at === null || dirty.has(at) || gone.has(at) || dirty.has(anchor.paragraphId);
      if (isTouched) touched.push([id, anchor]);
    }
    this.#resolve(touched);
    this.#set.redraw();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#lookAgain(), pause);
  }

  #lookAgain(): void {
    const lost = [...this.#placed].filter(
      ([, { anchor, place }]) => place.how === 'deleted' || (place.how === 'paragraph' && anchor.quote),
    );
    this.#resolve(lost.map(([id, { anchor }]) => [id, anchor] as const));
    this.#set.redraw();
  }

  #resolve(wanted: readonly (readonly [ThreadId, AnyAnchor])[]): void {
    if (wanted.length === 0) return;
    const resolve = makeResolver(this.#index.paragraphs());
    for (const [id, anchor] of wanted) {
      const place = resolve(anchor);
      const range =
        anchor.quote && place.end > place.start && place.how !== 'paragraph'
          ? rangeAt(this.#index, place, this.#placed.get(id)?.range)
          : null;
      const placed = { anchor, place, range };
      this.#placed.set(id, placed);
      this.#draw(id, placed);
    }
    this.#markFocused();
  }

  #draw(id: ThreadId, { place, range }: Placed): void {
    const quiet = place.how === 'changed' ? 'draft-changed' : 'draft-quote';
    this.#set.put(id, range, id === this.#active ? 'draft-focus' : quiet);
  }

  #drop(id: ThreadId): void {
    this.#placed.delete(id);
    this.#set.put(id, null, 'draft-quote');
  }

  #markFocused(): void {
    const place = this.#active === null ? undefined : this.#placed.get(this.#active)?.place;
    const element = place?.paragraphId && place.how !== 'deleted' ? this.#index.elementOf(place.paragraphId) : null;
    if (this.#focused && this.#focused !== element) delete this.#focused.dataset.focus;
    if (element) element.dataset.focus = '';
    this.#focused = element;
  }
}

/** The drawn words of a place; an old range is kept and only set again where its ends moved. */
function rangeAt(
  index: ParagraphIndex,
  place: { paragraphId: ParagraphId | null; start: number; end: number },
  old?: Range | null,
): Range | null {
  const block = place.paragraphId === null ? null : index.elementOf(place.paragraphId);
  if (!block) return null;
  const [start, end] = [pointAt(block, place.start, 'start'), pointAt(block, place.end, 'end')];
  const range = old ?? document.createRange();
  if (range.startContainer !== start.node || range.startOffset !== start.offset)
    range.setStart(start.node, start.offset);
  if (range.endContainer !== end.node || range.endOffset !== end.offset) range.setEnd(end.node, end.offset);
  return range.collapsed ? null : range;
}

function caretAt(x: number, y: number): DomPoint | null {
  if (document.caretPositionFromPoint) {
    const position = document.caretPositionFromPoint(x, y);
    return position && { node: position.offsetNode, offset: position.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

function holds(range: Range, { node, offset }: DomPoint): boolean {
  return range.isPointInRange(node, offset);
}

const slack = 2;
const isIn = (box: DOMRect, x: number, y: number): boolean =>
  x >= box.left - slack && x <= box.right + slack && y >= box.top - slack && y <= box.bottom + slack;
