import sax from 'sax';

/** One element of a page as it was written, with the words in it; a `br` is `\n`. */
export interface ReadElement {
  tag: string;
  attributes: Record<string, string>;
  text: string;
  children: ReadElement[];
}

const options: sax.SAXOptions & { strictEntities: boolean } = { strictEntities: true };

/**
 * Reads HTML as strictly as XML: what is not well-formed, or has a bare `<`, `&` or an attribute without quotes, throws.
 * Void elements are closed first; the words of a page cannot hold one, because there its `<` is escaped.
 */
export function readHtml(html: string): ReadElement {
  const root: ReadElement = { tag: '#root', attributes: {}, text: '', children: [] };
  const open: ReadElement[] = [root];
  const parser = sax.parser(true, options);
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = (tag) => {
    const element: ReadElement = {
      tag: tag.name,
      attributes: tag.attributes as Record<string, string>,
      text: '',
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
    if (tag.name === 'br') addText('\n');
  };
  parser.onclosetag = () => {
    open.pop();
  };
  const addText = (text: string) => {
    for (const element of open) element.text += text;
  };
  parser.ontext = addText;
  parser.onscript = addText;
  parser.write(
    `<page>${html.replace(/^<!doctype html>/, '').replace(/<(br|wbr|meta|link)\b([^>]*)>/g, '<$1$2/>')}</page>`,
  );
  parser.close();
  return root.children[0] ?? root;
}

/** Every element under one, in document order. */
export function elementsOf(element: ReadElement): ReadElement[] {
  return element.children.flatMap((child) => [child, ...elementsOf(child)]);
}

/** The words of an element without those of what `isLeftOut` says, and without the `br` that ends an empty block. */
export function wordsOf(element: ReadElement, isLeftOut: (element: ReadElement) => boolean = () => false): string {
  let words = element.text;
  for (const child of elementsOf(element)) if (isLeftOut(child)) words = words.replace(child.text, '');
  return words.replace(/\n$/, '');
}
