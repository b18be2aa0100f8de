import type { Run } from '../../../shared/text/paragraph.ts';
import { wordCount } from '../../../shared/text/words.ts';
import { readableLink } from '../blocks.ts';
import { wordsLeftOut } from '../warnings.ts';
import { readDrawing, readEquation } from './drawings.ts';
import { childOf, childrenOf, chosenForm, type Element, elementsIn, isTakenOut, settingOf, textIn } from './element.ts';
import { followField, formValue, linkOfFields, placeOfWords } from './fields.ts';
import { formatNumber } from './number-formats.ts';
import type { Story } from './story.ts';
import { formatOver, layered, type ParagraphStyle, type RunFormat } from './styles.ts';
import { symbolText, symbolWords } from './symbols.ts';

/** Where the words of one paragraph go: those that stay, and those that are told about instead. */
interface Pen {
  story: Story;
  runs: Run[];
  contents: string;
  hidden: string;
  codes: string;
  struck: string;
}

/** The runs of a paragraph as Word shows it with every tracked change accepted. */
export function readInline(paragraph: Element, style: ParagraphStyle, story: Story): Run[] {
  const pen: Pen = { story, runs: [], contents: '', hidden: '', codes: '', struck: '' };
  for (const child of childrenOf(paragraph)) readPart(pen, child, { hidden: style.hidden }, undefined);
  const at = story.blocks.length;
  if (/\S/.test(pen.contents))
    story.doubts.note('contents-left-out', at, false, { entries: 1, ...wordsLeftOut(pen.contents) });
  if (/\S/.test(pen.hidden)) story.doubts.note('hidden-text-left-out', at, true, wordsLeftOut(pen.hidden));
  if (/\S/.test(pen.codes)) story.doubts.note('field-codes-left-out', at, false, wordsLeftOut(pen.codes));
  if (/\S/.test(pen.struck)) story.doubts.note('struck-through-kept', at, true, wordsLeftOut(pen.struck));
  return pen.runs;
}

function readPart(pen: Pen, part: Element, format: RunFormat, link: string | undefined): void {
  if (part.name === 'w:r') readRun(pen, part, format, link);
  else if (isTakenOut(part)) noteTakenOut(pen.story, part);
  else if (part.name === 'm:oMath') write(pen, readEquation(part, pen.story), format, link);
  else if (part.name === 'w:subDoc') {
    const name = pen.story.relations.get(part.attributes.get('r:id') ?? '')?.target ?? '';
    pen.story.doubts.note('embedded-part-left-out', pen.story.blocks.length, true, { name });
  } else readContainer(pen, part, format, link);
}

/** Hyperlinks, insertions, controls and whatever else holds runs. */
function readContainer(pen: Pen, part: Element, format: RunFormat, link: string | undefined): void {
  if (part.name === 'w:ins') pen.story.doubts.note('insertions-taken', null, true, { count: 1 });
  if (part.name === 'w:moveTo') pen.story.doubts.note('moves-taken', null, true, { count: 1 });
  const shown = part.name === 'mc:AlternateContent' ? chosenForm(part) : part;
  const inner = part.name === 'w:hyperlink' ? (hyperlink(pen.story, part) ?? link) : link;
  const isField = part.name === 'w:fldSimple';
  if (isField) pen.story.fields.push({ isInCode: false, code: part.attributes.get('w:instr') ?? '' });
  for (const child of childrenOf(shown)) if (!child.name.endsWith('Pr')) readPart(pen, child, format, inner);
  if (isField) pen.story.fields.pop();
}

/** Words that a tracked change took out are counted, not kept: the text is what it will be. */
export function noteTakenOut(story: Story, part: Element): void {
  if (part.name === 'w:moveFrom') return;
  const words = [...elementsIn(part)].filter(({ name }) => name === 'w:delText' || name === 'w:t').map(textIn);
  story.doubts.note('deletions-left-out', null, true, { count: 1, words: wordCount(words.join('')) });
}

function hyperlink(story: Story, part: Element): string | undefined {
  const relation = story.relations.get(part.attributes.get('r:id') ?? '');
  if (!relation) return undefined;
  const anchor = part.attributes.get('w:anchor');
  return followable(story, anchor === undefined ? relation.target : `${relation.target}#${anchor}`);
}

function followable(story: Story, address: string): string | undefined {
  const link = readableLink(address);
  if (link === undefined) story.doubts.note('link-left-out', story.blocks.length, false, { text: address });
  return link;
}

