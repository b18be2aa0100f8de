/**
 * Room in the text for what stands between its paragraphs without being part of it: the slip of a deleted
 * paragraph, the button with the threads. The text belongs to the editor, so nothing is put into it; the room
 * is made by a style sheet of the page, by the ids of the paragraphs.
 */
export class RoomInText {
  readonly #sheet = new CSSStyleSheet();
  #rules = '';

  constructor() {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
  }

  /** Gives these paragraphs so much room below, in pixels, and no others. */
  give(rooms: ReadonlyMap<string, number>): void {
    const rules = [...rooms]
      .map(([id, room]) => `.text [data-pid="${CSS.escape(id)}"]{padding-block-end:${room}px}`)
      .join('');
    if (rules === this.#rules) return;
    this.#rules = rules;
    this.#sheet.replaceSync(rules);
  }

  close(): void {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }
}
