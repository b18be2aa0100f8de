import type { ParagraphIndex } from './paragraph-index.ts';

/** Tells, at most once a frame, that drawn blocks may stand elsewhere: after changes of text, width and fonts. */
export class Geometry {
  readonly #tell = new Set<() => void>();
  readonly #observer: ResizeObserver;
  readonly #stop: () => void;
  #frame = 0;

  constructor(root: HTMLElement, index: ParagraphIndex) {
    this.#observer = new ResizeObserver(() => this.note());
    this.#observer.observe(root);
    this.#stop = index.subscribe(() => this.note());
    void document.fonts?.ready.then(() => this.note());
  }

  note(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      for (const tell of [...this.#tell]) tell();
    });
  }

  subscribe(listener: () => void): () => void {
    this.#tell.add(listener);
    return () => this.#tell.delete(listener);
  }

  close(): void {
    cancelAnimationFrame(this.#frame);
    this.#observer.disconnect();
    this.#stop();
    this.#tell.clear();
  }
}
