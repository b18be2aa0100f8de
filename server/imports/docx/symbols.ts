/** The character of a symbol font as one of Unicode; null where the font or the sign is not known. */
export function symbolText(font: string, code: number): string | null {
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const name = font.toLowerCase();
  if (name === 'symbol') return place < 0x20 ? null : (symbolFont[place] ?? null);
  const table = dingbats[name];
  if (table) return table[place] ?? null;
  const isPrivate = code >= 0xe000 && code <= 0xf8ff;
  return isPrivate || code < 0x20 || code > 0x10ffff ? null : String.fromCodePoint(code);
}

/** Words typed in a symbol font, sign by sign; what is not known stays as it is. */
export function symbolWords(font: string | undefined, text: string): string {
  if (font === undefined || (font.toLowerCase() !== 'symbol' && !dingbats[font.toLowerCase()])) return text;
  return [...text].map((sign) => (sign === ' ' ? sign : (symbolText(font, sign.codePointAt(0) ?? 0) ?? sign))).join('');
}

/** The encoding of the font Symbol (Adobe), by code; letters are Greek. */
const symbolFont: Record<number, string> = {
  ...row(0x20, ' !∀#∃%&∋()∗+,−./0123456789:;<=>?'),
  ...row(0x40, '≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_'),
  ...row(0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'),
  ...row(0xa0, '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…'),
  ...row(0xbf, '↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑'),
  ...row(0xf1, '〉∫'),
};

/** The signs of Wingdings and its like that documents hold: boxes, ticks, arrows, bullets. */
const dingbats: Record<string, Record<number, string>> = {
  wingdings: {
    ...row(0x20, ' ✏✂✁'), 0x28: '☎', 0x2a: '✉', 0x36: '⌛', 0x3f: '✍', 0x46: '☞', 0x4a: '☺', 0x4c: '☹',
    0x6c: '●', 0x6d: '❍', 0x6e: '■', 0x6f: '□', 0x71: '❑', 0x72: '❒', 0x73: '⬧', 0x74: '⧫', 0x75: '◆', 0x76: '❖',
    0x77: '⬥', 0x9e: '·', 0x9f: '•', 0xa0: '▪', 0xa1: '○', 0xa7: '▪', 0xa8: '◻', 0xaa: '✦', 0xab: '★', 0xd8: '➢',
    0xe0: '→', 0xdf: '←', 0xe1: '↑', 0xe2: '↓', 0xe8: '➔', 0xef: '⇦', 0xf0: '⇨', 0xf3: '⬄', 0xfb: '✗', 0xfc: '✓',
    0xfd: '☒', 0xfe: '☑',
  },
  'wingdings 2': { 0x4f: '✗', 0x50: '✓', 0x51: '☒', 0x52: '☑', 0x53: '☒', 0x97: '•', 0xa3: '□' },
  'wingdings 3': { 0x22: '↑', 0x23: '↓', 0x21: '→', 0x7d: '▶', 0x84: '▲' },
  webdings: { 0x61: '✓', 0x63: '□', 0x67: '■', 0x72: '✗' },
};

function row(from: number, signs: string): Record<number, string> {
  return Object.fromEntries([...signs].map((sign, at) => [from + at, sign]));
}
