import { useSyncExternalStore } from 'react';
import type { TextGeometry } from './geometry.ts';
import { blocksIn } from './measures.ts';

/** What of the sheet is in view, in steps, and the paragraph that is read: the one at the upper third. */
export interface View {
  top: number;
  bottom: number;
  paragraphId: string | null;
}

const step = 600;
const readingLine = 0.3;

/**
 * Follows the scroll of the sheet outside of what is drawn: a step of the scroll draws again only what asks
 * for it by `useViewed`, never the page.
 */
export class SheetView {
  #view: View = { top: 0, bottom: 2000, paragraphId: null };
  readonly #tell = new Set<() => void>();
  #frame = 0;

  /** Follows an element that scrolls, and the text in it. Returns what ends it. */
  follow(scroller: HTMLElement, text: HTMLElement, geometry: TextGeometry): () => void {
    let blocks: [string, HTMLElement][] = [];
    const look = () => {
      this.#frame = 0;
      this.#see(scroller, blocks);
    };
    const soon = () => {
      if (this.#frame === 0) this.#frame = requestAnimationFrame(look);
    };
    const stop = geometry.subscribe(() => {
      blocks = [...blocksIn(text)];
      soon();
    });
    scroller.addEventListener('scroll', soon, { passive: true });
    addEventListener('resize', soon);
    geometry.note();
    return () => {
      stop();
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      scroller.removeEventListener('scroll', soon);
      removeEventListener('resize', soon);
    };
  }

  readonly get = (): View => this.#view;
  readonly subscribe = (changed: () => void): (() => void) => {
    this.#tell.add(changed);
    return () => this.#tell.delete(changed);
  };

  #see(scroller: HTMLElement, blocks: readonly [string, HTMLElement][]): void {
    const top = Math.floor(scroller.scrollTop / step) * step;
    const bottom = top + scroller.clientHeight + step;
    const paragraphId = paragraphAt(blocks, scroller);
    const before = this.#view;
    if (before.top === top && before.bottom === bottom && before.paragraphId === paragraphId) return;
    this.#view =
      before.top === top && before.bottom === bottom ? { ...before, paragraphId } : { top, bottom, paragraphId };
    for (const changed of this.#tell) changed();
  }
}

/** One thing of the view; drawn again when that changes. */
export function useViewed<T extends string | number | null>(view: SheetView, part: (view: View) => T): T {
  return useSyncExternalStore(view.subscribe, () => part(view.get()));
}

/** The last paragraph that begins above the reading line; found by halving, so that a long text costs nothing. */
function paragraphAt(blocks: readonly [string, HTMLElement][], scroller: HTMLElement): string | null {
  const { top, height } = scroller.getBoundingClientRect();
  const line = top + height * readingLine;
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const block = blocks[middle]?.[1];
    if (block && block.getBoundingClientRect().top <= line) low = middle + 1;
    else high = middle;
  }
  return blocks[Math.max(0, low - 1)]?.[0] ?? null;
}
