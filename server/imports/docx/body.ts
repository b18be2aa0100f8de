import type { CellPlace } from '../../../shared/text/paragraph.ts';
import { wordsLeftOut } from '../warnings.ts';
import { type Element, elementBuilder, wordsIn } from './element.ts';
import { finishCarried, isContentsContainer, noteHeaders, readParagraph } from './paragraph.ts';
import type { Story } from './story.ts';
import {
  closeCell,
  closeRow,
  closeTable,
  describeRow,
  type OpenTable,
  openCell,
  openRow,
  openTable,
} from './tables.ts';
import type { Attributes, XmlHandler } from './xml.ts';

/** Elements that are read as a whole when they are closed. Everything else is structure and is followed as it comes. */
const wholes = new Set([
  'w:p',
  'w:tblPr',
  'w:trPr',
  'w:tcPr',
  'w:sdtPr',
  'w:sectPr',
  'w:tblGrid',
  'w:tblPrEx',
  'm:oMathPara',
]);

/** Where the reader stands between paragraphs. */
interface Walk {
  story: Story;
  tables: OpenTable[];
  /** What is undone when each open element is closed. */
  closing: (() => void)[];
  /** The builder of the element that is being read as a whole, and how deep it is in it. */
  whole: { handler: XmlHandler; depth: number } | null;
  /** Depth of an alternative that is not read. */
  skipped: number;
  /** For each open `mc:AlternateContent`: whether one form was read. */
  alternatives: boolean[];
}

/** Follows the structure of a story (paragraphs, tables, containers) and reads its paragraphs as they are closed. */
export function bodyHandler(story: Story): XmlHandler {
  const walk: Walk = { story, tables: [], closing: [], whole: null, skipped: 0, alternatives: [] };
  return {
    open: (name, attributes) => {
      if (walk.whole) {
        walk.whole.depth += 1;
        walk.whole.handler.open(name, attributes);
      } else if (walk.skipped > 0) walk.skipped += 1;
      else if (wholes.has(name)) beginWhole(walk, name, attributes);
      else if (isUnwantedForm(walk, name)) walk.skipped = 1;
      else walk.closing.push(enter(walk, name, attributes));
    },
    text: (text) => walk.whole?.handler.text(text),
    close: (name) => {
      if (walk.whole) {
        walk.whole.handler.close(name);
        walk.whole.depth -= 1;
        if (walk.whole.depth === 0) walk.whole = null;
      } else if (walk.skipped > 0) walk.skipped -= 1;
      else walk.closing.pop()?.();
    },
  };
}

function beginWhole(walk: Walk, name: string, attributes: Attributes): void {
  const handler = elementBuilder((element) => readWhole(walk, element));
  walk.whole = { handler, depth: 1 };
  handler.open(name, attributes);
}

/** Of the two forms in which Word writes the same thing, the first is read. */
function isUnwantedForm(walk: Walk, name: string): boolean {
  if (name !== 'mc:Choice' && name !== 'mc:Fallback') return false;
  const wasRead = walk.alternatives.at(-1) ?? false;
  if (walk.alternatives.length > 0) walk.alternatives[walk.alternatives.length - 1] = true;
  return wasRead;
}

const nothing = () => {};

/** Enters a container; @returns what to do when it is left. */
function enter(walk: Walk, name: string, attributes: Attributes): () => void {
  const { story } = walk;
  const table = walk.tables.length === 1 ? walk.tables[0] : undefined;
  if (name === 'mc:AlternateContent') {
    walk.alternatives.push(false);
    return () => walk.alternatives.pop();
  }
  if (name === 'w:tbl') return enterTable(walk);
  if (name === 'w:tr') return enterRow(walk, table);
  if (name === 'w:tc' && table) return () => leaveCell(walk, table);
  if (name === 'w:del' || name === 'w:moveFrom') {
    story.takenOut += 1;
    return () => {
      story.takenOut -= 1;
    };
  }
  if (name === 'w:sdt') {
    const before = story.contents;
    return () => {
      story.contents = before;
    };
  }
  if (name === 'w:altChunk') {
    const target = story.relations.get(attributes.get('r:id') ?? '')?.target ?? '';
    story.doubts.note('embedded-part-left-out', story.blocks.length, true, { name: target });
  }
  return nothing;
}

function enterTable(walk: Walk): () => void {
  if (walk.tables.length === 0) finishCarried(walk.story, undefined);
  else if (walk.tables.length === 1) {
    const number = walk.tables[0]?.number ?? 0;
    walk.story.doubts.note('nested-table', walk.story.blocks.length, false, { table: number });
  }
  const table = openTable();
  walk.tables.push(table);
  return () => {
    walk.tables.pop();
    if (walk.tables.length === 0) closeTable(table);
  };
}

function enterRow(walk: Walk, table: OpenTable | undefined): () => void {
  if (table) openRow(table);
  const before = walk.story.takenOut;
  return () => {
    walk.story.takenOut = before;
    if (table) closeRow(walk.story, table);
  };
}

/** The place of the cell that is being read; the cell begins with its properties or its first content. */
function placeHere(walk: Walk, properties?: Element): CellPlace | undefined {
  const [table] = walk.tables;
  if (!table) return undefined;
  table.cell ??= openCell(walk.story, table, properties);
  return table.cell.place;
}

function leaveCell(walk: Walk, table: OpenTable): void {
  const { story } = walk;
  if (table.isRowTakenOut) {
    table.cell = null;
    return;
  }
  const place = placeHere(walk);
  if (table.cell && !table.cell.isContinued && !table.cell.isTakenOut) finishCarried(story, place);
  story.carried = null;
  if (table.cell) closeCell(story, table, table.cell);
  table.cell = null;
}

function readWhole(walk: Walk, element: Element): void {
  const { story } = walk;
  const [table] = walk.tables;
  if (element.name === 'w:p') readHere(walk, element);
  else if (element.name === 'm:oMathPara') readHere(walk, { name: 'w:p', attributes: new Map(), children: [element] });
  else if (element.name === 'w:sectPr') noteHeaders(story, element);
  else if (element.name === 'w:sdtPr' && isContentsContainer(element)) story.contents += 1;
  else if (element.name === 'w:trPr' && table) {
    if (walk.tables.length === 1) describeRow(story, table, element);
    if (element.children.some((child) => typeof child !== 'string' && child.name === 'w:del')) story.takenOut += 1;
  } else if (element.name === 'w:tcPr' && table && walk.tables.length === 1 && story.takenOut === 0)
    placeHere(walk, element);
}

function readHere(walk: Walk, paragraph: Element): void {
  const { story } = walk;
  const [table] = walk.tables;
  if (!table || table.isRowTakenOut) {
    readParagraph(story, paragraph, undefined);
    return;
  }
  const place = placeHere(walk);
  if (table.cell?.isTakenOut) {
    story.takenOut += 1;
    readParagraph(story, paragraph, place);
    story.takenOut -= 1;
  } else if (table.cell?.isContinued) {
    const words = wordsIn(paragraph);
    if (/\S/.test(words)) story.doubts.note('hidden-text-left-out', story.blocks.length, true, wordsLeftOut(words));
  } else readParagraph(story, paragraph, place);
}
