import { wordsLeftOut } from '../warnings.ts';
import { childOf, childrenOf, type Element, elementsIn, wordsIn } from './element.ts';
import type { Story } from './story.ts';

const longestName = 120;

/**
 * What stands in the line for a drawing, an old picture or an embedded object: `[picture: name]`. One that floats beside
 * the words becomes a paragraph after them. The words of text boxes are left out of the text, because nobody can say
 * where in it they belong; they are all in the warning.
 */
export function readDrawing(drawing: Element, story: Story): string {
  const parts = [...elementsIn(drawing)];
  const boxes = parts.filter((part) => part.name === 'w:txbxContent');
  const words = wordsIn(drawing);
  if (/\S/.test(words))
    story.doubts.note('text-boxes-left-out', story.blocks.length, true, {
      boxes: boxes.length,
      ...wordsLeftOut(words),
    });
  const picture = parts.find((part) => pictureNames.has(part.name));
  if (!picture) {
    if (!/\S/.test(words)) story.doubts.note('shapes-left-out', story.blocks.length, false, { count: 1 });
    return '';
  }
  const name = nameOf(parts);
  const isGraph = picture.name === 'c:chart' || picture.name === 'dgm:relIds';
  story.doubts.note('picture-replaced', story.blocks.length, isGraph, { name });
  const mark = name === '' ? '[picture]' : `[picture: ${name}]`;
  const isFloating = parts.some(
    (part) => part.name === 'wp:anchor' || /position:\s*absolute/.test(part.attributes.get('style') ?? ''),
  );
  if (!isFloating) return mark;
  story.floating.push(mark);
  return '';
}
const pictureNames = new Set(['pic:pic', 'v:imagedata', 'o:OLEObject', 'c:chart', 'dgm:relIds']);

/** What its writer said that it shows, else what the program called it. */
function nameOf(parts: readonly Element[]): string {
  const said = parts.flatMap(({ name, attributes }) => {
    if (name === 'wp:docPr') return [attributes.get('descr'), attributes.get('title'), attributes.get('name')];
    if (name === 'v:shape') return [attributes.get('alt')];
    if (name === 'v:imagedata') return [attributes.get('o:title')];
    return name === 'o:OLEObject' ? [attributes.get('ProgID')] : [];
  });
  const name = said.find((words) => words !== undefined && words.trim() !== '') ?? '';
  const plain = name.replace(/[\s[\]]+/g, ' ').trim();
  return plain.length > longestName ? `${plain.slice(0, longestName).trim()}…` : plain;
}

/** What stands in the text for an equation: `[equation: …]` with its signs in one line. */
export function readEquation(equation: Element, story: Story): string {
  const text = equationText(equation).replace(/\s+/g, ' ').trim();
  if (text === '') return '';
  story.doubts.note('equation-replaced', story.blocks.length, false, { text });
  return `[equation: ${text}]`;
}

function equationText(element: Element): string {
  if (element.name === 'm:t' || element.name === 'w:t') return wordsIn(element);
  const inside = (name: string) => grouped(childrenOf(childOf(element, name)).map(equationText).join(''));
  if (element.name === 'm:f') return `${inside('m:num')}/${inside('m:den')}`;
  if (element.name === 'm:sSup') return `${inside('m:e')}^${inside('m:sup')}`;
  if (element.name === 'm:sSub') return `${inside('m:e')}_${inside('m:sub')}`;
  if (element.name === 'm:sSubSup') return `${inside('m:e')}_${inside('m:sub')}^${inside('m:sup')}`;
  if (element.name === 'm:rad') return `√${inside('m:e')}${childOf(element, 'm:deg') ? inside('m:deg') : ''}`;
  if (element.name === 'w:del' || element.name === 'w:moveFrom' || element.name === 'w:rPr') return '';
  const signs = childrenOf(element).map(equationText).join('');
  return element.name === 'm:d' ? `(${signs})` : signs;
}

function grouped(text: string): string {
  return [...text].length > 1 ? `(${text})` : text;
}
