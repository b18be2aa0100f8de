import { labelFromTyped } from '../../../shared/text/address.ts';
import { childOf, childrenOf, type Element, numberSetting, settingOf, switchSetting } from './element.ts';
import { formatNumber } from './number-formats.ts';
import type { NumberingPlace, ParagraphStyle } from './styles.ts';

/** What Word shows before a paragraph: a bullet, or a number as it stands there (`1.1.`) and as people call it (`1.1`). */
export type Shown = { kind: 'bullet'; level: number } | { kind: 'number'; label: string; shown: string };

/** One level of a list, as its definition and its instance say together. */
interface Level {
  start: number;
  format: string;
  /** `%1.%2.`: the numbers of the levels, and what stands between them. */
  text: string;
  isLegal: boolean;
  /** After which level it begins anew: null after any above it, 0 never. */
  restartAfter: number | null;
  style: string | undefined;
  isHidden: boolean;
}
interface List {
  /** Lists of one definition count on together. */
  definition: string;
  levels: ReadonlyMap<number, Level>;
  /** Levels at which this instance begins anew when it is first met. */
  starts: ReadonlyMap<number, number>;
}

/** The numbers of one story (the text, the notes): they must be asked for in reading order, once a paragraph. */
export interface Numbering {
  next: (own: NumberingPlace, style: ParagraphStyle) => Shown | null;
}

const levelsOfAList = 9;
/** A number longer than this is words; a hostile one would stand before each of 20,000 paragraphs. */
const longestLabel = 60;

/** Computes automatic numbers as Word shows them, from numbering.xml. */
export function numberingFrom(root: Element | null, styleOf: (id: string) => ParagraphStyle): () => Numbering {
  const lists = listsFrom(root, styleOf);
  return () => {
    const counters = new Map<string, (number | undefined)[]>();
    const met = new Set<string>();
    return {
      next: (own, style) => {
        const list = lists.get(own.list ?? style.numbering.list ?? '');
        if (!list) return null;
        const at = own.level ?? styleLevel(list, style) ?? style.numbering.level ?? 0;
        const level = list.levels.get(at);
        if (!level) return null;
        const counter = counters.get(list.definition) ?? [];
        counters.set(list.definition, counter);
        const id = own.list ?? style.numbering.list ?? '';
        const begins = list.starts.get(at);
        const isFirst = begins !== undefined && !met.has(`${id}/${at}`);
        met.add(`${id}/${at}`);
        if (isFirst) counter[at] = undefined;
        countUp(counter, list, at, begins);
        return shownAs(counter, list, at, level);
      },
    };
  };
}

/** A style that a level names stands at that level, whatever else it says. */
function styleLevel(list: List, style: ParagraphStyle): number | undefined {
  for (const [at, level] of list.levels) if (level.style !== undefined && level.style === style.id) return at;
  return undefined;
}

function countUp(counter: (number | undefined)[], list: List, at: number, begins: number | undefined): void {
  const before = counter[at];
  counter[at] = before === undefined ? (begins ?? list.levels.get(at)?.start ?? 1) : before + 1;
  for (let deeper = at + 1; deeper < levelsOfAList; deeper++) {
    const after = list.levels.get(deeper)?.restartAfter ?? null;
    if (after === null ? true : after > 0 && at < after) counter[deeper] = undefined;
  }
}

function shownAs(counter: readonly (number | undefined)[], list: List, at: number, level: Level): Shown | null {
  if (level.format === 'bullet') return { kind: 'bullet', level: at + 1 };
  if (level.isHidden) return null;
  const shown = level.text
    .replace(/%([1-9])/g, (_, digit: string) => {
      const place = Number(digit) - 1;
      const other = list.levels.get(place);
      const format = level.isLegal && other?.format !== 'none' ? 'decimal' : (other?.format ?? 'decimal');
      return formatNumber(counter[place] ?? list.starts.get(place) ?? other?.start ?? 1, format);
    })
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestLabel);
  if (shown === '') return null;
  if (!/[\p{L}\p{N}*†‡]/u.test(shown)) return { kind: 'bullet', level: at + 1 };
  return { kind: 'number', label: labelFromTyped(shown).replace(/[\s:–—-]+$/u, ''), shown };
}

function listsFrom(root: Element | null, styleOf: (id: string) => ParagraphStyle): Map<string, List> {
  const definitions = new Map<string, Element>();
  const byStyleLink = new Map<string, Element>();
  for (const definition of childrenOf(root, 'w:abstractNum')) {
    definitions.set(definition.attributes.get('w:abstractNumId') ?? '', definition);
    const link = settingOf(definition, 'w:styleLink');
    if (link !== undefined) byStyleLink.set(link, definition);
  }
  const definitionOf = (number: Element | undefined) => definitions.get(settingOf(number, 'w:abstractNumId') ?? '');
  const numbers = new Map(childrenOf(root, 'w:num').map((number) => [number.attributes.get('w:numId') ?? '', number]));
  const lists = new Map<string, List>();
  for (const [id, number] of numbers) {
    let definition = definitionOf(number);
    const link = settingOf(definition, 'w:numStyleLink');
    if (link !== undefined && childrenOf(definition, 'w:lvl').length === 0)
      definition = byStyleLink.get(link) ?? definitionOf(numbers.get(styleOf(link).numbering.list ?? '')) ?? definition;
    if (id !== '0' && definition) lists.set(id, listFrom(definition, number));
  }
  return lists;
}

function listFrom(definition: Element, number: Element): List {
  const levels = new Map(childrenOf(definition, 'w:lvl').map(levelFrom));
  const starts = new Map<number, number>();
  for (const override of childrenOf(number, 'w:lvlOverride')) {
    const at = Number(override.attributes.get('w:ilvl') ?? Number.NaN);
    const own = childOf(override, 'w:lvl');
    if (own) levels.set(at, levelFrom(own)[1]);
    const start = numberSetting(override, 'w:startOverride');
    if (start !== undefined) starts.set(at, start);
  }
  return { definition: definition.attributes.get('w:abstractNumId') ?? '', levels, starts };
}

function levelFrom(level: Element): [number, Level] {
  const own: Level = {
    start: numberSetting(level, 'w:start') ?? 0,
    format: settingOf(level, 'w:numFmt') ?? customFormat(level) ?? 'decimal',
    text: settingOf(level, 'w:lvlText') ?? '',
    isLegal: switchSetting(level, 'w:isLgl') ?? false,
    restartAfter: numberSetting(level, 'w:lvlRestart') ?? null,
    style: settingOf(level, 'w:pStyle'),
    isHidden: switchSetting(childOf(level, 'w:rPr'), 'w:vanish') ?? false,
  };
  return [Number(level.attributes.get('w:ilvl') ?? Number.NaN), own];
}

/** Newer formats stand in an alternative, because older programs do not know them. */
function customFormat(level: Element): string | undefined {
  const alternative = childOf(level, 'mc:AlternateContent');
  const format = settingOf(childOf(alternative, 'mc:Choice'), 'w:numFmt');
  if (format !== 'custom') return format;
  return childOf(childOf(alternative, 'mc:Choice'), 'w:numFmt')?.attributes.get('w:format')?.startsWith('0')
    ? 'decimalZero'
    : 'decimal';
}
