import { directionOfText } from './direction.ts';
import { type Markup, markup } from './markup.ts';
import { type Paragraph, type Run, safeLink } from './paragraph.ts';
import { type TableCell, tableLength, tableRows } from './table.ts';

/**
 * `Paragraph[]` as HTML, with the tags that the editor draws, so that the text can be read before the
 * editor is there and the swap moves nothing; the public page uses the same.
 *
 * - Nested lists stand in an item of their own, as Lexical draws them; a numbered item says its number,
 *   because such an item would otherwise be counted.
 * - There is no white space between blocks: what is drawn keeps white space as it is (`pre-wrap`).
 * - A block that is empty or ends in a line break ends in one more `br`, which a browser does not draw.
 */
export interface HtmlOptions {
  /** BCP 47 tag of the text. */
  language: string;
  /** Gives blocks their id, and an empty anchor for the label, so that `#6.2` and `#<id>` both lead to them. */
  idsAsAnchors?: boolean;
  /** What a page draws in a block beside its text. */
  beside?: (paragraph: Paragraph) => { before?: Markup | null; after?: Markup | null };
}

/** The text as HTML. Everything in it is escaped; links other than http, https and mailto become text. */
export function htmlOf(paragraphs: readonly Paragraph[], options: HtmlOptions): string {
  return markupOf(paragraphs, options).toString();
}

/** As `htmlOf`, for putting into a larger template. */
export function markupOf(paragraphs: readonly Paragraph[], options: HtmlOptions): Markup {
  return markup`${flow(paragraphs, { ...options, labels: labelAnchors(paragraphs, options) })}`;
}

/** The words of one paragraph with their formats, without its block. */
export function runsMarkup(paragraph: Pick<Paragraph, 'text' | 'runs'>): Markup {
  const last = paragraph.text === '' || paragraph.text.endsWith('\n') ? markup`<br>` : null;
  return markup`${linked(paragraph.runs)}${last}`;
}

/**
 * The labels that get an anchor, by the paragraph that bears them: the first of its name, without white
 * space (an id may have none) and not the id of a paragraph, which comes first.
 */
export function labelAnchors(
  paragraphs: readonly Paragraph[],
  options: Pick<HtmlOptions, 'idsAsAnchors'>,
): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  if (!options.idsAsAnchors) return anchors;
  const taken = new Set<string>(paragraphs.map((paragraph) => paragraph.id));
  for (const { id, label } of paragraphs) {
    if (label === null || label === '' || /\s/.test(label) || taken.has(label)) continue;
    taken.add(label);
    anchors.set(id, label);
  }
  return anchors;
}

interface Drawing extends HtmlOptions {
  labels: ReadonlyMap<string, string>;
}

function flow(paragraphs: readonly Paragraph[], drawing: Drawing, isCell = false): Markup[] {
  const drawn: Markup[] = [];
  let at = 0;
  while (at < paragraphs.length) {
    const rest = paragraphs.slice(at, at + blockLength(paragraphs, at, isCell));
    const first = rest[0];
    if (!first) break;
    if (!isCell && first.cell) drawn.push(table(rest, drawing));
    else if (first.kind === 'listItem') drawn.push(...lists(rest, 1, drawing));
    else drawn.push(block(first, drawing));
    at += rest.length;
  }
  return drawn;
}

/** How many paragraphs make up what is drawn at a place: a whole table, all neighbouring list items, or one. */
function blockLength(paragraphs: readonly Paragraph[], from: number, isCell: boolean): number {
  if (!isCell && paragraphs[from]?.cell) return tableLength(paragraphs, from);
  let end = from;
  while (paragraphs[end]?.kind === 'listItem' && (isCell || !paragraphs[end]?.cell)) end++;
  return Math.max(1, end - from);
}

function block(paragraph: Paragraph, drawing: Drawing): Markup {
  const attributes = blockAttributes(paragraph, drawing);
  const words = content(paragraph, drawing);
  if (paragraph.kind === 'title') return markup`<h1${attributes}>${words}</h1>`;
  if (paragraph.kind !== 'heading') return markup`<p${attributes}>${words}</p>`;
  const level = Math.min((paragraph.level ?? 1) + 1, 6);
  return markup`<h${level}${attributes}>${words}</h${level}>`;
}

function blockAttributes(paragraph: Paragraph, drawing: Drawing): Markup {
  const id = drawing.idsAsAnchors ? markup` id="${paragraph.id}"` : null;
  return markup`${id} dir="auto" lang="${drawing.language}" data-pid="${paragraph.id}" data-label="${paragraph.address}"`;
}

