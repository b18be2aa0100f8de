/** Scripts written from right to left (Unicode Standard, Scripts.txt with Bidi_Class R or AL) that have living readers. */
const rightToLeftScripts = 'Arab Hebr Syrc Thaa Nkoo Adlm Rohg Samr Mand Mend Yezi'.split(' ');

const rightToLeftLetter =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Mende_Kikakui}\p{Script=Yezidi}\u061c\u200f]/u;

/** Letters, and the marks that stand for one: left-to-right, right-to-left and Arabic letter mark. */
const strong = /[\p{L}\u061c\u200e\u200f]/u;

export type Direction = 'ltr' | 'rtl';

/** How a language is written: by its script subtag, else by the script it is mostly written in. */
export function directionOf(language: string): Direction {
  try {
    return rightToLeftScripts.includes(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}

/** The direction of the first strong letter, as `dir="auto"` finds it (UAX #9, rules P2 and P3); null where there is none. */
export function directionOfText(text: string): Direction | null {
  const first = strong.exec(text)?.[0];
  if (first === undefined) return null;
  return rightToLeftLetter.test(first) ? 'rtl' : 'ltr';
}

/** Whether any letter of the text is written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeftLetter.test(text);
}

/**
 * A text in pieces of one direction, for formats in which each run of letters says its own. In a text of one base
 * direction only what lies between the first and last letter of the other, and no more, is turned: spaces and
 * punctuation around it belong to the text (UAX #9, rules N1 and N2).
 */
export function directedPieces(text: string, base: Direction): { text: string; direction: Direction }[] {
  if (base === 'ltr' && !hasRightToLeft(text)) return [{ text, direction: base }];
  const pieces: { text: string; direction: Direction }[] = [];
  /** Signs whose direction the next letter decides. */
  let neutral = '';
  let current: Direction = base;
  const add = (words: string, direction: Direction) => {
    if (words === '') return;
    const last = pieces.at(-1);
    if (last?.direction === direction) last.text += words;
    else pieces.push({ text: words, direction });
  };
  for (const sign of text) {
    const direction = directionOfText(sign);
    if (direction === null) {
      neutral += sign;
      continue;
    }
    add(neutral, direction === current ? current : base);
    add(sign, direction);
    neutral = '';
    current = direction;
  }
  add(neutral, base);
  return pieces;
}
