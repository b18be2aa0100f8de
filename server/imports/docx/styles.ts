import { childOf, childrenOf, type Element, numberSetting, settingOf, switchSetting } from './element.ts';

/** Formats that are kept, and those that say how words are to be read. Undefined where nothing is said. */
export interface RunFormat {
  bold?: boolean | undefined;
  italic?: boolean | undefined;
  underline?: boolean | undefined;
  hidden?: boolean | undefined;
  struck?: boolean | undefined;
  font?: string | undefined;
}

/** What a paragraph style says that matters here, with everything it takes over from the styles it is based on. */
export interface ParagraphStyle {
  id: string;
  /** The name in lower case, as Word keeps it: built-in names are English in every language. */
  name: string;
  /** 1 to 9 for a heading, 0 for the title, null for running text. */
  outline: number | null;
  isTitle: boolean;
  isContents: boolean;
  hidden: boolean;
  numbering: NumberingPlace;
}
/** Which list, and how deep; each may be said by another style. */
export interface NumberingPlace {
  list?: string | undefined;
  level?: number | undefined;
}

export interface Styles {
  paragraph: (id: string | undefined) => ParagraphStyle;
  run: (id: string | undefined) => RunFormat;
}

/** How deep styles may be based on each other; a ring of styles ends here too. */
const longestChain = 20;

/** The styles of a file. Asking for one that is not there gives the default style. */
export function stylesFrom(root: Element | null): Styles {
  const byId = new Map<string, Element>();
  let defaultId: string | undefined;
  for (const style of childrenOf(root, 'w:style')) {
    const id = style.attributes.get('w:styleId');
    if (id === undefined) continue;
    byId.set(id, style);
    const isDefault = ['1', 'true', 'on'].includes(style.attributes.get('w:default') ?? '');
    if (isDefault && style.attributes.get('w:type') === 'paragraph') defaultId = id;
  }
  const chainOf = (id: string | undefined) => styleChain(byId, id);
  return {
    paragraph: remembered((id) => paragraphStyle(id ?? '', chainOf(id !== undefined && byId.has(id) ? id : defaultId))),
    run: remembered((id) => mergedFormat(chainOf(id))),
  };
}

function remembered<T>(make: (id: string | undefined) => T): (id: string | undefined) => T {
  const known = new Map<string | undefined, T>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const made = make(id);
    known.set(id, made);
    return made;
  };
}

/** A style and those it is based on, nearest first. */
function styleChain(byId: ReadonlyMap<string, Element>, id: string | undefined): Element[] {
  const chain: Element[] = [];
  let next = id;
  while (next !== undefined && chain.length < longestChain) {
    const style = byId.get(next);
    if (!style) break;
    chain.push(style);
    next = settingOf(style, 'w:basedOn');
  }
  return chain;
}

function paragraphStyle(id: string, chain: readonly Element[]): ParagraphStyle {
  const names = chain.map((style) => (settingOf(style, 'w:name') ?? '').toLowerCase().trim());
  const ids = chain.map((style) => style.attributes.get('w:styleId') ?? '');
  const properties = chain.map((style) => childOf(style, 'w:pPr'));
  const numberings = properties.map((own) => childOf(own, 'w:numPr'));
  return {
    id,
    name: names[0] ?? '',
    outline: outlineOf(names, ids, properties),
    isTitle: names.some((name) => titleNames.has(name)),
    isContents: /^(toc \d|table of figures|table of authorities|index \d|目录 ?\d|目次 ?\d)/.test(names[0] ?? ''),
    hidden: mergedFormat(chain).hidden ?? false,
    numbering: {
      list: firstSaid(numberings, (own) => settingOf(own, 'w:numId')),
      level: firstSaid(numberings, (own) => numberSetting(own, 'w:ilvl')),
    },
  };
}

function firstSaid<From, To>(chain: readonly From[], ask: (own: From) => To | undefined): To | undefined {
  for (const own of chain) {
    const answer = ask(own);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

const titleNames = new Set([
  'title',
  'titel',
  'titre',
  'título',
  'titolo',
  'название',
  'العنوان',
  '标题',
  '標題',
  '表題',
  '제목',
]);

/** Word says the outline by name ("heading 1", whatever the language); other writers by `outlineLvl` or a name of their own. */
function outlineOf(
  names: readonly string[],
  ids: readonly string[],
  properties: readonly (Element | undefined)[],
): number | null {
  for (const [at, own] of properties.entries()) {
    const said = numberSetting(own, 'w:outlineLvl');
    if (said !== undefined) return said >= 0 && said < 9 ? said + 1 : null;
    const level = headingName.exec(names[at] ?? '')?.[1] ?? /^heading([1-9])$/i.exec(ids[at] ?? '')?.[1];
    if (level !== undefined) return Number(level);
  }
  return null;
}
const headingName =
  /^(?:heading|überschrift|titre|título|titolo|encabezado|заголовок|العنوان|عنوان|标题|標題|見出し|제목|kop|rubrik|overskrift|nagłówek|nadpis|otsikko|başlık) ?([1-9])$/;

/** The format of a chain of styles: what the nearest says counts. */
function mergedFormat(chain: readonly Element[]): RunFormat {
  return chain.reduceRight<RunFormat>((format, style) => formatOver(format, childOf(style, 'w:rPr')), {});
}

/** A format with the properties of a run, a style or a paragraph mark laid over it. */
export function formatOver(under: RunFormat, properties: Element | undefined): RunFormat {
  if (!properties) return under;
  const underline = settingOf(properties, 'w:u');
  const fonts = childOf(properties, 'w:rFonts')?.attributes;
  return {
    bold: switchSetting(properties, 'w:b') ?? under.bold,
    italic: switchSetting(properties, 'w:i') ?? under.italic,
    underline: underline === undefined ? under.underline : underline !== 'none',
    hidden: switchSetting(properties, 'w:vanish') ?? under.hidden,
    struck: switchSetting(properties, 'w:strike') ?? switchSetting(properties, 'w:dstrike') ?? under.struck,
    font: fonts?.get('w:ascii') ?? fonts?.get('w:hAnsi') ?? under.font,
  };
}

/** One format laid over another: what the upper one leaves open, the lower one says. */
export function layered(under: RunFormat, over: RunFormat): RunFormat {
  return {
    bold: over.bold ?? under.bold,
    italic: over.italic ?? under.italic,
    underline: over.underline ?? under.underline,
    hidden: over.hidden ?? under.hidden,
    struck: over.struck ?? under.struck,
    font: over.font ?? under.font,
  };
}