function content(paragraph: Paragraph, drawing: Drawing): Markup {
  const label = drawing.labels.get(paragraph.id);
  const anchor = label === undefined ? null : markup`<a id="${label}"></a>`;
  const beside = drawing.beside?.(paragraph);
  return markup`${anchor}${beside?.before}${runsMarkup(paragraph)}${beside?.after}`;
}

/** Neighbouring items of one level, mark and first number are one list; deeper ones stand in an item of their own. */
function lists(items: readonly Paragraph[], level: number, drawing: Drawing): Markup[] {
  const drawn: Markup[] = [];
  let at = 0;
  while (at < items.length) {
    const head = headOf(items, at, level);
    const end = listEnd(items, at, level, head);
    drawn.push(list(items.slice(at, end), level, head, drawing));
    at = end;
  }
  return drawn;
}

/** The item that says what list it is: the first that is not deeper. */
function headOf(items: readonly Paragraph[], from: number, level: number): Paragraph | undefined {
  let at = from;
  while (at < items.length && levelOf(items[at]) > level) at++;
  return items[at] ?? items[from];
}

function list(items: readonly Paragraph[], level: number, head: Paragraph | undefined, drawing: Drawing): Markup {
  const isNumbered = head?.list?.type === 'number';
  const start = head?.list?.start ?? 1;
  const drawn: Markup[] = [];
  let number = start;
  let at = 0;
  while (at < items.length) {
    const item = items[at];
    if (!item) break;
    let end = at + 1;
    if (levelOf(item) > level) {
      while (end < items.length && levelOf(items[end]) > level) end++;
      drawn.push(markup`<li>${lists(items.slice(at, end), level + 1, drawing)}</li>`);
    } else {
      const value = isNumbered ? markup` value="${number++}"` : null;
      drawn.push(markup`<li${value}${blockAttributes(item, drawing)}>${content(item, drawing)}</li>`);
    }
    at = end;
  }
  const direction = markup` dir="${directionOfText(items.map((item) => item.text).join('\n')) ?? 'auto'}"`;
  if (!isNumbered) return markup`<ul${direction}>${drawn}</ul>`;
  return markup`<ol${direction}${start === 1 ? null : markup` start="${start}"`}>${drawn}</ol>`;
}

function listEnd(items: readonly Paragraph[], from: number, level: number, head: Paragraph | undefined): number {
  let end = from;
  for (; end < items.length; end++) {
    const item = items[end];
    if (!item || levelOf(item) > level || item === head) continue;
    if (item.list?.type !== head?.list?.type || (item.list?.start ?? 1) !== (head?.list?.start ?? 1)) break;
  }
  return end;
}

/** Deeper than 9 nobody reads, and every level would be a frame on the stack. */
function levelOf(item: Paragraph | undefined): number {
  return Math.min(item?.level ?? 1, 9);
}

function table(paragraphs: readonly Paragraph[], drawing: Drawing): Markup {
  const direction = directionOfText(paragraphs.map((paragraph) => paragraph.text).join('\n')) ?? 'auto';
  const rows = tableRows(paragraphs).map(
    (row, at) => markup`<tr>${row.map((cell) => tableCell(cell, at === 0 ? 'col' : 'row', drawing))}</tr>`,
  );
  return markup`<table dir="${direction}"><tbody>${rows}</tbody></table>`;
}

function tableCell(cell: TableCell, scope: 'col' | 'row', drawing: Drawing): Markup {
  const rowSpan = cell.rowSpan === 1 ? null : markup` rowspan="${cell.rowSpan}"`;
  const columnSpan = cell.columnSpan === 1 ? null : markup` colspan="${cell.columnSpan}"`;
  const words = flow(cell.paragraphs, drawing, true);
  if (cell.header) return markup`<th scope="${scope}"${rowSpan}${columnSpan}>${words}</th>`;
  return markup`<td${rowSpan}${columnSpan}>${words}</td>`;
}

/** Neighbouring runs of one link are one `a`, as in the editor. */
function linked(runs: readonly Run[]): Markup[] {
  const drawn: Markup[] = [];
  let at = 0;
  while (at < runs.length) {
    const link = runs[at]?.link;
    let end = at + 1;
    while (end < runs.length && runs[end]?.link === link) end++;
    const words = runs.slice(at, end).map(formatted);
    const address = link === undefined ? undefined : safeLink(link);
    if (address === undefined) drawn.push(...words);
    else drawn.push(markup`<a href="${address}" rel="noopener noreferrer nofollow">${words}</a>`);
    at = end;
  }
  return drawn;
}

function formatted(run: Run): Markup {
  let words = markup`${run.text.split('\n').map((line, at) => (at === 0 ? line : markup`<br>${line}`))}`;
  if (run.underline) words = markup`<u>${words}</u>`;
  if (run.italic) words = markup`<em>${words}</em>`;
  if (run.bold) words = markup`<strong>${words}</strong>`;
  return words;
}