function readRun(pen: Pen, run: Element, around: RunFormat, link: string | undefined): void {
  const properties = childOf(run, 'w:rPr');
  const named = settingOf(properties, 'w:rStyle');
  const format = formatOver(named === undefined ? around : layered(around, pen.story.styles.run(named)), properties);
  const custom = childrenOf(run).some((part) => part.attributes.get('w:customMarkFollows') !== undefined);
  for (const part of childrenOf(run)) {
    const isCustomMark = custom && part.name === 'w:t';
    if (!isCustomMark && part.name !== 'w:rPr') write(pen, wordsOf(pen, part, run, format), format, link);
  }
}

/** The words that one part of a run stands for. */
function wordsOf(pen: Pen, part: Element, run: Element, format: RunFormat): string {
  switch (part.name) {
    case 'w:t':
      return symbolWords(format.font, shownText(part));
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '\u2011';
    case 'w:sym':
      return symbol(pen.story, part);
    case 'w:fldChar':
      return fieldCharacter(pen.story, part);
    case 'w:instrText':
      return fieldCode(pen.story, part);
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      return noteMark(pen.story, part, run);
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      return readDrawing(part, pen.story);
    case 'mc:AlternateContent':
      return childrenOf(chosenForm(part))
        .map((child) => wordsOf(pen, child, run, format))
        .join('');
    case 'w:ruby':
      return ruby(part);
    case 'w:delText':
      noteTakenOut(pen.story, { name: 'w:del', attributes: new Map(), children: [part] });
      return '';
    default:
      return '';
  }
}

/** Without `xml:space` the white space around the words is only layout of the file; a no-break space never is. */
function shownText(part: Element): string {
  const text = textIn(part).replace(/[\r\n]+/g, ' ');
  if (part.attributes.get('xml:space') === 'preserve') return text;
  let [start, end] = [0, text.length];
  while (text[start] === ' ' || text[start] === '\t') start += 1;
  while (end > start && (text[end - 1] === ' ' || text[end - 1] === '\t')) end -= 1;
  return text.slice(start, end);
}

function symbol(story: Story, part: Element): string {
  const font = part.attributes.get('w:font') ?? '';
  const code = part.attributes.get('w:char') ?? '';
  const sign = symbolText(font, Number.parseInt(code, 16));
  if (sign === null) story.doubts.note('symbol-unknown', story.blocks.length, true, { font, code });
  return sign ?? '□';
}

function fieldCharacter(story: Story, part: Element): string {
  const type = part.attributes.get('w:fldCharType');
  followField(story.fields, type);
  if (type === 'separate') story.doubts.note('fields-kept', null, false, { count: 1 });
  return type === 'begin' ? formValue(part) : '';
}

function fieldCode(story: Story, part: Element): string {
  const field = story.fields.at(-1);
  if (field?.isInCode) field.code += textIn(part);
  return '';
}

/** `[7]` in the text, and later before the note. Footnotes count in digits, endnotes in small roman numbers, as Word does. */
function noteMark(story: Story, part: Element, run: Element): string {
  const kind = part.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
  const key = `${kind} ${part.attributes.get('w:id') ?? ''}`;
  if (placeOfWords(story.fields) !== 'text') return '';
  const known = story.notes.get(key);
  if (known !== undefined) return known;
  const custom =
    part.attributes.get('w:customMarkFollows') !== undefined ? childrenOf(run, 'w:t').map(textIn).join('').trim() : '';
  const counted = [...story.notes.keys()].filter((other) => other.startsWith(kind)).length + 1;
  const mark = `[${custom || formatNumber(counted, kind === 'footnote' ? 'decimal' : 'lowerRoman')}]`;
  story.notes.set(key, mark);
  return mark;
}

/** Small characters above others tell how to read them. */
function ruby(part: Element): string {
  const words = (name: string) =>
    [...elementsIn(childOf(part, name) ?? part)]
      .filter((inner) => inner.name === 'w:t')
      .map(textIn)
      .join('');
  return childOf(part, 'w:rt') ? `${words('w:rubyBase')}(${words('w:rt')})` : words('w:rubyBase');
}

function write(pen: Pen, text: string, format: RunFormat, link: string | undefined): void {
  if (text === '') return;
  const place = pen.story.contents > 0 ? 'contents' : placeOfWords(pen.story.fields);
  if (place === 'contents') pen.contents += text;
  else if (place === 'code') pen.codes += text;
  else if (format.hidden) pen.hidden += text;
  else {
    if (format.struck) pen.struck += text;
    const address = link ?? fieldLink(pen.story);
    pen.runs.push({
      text,
      ...(format.bold && { bold: true }),
      ...(format.italic && { italic: true }),
      ...(format.underline && address === undefined && { underline: true }),
      ...(address !== undefined && { link: address }),
    });
  }
}

function fieldLink(story: Story): string | undefined {
  const address = linkOfFields(story.fields);
  return address === undefined ? undefined : readableLink(address);
}
