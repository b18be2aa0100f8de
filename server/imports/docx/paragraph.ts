import type { CellPlace, ParagraphKind, Run } from '../../../shared/text/paragraph.ts';
import { textOf } from '../../../shared/text/paragraph.ts';
import { type Found, settleBlock } from '../blocks.ts';
import { refuseTooMany } from '../review.ts';
import { childOf, childrenOf, type Element, elementsIn, numberSetting, settingOf, switchSetting } from './element.ts';
import { noteTakenOut, readInline } from './inline.ts';
import type { Shown } from './numbering.ts';
import type { Story } from './story.ts';
import type { ParagraphStyle } from './styles.ts';

const outermostLevels = 6;

/** Reads one paragraph into the story. Where its end was deleted, its words wait for the next one. */
export function readParagraph(story: Story, paragraph: Element, cell: CellPlace | undefined): void {
  const properties = childOf(paragraph, 'w:pPr');
  const mark = childOf(properties, 'w:rPr');
  const style = story.styles.paragraph(settingOf(properties, 'w:pStyle'));
  noteHeaders(story, childOf(properties, 'w:sectPr'));
  if (story.takenOut > 0) {
    noteTakenOut(story, { ...paragraph, name: 'w:del' });
    return;
  }
  if (childOf(mark, 'w:ins')) story.doubts.note('insertions-taken', null, true, { count: 1 });
  if (style.isContents) story.contents += 1;
  const own = readInline(paragraph, style, story);
  if (style.isContents) story.contents -= 1;
  const runs = [...(story.carried?.runs ?? []), ...own];
  story.carried = null;
  if (childOf(mark, 'w:del')) story.doubts.note('deletions-left-out', null, true, { count: 1, words: 0 });
  if (childOf(mark, 'w:del') || childOf(mark, 'w:moveFrom')) story.carried = { runs, properties, style };
  else if (story.contents === 0) finishParagraph(story, runs, properties, style, cell);
}

/** Words that wait for a next paragraph which never comes (the cell or the text ends) are one of their own. */
export function finishCarried(story: Story, cell: CellPlace | undefined): void {
  const carried = story.carried;
  story.carried = null;
  if (carried && textOf(carried.runs).trim() !== '')
    finishParagraph(story, carried.runs, carried.properties, carried.style, cell);
}

/** Remembers which headers and footers a section shows. */
export function noteHeaders(story: Story, section: Element | undefined): void {
  for (const reference of childrenOf(section))
    if (reference.name === 'w:headerReference' || reference.name === 'w:footerReference')
      story.headers.add(reference.attributes.get('r:id') ?? '');
}

function finishParagraph(
  story: Story,
  runs: Run[],
  properties: Element | undefined,
  style: ParagraphStyle,
  cell: CellPlace | undefined,
): void {
  const isEmpty = textOf(runs).trim() === '';
  const isHidden = isEmpty && (switchSetting(childOf(properties, 'w:rPr'), 'w:vanish') ?? style.hidden);
  const numbering = childOf(properties, 'w:numPr');
  const place = { list: settingOf(numbering, 'w:numId'), level: numberSetting(numbering, 'w:ilvl') };
  const shown = isHidden ? null : story.numbering.next(place, style);
  const found: Found = { ...kindOf(story, runs, properties, style, shown), runs, ...(cell && { cell }) };
  if (shown?.kind === 'number') found.automatic = { label: shown.label, shown: shown.shown };
  const block = settleBlock(found);
  if (block?.kind === 'title') story.hasTitle = true;
  if (block && shown?.kind === 'number') noteAutomatic(story, shown.label);
  if (block) story.blocks.push(block);
  for (const text of story.floating.splice(0)) {
    const picture = settleBlock({
      kind: 'paragraph',
      level: null,
      runs: [{ text }],
      isLiteral: true,
      ...(cell && { cell }),
    });
    if (picture) story.blocks.push(picture);
  }
  refuseTooMany(story.blocks.length);
}

function kindOf(
  story: Story,
  runs: readonly Run[],
  properties: Element | undefined,
  style: ParagraphStyle,
  shown: Shown | null,
): Pick<Found, 'kind' | 'level' | 'list'> {
  const outline = outlineOf(story, properties, style);
  if (outline === 0) return { kind: 'title', level: null };
  if (outline !== null && !isRunningText(textOf(runs).trim())) return { kind: 'heading', level: outline };
  if (outline !== null) story.doubts.note('heading-as-paragraph', story.blocks.length, false, { level: outline });
  if (shown?.kind === 'bullet') return { kind: 'listItem', level: shown.level, list: { type: 'bullet' } };
  return { kind: 'paragraph' as ParagraphKind, level: typedLevel(style) };
}

/** A long sentence in the look of a heading is a paragraph that somebody made bold. */
function isRunningText(text: string): boolean {
  return text.length > 250 || (text.length > 110 && /[.;:。؛]$/u.test(text));
}

/** 0 for the title, 1 to 6 for a heading, null for running text. Only the first paragraph in the style of a title is one. */
function outlineOf(story: Story, properties: Element | undefined, style: ParagraphStyle): number | null {
  const own = numberSetting(properties, 'w:outlineLvl');
  if (style.isTitle && !story.hasTitle && !story.blocks.some((block) => block.kind === 'heading')) return 0;
  if (style.isTitle) return story.blocks.at(-1)?.kind === 'title' ? null : 1;
  const outline = own === undefined ? style.outline : own >= 0 && own < 9 ? own + 1 : null;
  return outline === null ? null : Math.min(outline, outermostLevels);
}

/** Styles such as `enumlev2` say how deep an item with a typed mark stands. */
function typedLevel(style: ParagraphStyle): number | null {
  const level = /^enumlev([1-6])/.exec(style.name)?.[1];
  return level === undefined ? null : Number(level);
}

function noteAutomatic(story: Story, label: string): void {
  const before = story.automatic;
  story.automatic = before
    ? { ...before, count: before.count + 1, last: label }
    : { count: 1, at: story.blocks.length, first: label, last: label };
}

/** Whether a container is the table of contents that Word makes, by its properties. */
export function isContentsContainer(properties: Element): boolean {
  return [...elementsIn(properties)].some(
    ({ name, attributes }) => name === 'w:docPartGallery' && /^table of/i.test(attributes.get('w:val') ?? ''),
  );
}
