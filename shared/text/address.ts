import type { Block, Paragraph } from './paragraph.ts';

/**
 * Typed labels and derived addresses.
 *
 * A label is what people call a paragraph: numbers or one letter, in groups joined by dots (`6`, `6.2`, `A.1`,
 * `6.2bis`), a section sign with its number (`§ 31a`), a roman number or letter with its full stop (`IV.`, `A.`),
 * or a short mark in brackets (`(a)`, `3)`). It is told from the words by the white space after it; where the
 * script has no white space, by its brackets or its comma.
 */
const blank = '[ \\u00a0\\u2002-\\u200a\\u202f\\u3000]';
const gap = `(?:${blank}*\\t[\\s]*|${blank}+)(?=\\S)`;
const roman = '(?=[IVXL])X{0,3}L?X{0,3}(?:IX|IV|V?I{0,3})';
const numbered = new RegExp(
  `^((?:\\p{Nd}{1,4}|[A-Z](?=\\.\\p{Nd}))(?:\\.\\p{Nd}{1,4}){0,8}(?:bis|ter|[a-z])?\\.?)${gap}`,
  'u',
);
const section = new RegExp(`^(§${blank}?\\p{Nd}{1,4}[a-z]{0,2})${gap}`, 'u');
const lettered = new RegExp(`^((?:${roman}|[A-Z]|${roman.toLowerCase()}|[a-z])\\.)${gap}`, 'u');
const mark = `\\p{Nd}{1,3}[a-z]?|([a-z])\\2?|[A-Z]|\\p{Lo}\\u0640?|${roman}|${roman.toLowerCase()}`;
const bracketed = new RegExp(`^(\\(?(?:${mark})\\))${gap}`, 'u');
const arabicCount =
  'ألف|باء|جيم|دال|هاء|واو|زاي|حاء|طاء|ياء|كاف|لام|ميم|نون|(?:أول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)(?:ا|اً|ًا)';
const dashed = new RegExp(
  `^((?:\\p{Nd}{1,3}(?:-\\p{Nd}{1,3}){0,5}|${arabicCount})${blank}?[-–]|\\p{Nd}{1,3}(?:-\\p{Nd}{1,3}){1,5}(?=${blank}*\\t))(?:${blank}*\\t\\s*(?=\\S)|${blank}*(?=\\p{Script=Arabic}))`,
  'u',
);
const hanNumber = '[\\p{Nd}一二三四五六七八九十百千零〇]{1,7}';
const ideographic = new RegExp(
  `^(第${hanNumber}[条條章节節款项項]|[（(]${hanNumber}[）)](?=\\s*\\p{Lo})|[一二三四五六七八九十]{1,3}(?=、))、?\\s*(?=\\S)`,
  'u',
);

/** Where a line stands decides how sure one can be: "A. Scope" is a label in a heading, a name in a paragraph. */
export type LabelPlace = 'heading' | 'paragraph' | 'inside';

/**
 * The typed label at the start of a line, with the length of what it takes up; null where the line has none.
 * @param place `inside` a list or a table a bare number counts something more often than it names a paragraph
 */
export function typedLabel(
  line: string,
  place: LabelPlace = 'paragraph',
): { label: string; labelAsTyped: string; length: number } | null {
  for (const pattern of [dashed, numbered, section, lettered, bracketed, ideographic]) {
    const found = pattern.exec(line);
    const typed = found?.[1];
    if (!found || typed === undefined) continue;
    const [taken] = found;
    const rest = line.slice(taken.length);
    if (pattern === lettered && !taken.includes('\t') && typed.length < 3 && place !== 'heading') return null;
    if (pattern === numbered && !taken.includes('\t') && isOrdinaryNumber(typed, rest, place)) return null;
    return { label: labelFromTyped(typed), labelAsTyped: typed, length: taken.length };
  }
  return null;
}

/** `7.3.` is called 7.3, and `1 -` is called 1; brackets stay, because "(a)" is what people say. */
export function labelFromTyped(typed: string): string {
  return typed.replace(/(?:\.|[ \u00a0]?[-–])$/, '').replace(/\u00a0/g, ' ');
}

