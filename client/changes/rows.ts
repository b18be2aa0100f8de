import type { Change, Comparison } from '../../shared/changes/contract.ts';
import type { Paragraph } from '../../shared/text/paragraph.ts';

/** What stands on one line of the comparison: a change, a paragraph that is the same, or a run of them folded. */
export type Line =
  | { kind: 'change'; key: string; change: Change }
  | { kind: 'same'; key: string; paragraph: Paragraph }
  | { kind: 'fold'; key: string; paragraphs: readonly Paragraph[] };

/**
 * The lines in document order.
 * @param opened folds that were opened one by one, by their key; all are open when `isFolded` is false
 */
export function linesOf(comparison: Comparison, isFolded: boolean, opened: ReadonlySet<string>): Line[] {
  const lines: Line[] = [];
  let run: Paragraph[] = [];
  const close = () => {
    const first = run[0];
    if (!first) return;
    const key = `fold-${first.id}`;
    if (isFolded && !opened.has(key)) lines.push({ kind: 'fold', key, paragraphs: run });
    else lines.push(...run.map((paragraph): Line => ({ kind: 'same', key: paragraph.id, paragraph })));
    run = [];
  };
  for (const row of comparison.rows) {
    if ('same' in row) {
      run.push(row.same);
      continue;
    }
    close();
    const { change } = row;
    lines.push({ kind: 'change', key: keyOf(change), change });
  }
  close();
  return lines;
}

export function changesIn(comparison: Comparison): Change[] {
  return comparison.rows.flatMap((row) => ('change' in row ? [row.change] : []));
}

/** A deleted paragraph and a new one may bear the same id where another program wrote the text. */
export function keyOf(change: Change): string {
  return change.kind === 'deleted' ? `${change.paragraphId}-deleted` : change.paragraphId;
}

/** What people call the paragraph of a change: today's address, or the old one where it is gone. */
export function addressOf(change: Change): string {
  return (change.after ?? change.before)?.address ?? '';
}

/** The addresses of all paragraphs, so that a split can name where the rest went; today's before the old. */
export function addressesIn(comparison: Comparison): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  for (const row of comparison.rows) {
    const paragraph = 'same' in row ? row.same : (row.change.after ?? row.change.before);
    if (!paragraph) continue;
    const isGone = 'change' in row && row.change.after === null;
    if (!isGone || !addresses.has(paragraph.id)) addresses.set(paragraph.id, paragraph.address);
  }
  return addresses;
}

/** How a paragraph is called in a list of few letters: by its number, else by its first words. */
export function nameOf(paragraph: Paragraph): string {
  const isNamed = paragraph.kind === 'heading' || /^[¶–]/.test(paragraph.address);
  if (paragraph.label === null && isNamed && paragraph.text !== '') {
    return clipped(paragraph.text, 28);
  }
  return paragraph.address;
}

/** The words that say best what a change is about: the longest new ones, else the longest that went. */
export function gistOf(change: Change): { kind: 'new' | 'gone' | 'marks' | 'none'; words: string } {
  const inserted = longest(change, 'inserted');
  const deleted = longest(change, 'deleted');
  if (/[\p{L}\p{N}]/u.test(inserted)) return { kind: 'new', words: firstWords(inserted) };
  if (/[\p{L}\p{N}]/u.test(deleted)) return { kind: 'gone', words: firstWords(deleted) };
  if (inserted + deleted === '') return { kind: 'none', words: '' };
  const word = wordAround(change);
  return word === '' ? { kind: 'marks', words: '' } : { kind: 'new', words: firstWords(word) };
}

/** The word, as it reads now, in which only marks or spaces changed: "CWG-COP" that was "CWG COP". */
function wordAround({ pieces }: Change): string {
  const at = pieces.findIndex((piece) => piece.kind !== 'same');
  const before = pieces[at - 1]?.text.match(/\S*$/)?.[0] ?? '';
  const rest = pieces.slice(at);
  const end = rest.findIndex((piece) => piece.kind === 'same');
  const marks = (end === -1 ? rest : rest.slice(0, end)).filter((piece) => piece.kind === 'inserted');
  const after = rest[end]?.text.match(/^\S*/)?.[0] ?? '';
  return `${before}${marks.map((piece) => piece.text).join('')}${after}`.trim();
}

function longest(change: Change, kind: 'inserted' | 'deleted'): string {
  return change.pieces
    .filter((piece) => piece.kind === kind)
    .reduce((found, { text }) => (text.trim().length > found.length ? text.trim() : found), '');
}

function clipped(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.lastIndexOf(' ', length);
  return `${text.slice(0, cut > length / 2 ? cut : length)} …`;
}

/** As many words as a line of the list holds: they name a change and need not tell it. */
function firstWords(text: string): string {
  const cut = text.length <= 24 ? text.length : text.lastIndexOf(' ', 24);
  return text.slice(0, cut > 8 ? cut : 24).replace(/[\s,;:]+$/, '');
}

/** The threads behind the changes, each once. */
export function threadsBehind(changes: readonly Change[]): number {
  return new Set(changes.flatMap(({ reasons }) => reasons.flatMap(({ thread }) => (thread ? [thread.id] : [])))).size;
}
