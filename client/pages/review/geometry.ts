/** Tells, once a frame, that the drawn text may stand elsewhere: what is placed beside it is measured anew. */
export class TextGeometry {
  readonly #tell = new Set<() => void>();
  readonly #observer = new ResizeObserver(() => this.note());
  #frame = 0;

  /** Follows the size of the element in which the text is drawn. Returns what ends it. */
  watch(text: HTMLElement): () => void {
    const note = () => this.note();
    this.#observer.observe(text);
    const fonts = document.fonts;
    fonts.addEventListener('loadingdone', note);
    this.note();
    return () => {
      this.#observer.unobserve(text);
      fonts.removeEventListener('loadingdone', note);
    };
  }

  readonly note = (): void => {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      for (const tell of [...this.#tell]) tell();
    });
  };

  subscribe(listener: () => void): () => void {
    this.#tell.add(listener);
    return () => this.#tell.delete(listener);
  }
}