/** Whether a number with a space after it counts, dates or measures something ("16 February", "1.5 million"). */
function isOrdinaryNumber(typed: string, rest: string, place: LabelPlace): boolean {
  if (/\p{Nd}{4}\.?$/u.test(typed) || quantities.test(rest)) return true;
  if ((months.test(rest) || monthAndYear.test(rest)) && /^\p{Nd}{1,2}\.?$/u.test(typed)) return true;
  if (typed.includes('.')) return false;
  if (place === 'inside' || !/^\p{Nd}{1,3}$/u.test(typed)) return true;
  if (place === 'heading') return false;
  return !/^["“«'(]?[\p{Lu}\p{Lo}]/u.test(rest) || rest.trimEnd().length > 120 || /[.;!?。؟]\s*$/u.test(rest);
}
const months =
  /^(?:jan(?:uar)?y?|feb(?:ruar)?y?|mar(?:ch)?|märz|apr(?:il)?|ma[iy]|jun[ei]?|jul[iy]?|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\b/iu;
const monthAndYear = /^(?:de )?[\p{Ll}\p{Lo}]+(?: de)? (?:19|20)\d\d\b/u;
const quantities =
  /^(?:million|billion|trillion|per ?cent|percent|times|hours?|hrs|[ap]\.?m\b|%|°|€|\$|[kMG]?Hz\b|[kmc]?m\b|kg\b)/u;

/**
 * Gives every block its address: the label where it has one, else derived from the last labelled
 * block before it: `6.2 ¶2` counts the unlabelled paragraphs (the labelled one is ¶1; under a heading
 * the first is ¶1), `7.2 –3` the list items. Blocks before any label count from the start: `¶1`, `–1`.
 * A mark in brackets is called by what it stands under: `7.2 (a)`, `7.2 (a) (ii)`, `§ 31a (1)`. A label that
 * repeats is called by its section, then by its turn: `B 1`, `6.2 (2)`. A heading that is nothing but its
 * number (`Article 3`) is its own address. Labels in a table count only there. Addresses are unique.
 * @returns the paragraphs in the same order. Linear in the number of blocks.
 */
export function addressed(blocks: readonly Block[]): Paragraph[] {
  const walk: Walk = {
    taken: new Set(),
    turns: new Map(),
    counts: new Map(),
    root: '',
    chain: [],
    sections: [],
    outside: null,
    reserved: new Set(blocks.flatMap(({ cell, label }) => (cell || label === null ? [] : [label]))),
  };
  return blocks.map((block) => ({ ...block, address: addressOf(walk, block) }));
}

interface Walk {
  taken: Set<string>;
  /** How often an address was wanted, so that the next turn is found at once. */
  turns: Map<string, number>;
  /** Unlabelled paragraphs and list items under each address so far. */
  counts: Map<string, { paragraphs: number; items: number }>;
  /** The address of the last block with a label of its own. */
  root: string;
  /** The marks in brackets under it that are in force, outermost first. */
  chain: Link[];
  /** The labelled headings in force, outermost first. */
  sections: { level: number; address: string }[];
  /** Inside a table, what was in force before it: numbers in cells do not reach out of their table. */
  outside: Pick<Walk, 'root' | 'chain'> | null;
  /** Labels of the text outside tables: a number in a cell, which may stand in a typed table of contents, gives way. */
  reserved: ReadonlySet<string>;
}
interface Link extends Mark {
  address: string;
  /** Nesting of a list item; 0 for a paragraph. */
  nesting: number;
}

function addressOf(walk: Walk, block: Block): string {
  if (block.kind === 'title' && block.label === null) return unique(walk, 'Title');
  if (block.cell) walk.outside ??= { root: walk.root, chain: walk.chain };
  else if (walk.outside) {
    Object.assign(walk, walk.outside);
    walk.outside = null;
  }
  const nesting = block.kind === 'listItem' ? (block.level ?? 1) : 0;
  walk.chain = walk.chain.filter((link) => link.nesting === 0 || link.nesting <= nesting);
  const label = block.label ?? (block.kind === 'heading' && isNumberedName(block.text) ? block.text : null);
  if (label === null) {
    if (block.kind === 'heading') leaveSection(walk, block.level ?? 1);
    return unique(walk, derived(walk, block));
  }
  const sign = nesting === 0 || label.endsWith(')') ? markOf(label) : null;
  return sign ? addressOfMark(walk, sign, nesting) : addressOfLabel(walk, block, label);
}

function derived(walk: Walk, block: Block): string {
  const base = walk.chain.at(-1)?.address ?? walk.root;
  const count = countUnder(walk, base, 0);
  return (block.kind === 'listItem' ? `${base} –${++count.items}` : `${base} ¶${++count.paragraphs}`).trim();
}

/** A heading without a number ends the marks before it, and the numbered chapters that it does not stand in. */
function leaveSection(walk: Walk, level: number): void {
  walk.chain = [];
  const above = walk.sections.filter((heading) => heading.level < level);
  if (above.length === walk.sections.length) return;
  walk.sections = above;
  walk.root = above.at(-1)?.address ?? '';
}

function countUnder(walk: Walk, address: string, paragraphs: number): { paragraphs: number; items: number } {
  const count = walk.counts.get(address) ?? { paragraphs, items: 0 };
  walk.counts.set(address, count);
  return count;
}

function addressOfLabel(walk: Walk, block: Block, label: string): string {
  const level = block.kind === 'heading' ? (block.level ?? 1) : Number.POSITIVE_INFINITY;
  const above = walk.sections.filter((heading) => heading.level < level);
  const within = above.at(-1)?.address;
  const givesWay = block.cell !== undefined && walk.reserved.has(label);
  const isKnown = givesWay || walk.taken.has(label);
  const address = isKnown && within !== undefined ? unique(walk, `${within} ${label}`) : unique(walk, label, givesWay);
  if (block.kind === 'heading') walk.sections = [...above, { level, address }];
  walk.root = address;
  walk.chain = [];
  countUnder(walk, address, block.kind === 'heading' ? 0 : 1);
  return address;
}

function addressOfMark(walk: Walk, mark: Mark, nesting: number): string {
  if (nesting > 0) walk.chain = walk.chain.filter((link) => link.nesting < nesting);
  else walk.chain = outerLinks(walk.chain, mark);
  const base = walk.chain.at(-1)?.address ?? walk.root;
  const address = unique(walk, `${base} ${mark.text}`.trim());
  walk.chain = [...walk.chain, { ...mark, address, nesting }];
  countUnder(walk, address, 1);
  return address;
}

/** An address that no other block has; one that gives way does not take the plain form. */
function unique(walk: Walk, wanted: string, givesWay = false): string {
  let address = wanted;
  if (givesWay || walk.taken.has(wanted)) {
    let turn = walk.turns.get(wanted) ?? 1;
    do address = `${wanted} (${++turn})`;
    while (walk.taken.has(address));
    walk.turns.set(wanted, turn);
  }
  walk.taken.add(address);
  return address;
}

/** A mark in brackets with what it may count: "(i)" is the ninth letter or the first roman number. */
interface Mark {
  text: string;
  counts: Record<string, number>;
}

function markOf(label: string): Mark | null {
  const found = /^([（(]?)([^()（）]{1,7})[)）]$/u.exec(label);
  const inner = found?.[2];
  if (!found || inner === undefined) return null;
  const counts: Record<string, number> = {};
  const shape = found[1] === '' ? ')' : '()';
  if (/^\d+$/.test(inner)) counts[`${shape}1`] = Number(inner);
  else if (/^[a-z]$/i.test(inner))
    counts[`${shape}${inner < 'a' ? 'A' : 'a'}`] = inner.toLowerCase().charCodeAt(0) - 96;
  if (/^[ivxl]+$/i.test(inner)) counts[`${shape}${inner < 'a' ? 'I' : 'i'}`] = romanValue(inner.toLowerCase());
  if (Object.keys(counts).length === 0) counts[`${shape}?`] = 0;
  return { text: label, counts };
}

function romanValue(digits: string): number {
  const worth: Record<string, number> = { i: 1, v: 5, x: 10, l: 50 };
  const values = [...digits].map((digit) => worth[digit] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** The links that a mark stands under: it goes on where it counts one more, else beside its like, else one deeper. */
function outerLinks(chain: readonly Link[], mark: Mark): Link[] {
  const isNext = (link: Link) => Object.entries(mark.counts).some(([sort, n]) => link.counts[sort] === n - 1);
  const isLike = (link: Link) =>
    Object.entries(mark.counts).some(([sort, n]) => sort in link.counts && !startsAnew(mark, n));
  const at = Math.max(chain.findLastIndex(isNext), -1);
  const beside = at >= 0 ? at : chain.findLastIndex(isLike);
  return beside >= 0 ? chain.slice(0, beside) : [...chain];
}

/** "(i)" after "(a)" begins a deeper list; "(e)" after "(a)" does not. */
function startsAnew(mark: Mark, count: number): boolean {
  return Object.keys(mark.counts).length > 1 && count !== 1 && Object.values(mark.counts).includes(1);
}

/** "Article 3", "Annex B", "المادة 30", "第三条": a heading that people cite by its words, because these are its number. */
function isNumberedName(text: string): boolean {
  return (
    text.length <= 24 &&
    /^(?:\p{L}[\p{L}\p{M}]*\.? (?:\p{Nd}{1,4}[a-z]?|[IVXL]{1,7}|[A-Z])|第\S{1,6}[条條章节節])$/u.test(text)
  );
}
