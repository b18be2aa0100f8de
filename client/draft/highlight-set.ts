/** Drawn ranges under a few names, each range under one of them. Names are styled by `::highlight(name)` in the CSS. */
export type HighlightName =
  | 'draft-quote'
  | 'draft-changed'
  | 'draft-focus'
  | 'draft-unsaved'
  | 'draft-peer-add'
  | 'draft-peer-note'
  | 'draft-peer-warn';

/**
 * Ranges drawn by the CSS Custom Highlight API; where a browser does not have it, by boxes of the same class
 * in a layer behind the text, placed from the rectangles of the range.
 */
export class HighlightSet {
  readonly #highlights = new Map<HighlightName, Highlight>();
  readonly #drawn = new Map<string, { range: Range; name: HighlightName }>();
  readonly #root: HTMLElement;
  readonly #layer: HTMLElement;
  readonly #hasHighlights = typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS;
  #frame = 0;

  constructor(root: HTMLElement, layer: HTMLElement, names: readonly HighlightName[]) {
    this.#root = root;
    this.#layer = layer.appendChild(document.createElement('div'));
    if (!this.#hasHighlights) return;
    names.forEach((name, priority) => {
      const highlight = new Highlight();
      highlight.priority = priority;
      this.#highlights.set(name, highlight);
      CSS.highlights.set(name, highlight);
    });
  }

  /** Draws a range under a name, in place of what was drawn for this key; null takes it away. */
  put(key: string, range: Range | null, name: HighlightName): void {
    const before = this.#drawn.get(key);
    if (before?.range === range && before?.name === name) return;
    if (before) this.#highlights.get(before.name)?.delete(before.range);
    if (!range) this.#drawn.delete(key);
    else {
      this.#drawn.set(key, { range, name });
      this.#highlights.get(name)?.add(range);
    }
    this.redraw();
  }

  /** Draws these ranges under a name and no others. */
  replace(name: HighlightName, ranges: readonly Range[]): void {
    for (const [key, drawn] of [...this.#drawn]) if (drawn.name === name) this.put(key, null, name);
    ranges.forEach((range, at) => {
      this.put(`${name}/${at}`, range, name);
    });
  }

  /** Takes away what is drawn for any other key. */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const [key, { name }] of [...this.#drawn]) if (!keys.has(key)) this.put(key, null, name);
  }

  /** Places the boxes anew; highlights need nothing. Once a frame, however often it is asked for. */
  redraw(): void {
    if (this.#hasHighlights || this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#drawBoxes();
    });
  }

  close(): void {
    cancelAnimationFrame(this.#frame);
    this.#layer.remove();
    for (const [name, highlight] of this.#highlights)
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    this.#drawn.clear();
  }

  #drawBoxes(): void {
    const origin = this.#root.getBoundingClientRect();
    const boxes = [...this.#drawn.values()].flatMap(({ range, name }) =>
      [...range.getClientRects()].map((rect) => {
        const box = document.createElement('div');
        box.className = name;
        box.style.insetBlockStart = `${rect.top - origin.top}px`;
        box.style.left = `${rect.left - origin.left}px`;
        box.style.inlineSize = `${rect.width}px`;
        box.style.blockSize = `${rect.height}px`;
        return box;
      }),
    );
    this.#layer.replaceChildren(...boxes);
  }
}
