/** Words and graphemes of any script, by the rules of Unicode (UAX 29) as the platform's segmenter knows them. */

/** One word, space or punctuation mark, as it stands. */
export interface Segment {
  text: string;
  isWord: boolean;
}

const segmenters = new Map<string, Intl.Segmenter>();
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The segmenter of a language; a tag that is none counts as English, so that every reader gets the same words. */
function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(isLanguage(language) ? language : 'en', { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** The segments of a text, in order; together they are the text. Linear: see `chunksOf`. */
export function segmentsOf(text: string, language: string): Segment[] {
  const segmenter = segmenterOf(language);
  const segments: Segment[] = [];
  for (const chunk of chunksOf(text))
    for (const part of segmenter.segment(chunk))
      segments.push({ text: part.segment, isWord: part.isWordLike === true });
  return segments;
}

const chunkLength = 400;
const longestChunk = 4000;
/** A place where every script breaks words: between a space, or an ideographic stop, and a letter. */
const wordBreak = /[ \t\n](?=[\p{L}\p{N}])|[。！？、](?=\p{L})/gu;

/** Cuts a long text where words break anyway: engines take quadratic time over one long text. */
function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  let start = 0;
  while (text.length - start > chunkLength) {
    wordBreak.lastIndex = start + chunkLength;
    const found = wordBreak.exec(text);
    const end = found && found.index < start + longestChunk ? found.index + 1 : hardCut(text, start + longestChunk);
    chunks.push(text.slice(start, end));
    start = end;
  }
  if (start < text.length) chunks.push(text.slice(start));
  return chunks;
}

/** The next place that splits no grapheme, for text without a space in sight. */
function hardCut(text: string, from: number): number {
  let end = from;
  while (end < text.length && !isGraphemeEdge(text, end)) end++;
  return Math.min(end, text.length);
}

const window = 256;
/** Below this no character joins the one before it, but the line feed its carriage return. */
const firstJoining = 0x300;

/**
 * Whether a place (in UTF-16 units) lies between two graphemes, so that text may be cut there.
 * Looks at 256 units to either side at the most.
 */
export function isGraphemeEdge(text: string, place: number): boolean {
  if (place <= 0 || place >= text.length) return true;
  if (isPlain(text, place - 1) && isPlain(text, place)) return !(text[place - 1] === '\r' && text[place] === '\n');
  let from = place - 1;
  while (from > 0 && from > place - window && !isPlain(text, from)) from--;
  const around = graphemes.segment(text.slice(from, place + window));
  return around.containing(place - from)?.index === place - from;
}

function isPlain(text: string, place: number): boolean {
  return text.charCodeAt(place) < firstJoining;
}

/** Whether a place lies between the two halves of one character. */
export function splitsCharacter(text: string, place: number): boolean {
  return isHigh(text.charCodeAt(place - 1)) && isLow(text.charCodeAt(place));
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
