import { normalRuns, type Run, safeLink, textOf } from '../../shared/text/paragraph.ts';

/** Where words stand decides how a line break is written, and what would be read as a sign. */
export type MarkdownPlace = 'paragraph' | 'item' | 'heading' | 'cell';

/**
 * The words of a block as Markdown that reads back as the same words (CommonMark 0.31 with the tables of GitHub).
 *
 * - Every sign that could mean something is escaped by a backslash, which any ASCII punctuation may have.
 * - A mark of emphasis opens and closes only beside the right neighbours (section 6.2); where they are not, the
 *   neighbour is written as a character reference, so that it counts as punctuation.
 * - White space at the ends of a format stands outside of it, and none stands at the ends of a line.
 * - Markdown has no underline; the words stay.
 */
export function markdownInline(runs: readonly Run[], place: MarkdownPlace): string {
  const plain = runs.map(({ underline: _, link, ...run }) => {
    const address = link === undefined ? undefined : safeLink(link);
    return { ...run, text: run.text.replace(/\r\n?/g, '\n'), ...(address !== undefined && { link: address }) };
  });
  return written(tokensOf(normalRuns(plain), 0), place);
}

const FORMATS = ['link', 'bold', 'italic'] as const;
type Format = (typeof FORMATS)[number];
const SIGNS: Readonly<Record<'bold' | 'italic', string>> = { bold: '**', italic: '_' };

type Token = { kind: 'words'; text: string } | { kind: 'open' | 'close'; sign: string };

/** The runs of one format after each other, as long as they have it. */
function groups(runs: readonly Run[], format: Format): Run[][] {
  const found: Run[][] = [];
  for (const run of runs) {
    const last = found.at(-1);
    if (last?.[0] && last[0][format] === run[format]) last.push(run);
    else found.push([run]);
  }
  return found;
}

/** Formats nest in one order: link, bold, italic. White space at the ends of one stands outside of it. */
function tokensOf(runs: readonly Run[], depth: number): Token[] {
  const format = FORMATS[depth];
  if (format === undefined) return [{ kind: 'words', text: textOf(runs) }];
  const tokens = groups(runs, format).flatMap((group): Token[] => {
    const value = group[0]?.[format];
    const text = textOf(group);
    if (value === undefined || text.trim() === '')
      return value === undefined ? tokensOf(group, depth + 1) : [{ kind: 'words', text }];
    const start = text.length - text.trimStart().length;
    const end = text.trimEnd().length;
    return [
      { kind: 'words', text: text.slice(0, start) },
      { kind: 'open', sign: format === 'link' ? '[' : SIGNS[format] },
      ...tokensOf(cut(group, start, end), depth + 1),
      { kind: 'close', sign: format === 'link' ? `](<${destination(String(value))}>)` : SIGNS[format] },
      { kind: 'words', text: text.slice(end) },
    ];
  });
  return withoutGaps(tokens);
}

/** The runs between two offsets. */
function cut(runs: readonly Run[], start: number, end: number): Run[] {
  let at = 0;
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}

/** Words that follow each other are one: their neighbours are marks. */
function withoutGaps(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    if (token.kind === 'words' && token.text === '') continue;
    if (token.kind === 'words' && last?.kind === 'words')
      joined.splice(-1, 1, { kind: 'words', text: last.text + token.text });
    else joined.push(token);
  }
  return joined;
}

function destination(address: string): string {
  return address.replace(/[<>\\\s]/g, (sign) => encodeURIComponent(sign)).replaceAll('&', '\\&');
}

function written(tokens: readonly Token[], place: MarkdownPlace): string {
  let markdown = '';
  let isLineStart = true;
  tokens.forEach((token, at) => {
    if (token.kind !== 'words') {
      markdown += token.sign;
      isLineStart = false;
      return;
    }
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    const first = before && mustRefer(before, token.text, tokens[at - 2], 'first');
    const last = after && mustRefer(after, token.text, tokens[at + 2], 'last');
    markdown += escaped(token.text, place, { isLineStart, first: first ?? false, last: last ?? false });
    isLineStart = token.text.endsWith('\n');
  });
  return markdown;
}

/**
 * Whether the sign of words that touches a mark from outside must be a reference: beside an underscore every letter,
 * beside stars a letter where what stands inside them is not one.
 */
function mustRefer(mark: Token, text: string, inside: Token | undefined, end: 'first' | 'last'): boolean {
  const isOutside = mark.kind === (end === 'first' ? 'close' : 'open');
  if (mark.kind === 'words' || !isOutside || mark.sign.startsWith('[') || mark.sign.startsWith(']')) return false;
  const signs = [...text];
  const touching = end === 'first' ? signs[0] : signs.at(-1);
  if (touching === undefined || isBlankOrPunctuation(touching)) return false;
  if (mark.sign === SIGNS.italic) return true;
  const words = inside?.kind === 'words' ? [...inside.text] : [];
  const inner = end === 'first' ? words.at(-1) : words[0];
  return inner === undefined || !/^[\p{L}\p{N}]$/u.test(inner) || inner.length > 1;
}

function isBlankOrPunctuation(sign: string): boolean {
  return /^\s$/.test(sign) || (sign.length === 1 && /[\p{P}\p{S}]/u.test(sign));
}

/** What starts a block, or makes one of the line before it, at the start of a line. */
const blockSigns = /^(?:[-+=>#:|]|\d{1,9}(?=[.)]))/;

function escaped(
  text: string,
  place: MarkdownPlace,
  at: { isLineStart: boolean; first: boolean; last: boolean },
): string {
  const lines = text.split('\n').map((line, number) => {
    const isFirst = number === 0;
    const starts = (isFirst && at.isLineStart) || !isFirst;
    const words = starts ? line.replace(/^[ \t]+/, '') : line;
    return starts && place !== 'cell' ? guarded(words, place) : signs(words, place);
  });
  const broken = lines.map((line, number) => (number < lines.length - 1 ? line.replace(/[ \t]+$/, '') : line));
  let markdown = broken.join(place === 'paragraph' ? '\\\n' : '<br>');
  if (at.first) markdown = markdown.replace(/^./u, reference);
  if (at.last) markdown = markdown.replace(/.$/u, reference);
  return markdown;
}

function guarded(line: string, place: MarkdownPlace): string {
  const sign = blockSigns.exec(line)?.[0];
  if (sign === undefined) return signs(line, place);
  if (/\d/.test(sign)) return `${sign}\\${signs(line.slice(sign.length), place)}`;
  return `\\${sign}${signs(line.slice(1), place)}`;
}

/** Signs that mean something anywhere, and those that only make an address of bare words (GFM, section 6.9). */
function signs(words: string, place: MarkdownPlace): string {
  const anywhere = words
    .replaceAll('\0', '')
    .replace(/[\\`*_[\]<&~]/g, '\\$&')
    .replace(/:(?=\/\/)|\.(?<=www\.)|@/gi, '\\$&');
  if (place === 'heading') return anywhere.replaceAll('#', '\\#');
  return place === 'cell' ? anywhere.replaceAll('|', '\\|') : anywhere;
}

function reference(sign: string): string {
  return `&#${sign.codePointAt(0)};`;
}
