import type { ImportWarning } from '../../shared/imports/contract.ts';
import type { Paragraph } from '../../shared/text/paragraph.ts';

/** A row of the check: a paragraph with its warnings, or a run of paragraphs with nothing to look at. */
export type Row =
  | { kind: 'paragraph'; at: number; paragraph: Paragraph; warnings: ImportWarning[] }
  | { kind: 'fold'; from: number; paragraphs: Paragraph[] };

/** A run shorter than this is not worth folding. */
const shortestFold = 4;

/**
 * The rows to check. Shown: the start of the text, every paragraph with a warning and its neighbours, the
 * headings above them. The rest folds, so that 600 paragraphs with three doubts are three places to look at.
 * Warnings about the text as a whole stand beside its first paragraph. Linear.
 */
export function rowsOf(paragraphs: readonly Paragraph[], warnings: readonly ImportWarning[]): Row[] {
  const beside = new Map<number, ImportWarning[]>();
  for (const warning of warnings) {
    const at = warning.at ?? 0;
    beside.set(at, [...(beside.get(at) ?? []), warning]);
  }
  const isShown = shownOf(paragraphs, beside);
  const rows: Row[] = [];
  let folded: Paragraph[] = [];
  const unfold = (end: number) => {
    if (folded.length >= shortestFold) rows.push({ kind: 'fold', from: end - folded.length, paragraphs: folded });
    else
      folded.forEach((paragraph, index) => {
        rows.push({ kind: 'paragraph', at: end - folded.length + index, paragraph, warnings: [] });
      });
    folded = [];
  };
  paragraphs.forEach((paragraph, at) => {
    if (!isShown.has(at)) {
      folded.push(paragraph);
      return;
    }
    unfold(at);
    rows.push({ kind: 'paragraph', at, paragraph, warnings: beside.get(at) ?? [] });
  });
  unfold(paragraphs.length);
  return rows;
}

function shownOf(paragraphs: readonly Paragraph[], beside: ReadonlyMap<number, ImportWarning[]>): Set<number> {
  const shown = new Set([0, 1, 2, 3]);
  let heading: number | null = null;
  paragraphs.forEach((paragraph, at) => {
    if (paragraph.kind === 'heading') heading = at;
    if (!beside.has(at)) return;
    for (const near of [at - 1, at, at + 1]) shown.add(near);
    if (heading !== null) shown.add(heading);
  });
  return shown;
}

/** How many paragraphs there are of each kind, for the rail. */
export function countsOf(paragraphs: readonly Paragraph[]) {
  const of = (kind: Paragraph['kind']) => paragraphs.filter((paragraph) => paragraph.kind === kind).length;
  return {
    title: of('title'),
    heading: of('heading'),
    paragraph: of('paragraph'),
    listItem: of('listItem'),
    inTable: paragraphs.filter((paragraph) => paragraph.cell).length,
    labelled: paragraphs.filter((paragraph) => paragraph.label !== null).length,
  };
}
