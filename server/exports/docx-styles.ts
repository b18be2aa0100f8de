import {
  AlignmentType,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LevelSuffix,
  LineRuleType,
} from 'docx';
import type { Direction } from '../../shared/text/direction.ts';
import type { ItemPlace } from './lists.ts';

/** Measures in twentieths of a point, as Word counts: numbers hang in two centimetres, items in three quarters of one. */
export const HANG = 1134;
const ITEM = 425;
/** Word's lists have nine levels. */
export const DEEPEST_ITEM = 9;

/** How far an item stands in, and how far its mark hangs out. */
export function itemIndent(level: number): { left: number; hanging: number } {
  return { left: HANG + ITEM * Math.min(level, DEEPEST_ITEM), hanging: ITEM };
}

/** What a numbered list refers to: one definition for each first number, one instance for each list. */
export const numberReference = (start: number): string => `numbers-from-${start}`;
export const BULLETS = 'bullets';

/** Real lists: a dash, as on the screen, and numbers as people call the items, `1)`. */
export function numberingOf(places: Iterable<ItemPlace>): INumberingOptions {
  const starts = new Set([...places].filter(({ type }) => type === 'number').map(({ start }) => start));
  const levels = Array.from({ length: DEEPEST_ITEM }, (_, level) => level);
  const common = { alignment: AlignmentType.START, suffix: LevelSuffix.TAB };
  const style = (level: number) => ({ paragraph: { indent: itemIndent(level + 1) } });
  return {
    config: [
      {
        reference: BULLETS,
        levels: levels.map((level) => ({
          ...common,
          level,
          format: LevelFormat.BULLET,
          text: '–',
          style: style(level),
        })),
      },
      ...[...starts].map((start) => ({
        reference: numberReference(start),
        levels: levels.map((level) => ({
          ...common,
          level,
          start,
          format: LevelFormat.DECIMAL,
          text: `%${level + 1})`,
          style: style(level),
        })),
      })),
    ],
  };
}

/** Word's own styles, so that its outline, its contents and other programs know a heading as one. */
export function stylesOf(language: string, direction: Direction): IStylesOptions {
  const heading = (size: number) => ({
    run: { size, bold: true, color: '1E1A22', font: FONT },
    paragraph: { keepNext: true, spacing: { before: 280, after: 100, line: 264, lineRule: LineRuleType.AUTO } },
  });
  return {
    default: {
      document: {
        run: { size: 22, font: FONT, language: wordLanguage(language, direction) },
        paragraph: { spacing: { after: 140, line: 288, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { size: 36, bold: true, color: '1E1A22', font: FONT },
        paragraph: { spacing: { after: 300, line: 276, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(28),
      heading2: heading(25),
      heading3: heading(23),
      heading4: heading(22),
      heading5: heading(22),
      heading6: heading(22),
      listParagraph: { paragraph: { spacing: { after: 80 } } },
      hyperlink: { run: { color: '5B2452', underline: {} } },
    },
  };
}

/** In every Word, with Arabic and Cyrillic letters; Chinese comes from what the reader's Word has. */
const FONT = { ascii: 'Cambria', hAnsi: 'Cambria', cs: 'Times New Roman', eastAsia: 'SimSun' };

/**
 * Word wants a language with a country, in the place of its script (ECMA-376, 17.3.2.20). English is that of the
 * United Nations, which is British.
 */
function wordLanguage(tag: string, direction: Direction): { value: string; eastAsia?: string; bidirectional?: string } {
  const full = withCountry(tag);
  if (direction === 'rtl') return { value: 'en-GB', bidirectional: full };
  if (/^(zh|ja|ko)\b/.test(full)) return { value: 'en-GB', eastAsia: full };
  return { value: full };
}

function withCountry(tag: string): string {
  try {
    const { language, region } = new Intl.Locale(tag).maximize();
    if (language === 'en' && !new Intl.Locale(tag).region) return 'en-GB';
    return region === undefined ? language : `${language}-${region}`;
  } catch {
    return 'en-GB';
  }
}
