import type { Paragraph, Run } from '../../shared/text/paragraph.ts';
import { type TableCell, tableLength, tableRows, tableWidth } from '../../shared/text/table.ts';
import type { Exported } from './docx.ts';
import { type ItemPlace, itemPlaces, writtenLabel } from './lists.ts';
import { type MarkdownPlace, markdownInline } from './markdown-inline.ts';

/**
 * The text as Markdown, which our own reader reads back as the same kinds, levels, numbers and words.
 *
 * Where the text has a title, it alone is `#` and headings stand one lower. What Markdown has no way to say is left
 * out or made plain: underline; a heading deeper than six signs; merged cells (the words stand in the first); several
 * paragraphs in one cell (a `<br>` between); a table of one cell (its paragraphs).
 */
export function markdownOf({ paper, version, paragraphs }: Exported): string {
  const places = itemPlaces(paragraphs);
  const under = paragraphs[0]?.kind === 'title' ? 1 : 0;
  const parts: Part[] = [];
  let at = 0;
  while (at < paragraphs.length) {
    const paragraph = paragraphs[at];
    if (!paragraph) break;
    const length = Math.max(1, tableLength(paragraphs, at));
    if (paragraph.cell) parts.push(...tableParts(paragraphs.slice(at, at + length), under));
    else parts.push(blockPart(paragraph, places.get(at), under, at === 0));
    at += length;
  }
  return `${settings({ symbol: paper.symbol, version: version.name, language: paper.language })}${joined(parts)}\n`;
}

/** What stands by itself, or an item with its place: items follow each other without an empty line. */
interface Part {
  markdown: string;
  place?: ItemPlace;
}

function settings(values: Record<string, string>): string {
  const lines = Object.entries(values).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n\n`;
}

/** Items stand in by the width of the marks they stand under (CommonMark 0.31, section 5.2). */
function joined(parts: readonly Part[]): string {
  const widths: number[] = [];
  let before: Part | undefined;
  let markdown = '';
  for (const part of parts) {
    if (before) markdown += part.place && before.place ? '\n' : '\n\n';
    if (part.place) {
      const mark = part.place.type === 'number' ? `${part.place.number}. ` : '- ';
      widths.length = Math.min(widths.length, part.place.level - 1);
      const indent = ' '.repeat(widths.reduce((sum, width) => sum + width, 0));
      markdown += `${indent}${mark}${part.markdown}`;
      widths.push(mark.length);
    } else {
      widths.length = 0;
      markdown += part.markdown;
    }
    before = part;
  }
  return markdown;
}

function blockPart(paragraph: Paragraph, place: ItemPlace | undefined, under: number, isFirst: boolean): Part {
  if (place) return { markdown: words(paragraph, 'item'), place };
  const level = headingLevel(paragraph, under, isFirst);
  if (level === null) return { markdown: words(paragraph, 'paragraph') };
  return { markdown: `${'#'.repeat(level)} ${words(paragraph, 'heading')}` };
}

/** Only the first block can be the title; a later one is a heading of the first level. */
function headingLevel({ kind, level }: Paragraph, under: number, isFirst: boolean): number | null {
  if (kind === 'title') return isFirst ? 1 : 1 + under;
  return kind === 'heading' ? Math.min((level ?? 1) + under, 6) : null;
}

/** The label as typed text, with a tab, which tells it from a number that only counts something. */
function words(paragraph: Paragraph, place: MarkdownPlace): string {
  const label = writtenLabel(paragraph);
  const runs: Run[] = label === null ? paragraph.runs : [{ text: `${label}\t` }, ...paragraph.runs];
  return markdownInline(runs, place).replace(/[ \t]+$/, '');
}

function tableParts(paragraphs: readonly Paragraph[], under: number): Part[] {
  const rows = tableRows(paragraphs);
  const width = tableWidth(rows);
  if (rows.length === 1 && width === 1) {
    const places = itemPlaces(paragraphs);
    return paragraphs.map((paragraph, at) => blockPart(paragraph, places.get(at), under, false));
  }
  const [head, ...others] = rows.map((row) => rowLine(row, width));
  return [{ markdown: [head, `|${' --- |'.repeat(width)}`, ...others].join('\n') }];
}

function rowLine(row: readonly TableCell[], width: number): string {
  const cells = new Array<string>(width).fill('');
  for (const { column, paragraphs } of row) cells[column] = paragraphs.map(cellWords).join('<br>');
  return `| ${cells.join(' | ')} |`;
}

function cellWords(paragraph: Paragraph): string {
  const inCell = words(paragraph, 'cell');
  return paragraph.kind === 'listItem' && paragraph.list?.type !== 'number' ? `• ${inCell}` : inCell;
}
