/**
 * Rules for single paragraphs of the text. The text belongs to the editor, so nothing is put into it: what
 * the page wants of a paragraph (room below it, a wash while it is tapped) stands in a style sheet of the
 * page, by the paragraph's id.
 */
export class ParagraphRules {
  readonly #sheet = new CSSStyleSheet();
  #rules = '';

  constructor() {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
  }

  /** Gives these paragraphs these declarations, and no others any. */
  set(declarations: ReadonlyMap<string, string>): void {
    const rules = [...declarations].map(([id, words]) => `.text [data-pid="${CSS.escape(id)}"]{${words}}`).join('');
    if (rules === this.#rules) return;
    this.#rules = rules;
    this.#sheet.replaceSync(rules);
  }

  close(): void {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }
}
