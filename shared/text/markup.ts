/**
 * HTML that cannot be made by accident: only the tag below makes `Markup`, and whatever is put into
 * it that is not `Markup` is written as text. Attributes must stand in double quotes.
 */
export class Markup {
  readonly #source: string;
  constructor(source: string) {
    this.#source = source;
  }
  toString(): string {
    return this.#source;
  }
}

/** What may stand in a template: text, markup, several of them, or nothing. */
export type Piece = Markup | string | number | null | undefined | false | readonly Piece[];

/** `markup\`<p title="${words}">${words}</p>\``: HTML in which the words stay words. */
export function markup(parts: TemplateStringsArray, ...pieces: Piece[]): Markup {
  let source = parts[0] ?? '';
  pieces.forEach((piece, at) => {
    source += sourceOf(piece) + (parts[at + 1] ?? '');
  });
  return new Markup(source);
}

function sourceOf(piece: Piece): string {
  if (piece instanceof Markup) return piece.toString();
  if (typeof piece === 'string') return escapeHtml(piece);
  if (typeof piece === 'number') return String(piece);
  if (Array.isArray(piece)) return piece.map(sourceOf).join('');
  return '';
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
  '\0': '\ufffd',
};

/**
 * Text as it stands in HTML, in elements and in quoted attributes alike. A carriage return is written
 * as a reference, since parsers turn a bare one into a line feed; NUL cannot be written at all
 * (HTML Living Standard, 13.2.3.5 and 13.2.5).
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\r\0]/g, (sign) => escapes[sign] ?? '');
}
