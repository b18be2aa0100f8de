import type { Attributes, XmlHandler } from './xml.ts';
import { readXml } from './xml.ts';

/** One element with what is in it. Only small pieces are held this way (a paragraph, the styles), never a whole text. */
export interface Element {
  name: string;
  attributes: Attributes;
  children: (Element | string)[];
}

/** Builds the element that is opened first, and says so when it is closed. */
export function elementBuilder(done: (element: Element) => void): XmlHandler {
  const open: Element[] = [];
  return {
    open: (name, attributes) => {
      const element: Element = { name, attributes, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    text: (text) => open.at(-1)?.children.push(text),
    close: () => {
      const element = open.pop();
      if (element && open.length === 0) done(element);
    },
  };
}

/** A small part as one element; null where there is no such part. */
export async function readElement(pieces: AsyncIterable<Uint8Array> | null): Promise<Element | null> {
  let root: Element | null = null;
  if (pieces)
    await readXml(
      pieces,
      elementBuilder((element) => {
        root = element;
      }),
    );
  return root;
}

/** The elements directly in one, of a name where one is given. */
export function childrenOf(element: Element | null | undefined, name?: string): Element[] {
  return (element?.children ?? []).filter(
    (child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first child of a name. */
export function childOf(element: Element | null | undefined, name: string): Element | undefined {
  return element?.children.find((child): child is Element => typeof child !== 'string' && child.name === name);
}

/** The attribute `w:val` of a child, as so many settings are written. */
export function settingOf(element: Element | null | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes.get('w:val');
}

/** A setting that is a whole number. */
export function numberSetting(element: Element | null | undefined, name: string): number | undefined {
  const value = Number.parseInt(settingOf(element, name) ?? '', 10);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** A setting that is on where it merely stands there; undefined where it does not. */
export function switchSetting(element: Element | null | undefined, name: string): boolean | undefined {
  const child = childOf(element, name);
  if (!child) return undefined;
  return !['0', 'false', 'off', 'none'].includes(child.attributes.get('w:val') ?? 'true');
}

/**
 * What Word shows of an element that is written twice (`mc:AlternateContent`): the newer form where there is one. The
 * same words stand in both, so only one is read.
 */
export function chosenForm(element: Element): Element | undefined {
  return childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback');
}

/** Every element inside one, outermost first, each alternative once. */
export function* elementsIn(element: Element): Generator<Element> {
  for (const child of childrenOf(element)) {
    const shown = child.name === 'mc:AlternateContent' ? chosenForm(child) : child;
    if (!shown) continue;
    yield shown;
    yield* elementsIn(shown);
  }
}

/** Whether an element holds words that a tracked change takes out of the text. */
export function isTakenOut(element: Element): boolean {
  return element.name === 'w:del' || element.name === 'w:moveFrom';
}

/** The words inside an element, a line for each paragraph; without what tracked changes took out. */
export function wordsIn(element: Element): string {
  if (element.name === 'w:t' || element.name === 'm:t' || element.name === 'a:t') return textIn(element);
  if (element.name === 'w:tab' || element.name === 'w:br' || element.name === 'w:cr') return ' ';
  if (element.name === 'w:noBreakHyphen') return '\u2011';
  if (element.name === 'v:textpath') return `${element.attributes.get('string') ?? ''}\n`;
  if (isTakenOut(element) || element.name.endsWith('Pr')) return '';
  const shown = element.name === 'mc:AlternateContent' ? chosenForm(element) : element;
  const words = childrenOf(shown).map(wordsIn).join('');
  return element.name === 'w:p' || element.name === 'a:p' ? `${words}\n` : words;
}

/** The text directly in an element. */
export function textIn(element: Element): string {
  return element.children.filter((child) => typeof child === 'string').join('');
}
