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
    ...row(0x20, ' ✏✂✁'),
    40: '☎',
    42: '✉',
    54: '⌛',
    63: '✍',
    70: '☞',
    74: '☺',
    76: '☹',
    108: '●',
    109: '❍',
    110: '■',
    111: '□',
    113: '❑',
    114: '❒',
    115: '⬧',
    116: '⧫',
    117: '◆',
    118: '❖',
    119: '⬥',
    158: '·',
    159: '•',
    160: '▪',
    161: '○',
    167: '▪',
    168: '◻',
    170: '✦',
    171: '★',
    216: '➢',
    224: '→',
    223: '←',
    225: '↑',
    226: '↓',
    232: '➔',
    239: '⇦',
    240: '⇨',
    243: '⬄',
    251: '✗',
    252: '✓',
    253: '☒',
    254: '☑',
  },
  'wingdings 2': { 79: '✗', 80: '✓', 81: '☒', 82: '☑', 83: '☒', 151: '•', 163: '□' },
  'wingdings 3': { 34: '↑', 35: '↓', 33: '→', 125: '▶', 132: '▲' },
  webdings: { 97: '✓', 99: '□', 103: '■', 114: '✗' },
};

function row(from: number, signs: string): Record<number, string> {
  return Object.fromEntries([...signs].map((sign, at) => [from + at, sign]));
}
