/** A number as one of Word's formats writes it. Formats that are not known are written in digits, as Word does. */
export function formatNumber(value: number, format: string): string {
  if (value < 0 || value > 1_000_000) return String(value);
  const letters = alphabets[format];
  if (letters) return repeated(value, letters);
  const counting = hanCounting[format];
  if (counting) return hanNumber(value, counting);
  return (writers[format] ?? String)(value);
}

const latin = [...'abcdefghijklmnopqrstuvwxyz'];
/** Letters that are repeated when they run out: z, aa, bb. */
const alphabets: Record<string, readonly string[]> = {
  lowerLetter: latin,
  upperLetter: latin.map((letter) => letter.toUpperCase()),
  arabicAlpha: [...'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'],
  arabicAbjad: [...'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'],
  hebrew2: [...'אבגדהוזחטיכלמנסעפצקרשת'],
  russianLower: [...'абвгдежзиклмнопрстуфхцчшщыэюя'],
  russianUpper: [...'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ'],
  thaiLetters: [...'กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ'],
  hindiVowels: [...'कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह'],
  ganada: [...'가나다라마바사아자차카타파하'],
  chosung: [...'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ'],
  aiueo: [...'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ'],
  aiueoFullWidth: [...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'],
  iroha: [...'ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ'],
  irohaFullWidth: [
    ...'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン',
  ],
  ideographTraditional: [...'甲乙丙丁戊己庚辛壬癸'],
  ideographZodiac: [...'子丑寅卯辰巳午未申酉戌亥'],
  chicago: ['*', '†', '‡', '§'],
};

/** Digits that say each place in turn (二〇), and those that say tens and hundreds (二十). */
const hanCounting: Record<string, { digits: string; isPlaced: boolean }> = {
  ideographDigital: { digits: '〇一二三四五六七八九', isPlaced: true },
  japaneseDigitalTenThousand: { digits: '〇一二三四五六七八九', isPlaced: true },
  chineseCounting: { digits: '〇一二三四五六七八九', isPlaced: false },
  chineseCountingThousand: { digits: '〇一二三四五六七八九', isPlaced: false },
  japaneseCounting: { digits: '〇一二三四五六七八九', isPlaced: false },
  taiwaneseCounting: { digits: '〇一二三四五六七八九', isPlaced: false },
  taiwaneseCountingThousand: { digits: '〇一二三四五六七八九', isPlaced: false },
  koreanCounting: { digits: '영일이삼사오육칠팔구', isPlaced: false },
  koreanDigital: { digits: '영일이삼사오육칠팔구', isPlaced: true },
};

const writers: Record<string, (value: number) => string> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  lowerRoman: (value) => roman(value),
  upperRoman: (value) => roman(value).toUpperCase(),
  ordinal: (value) => `${value}${ordinalEnding(value)}`,
  cardinalText: (value) => cardinals[value - 1] ?? String(value),
  ordinalText: (value) => ordinals[value - 1] ?? `${value}${ordinalEnding(value)}`,
  hex: (value) => value.toString(16).toUpperCase(),
  numberInDash: (value) => `- ${value} -`,
  decimalFullWidth: (value) => digitsFrom(value, 0xff10),
  decimalFullWidth2: (value) => digitsFrom(value, 0xff10),
  hindiNumbers: (value) => digitsFrom(value, 0x0966),
  thaiNumbers: (value) => digitsFrom(value, 0x0e50),
  decimalEnclosedCircle: (value) => (value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value)),
  decimalEnclosedParen: (value) => (value >= 1 && value <= 20 ? String.fromCodePoint(0x2473 + value) : String(value)),
  decimalEnclosedFullstop: (value) =>
    value >= 1 && value <= 20 ? String.fromCodePoint(0x2487 + value) : String(value),
  hebrew1: (value) => hebrewNumber(value),
  none: () => '',
};
const cardinals = 'One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve'.split(' ');
const ordinals = 'First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth'.split(' ');

function repeated(value: number, letters: readonly string[]): string {
  if (value === 0) return '';
  const letter = letters[(value - 1) % letters.length] ?? '';
  return letter.repeat(Math.min(Math.ceil(value / letters.length), 30));
}

function digitsFrom(value: number, zero: number): string {
  return [...String(value)].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
}

function ordinalEnding(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

/** Each sign as often as it fits, the largest first. */
function additive(value: number, signs: readonly (readonly [number, string])[]): string {
  let rest = value;
  let written = '';
  for (const [worth, sign] of signs) {
    const times = Math.floor(rest / worth);
    written += sign.repeat(Math.min(times, 50));
    rest -= times * worth;
  }
  return written;
}

const romanSigns = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;
const roman = (value: number) => additive(value, romanSigns);

const hebrewSigns = [
  [400, 'ת'],
  [300, 'ש'],
  [200, 'ר'],
  [100, 'ק'],
  [90, 'צ'],
  [80, 'פ'],
  [70, 'ע'],
  [60, 'ס'],
  [50, 'נ'],
  [40, 'מ'],
  [30, 'ל'],
  [20, 'כ'],
  [16, 'טז'],
  [15, 'טו'],
  [10, 'י'],
  [9, 'ט'],
  [8, 'ח'],
  [7, 'ז'],
  [6, 'ו'],
  [5, 'ה'],
  [4, 'ד'],
  [3, 'ג'],
  [2, 'ב'],
  [1, 'א'],
] as const;
const hebrewNumber = (value: number) => additive(value, hebrewSigns);

function hanNumber(value: number, { digits, isPlaced }: { digits: string; isPlaced: boolean }): string {
  const signs = [...digits];
  if (isPlaced || value >= 10_000) return [...String(value)].map((digit) => signs[Number(digit)]).join('');
  if (value === 0) return signs[0] ?? '';
  const korean = digits.startsWith('영');
  const places = korean ? ['', '십', '백', '천'] : ['', '十', '百', '千'];
  const written = [...String(value)]
    .map((digit, at, all) => (digit === '0' ? '0' : `${signs[Number(digit)]}${places[all.length - 1 - at]}`))
    .join('')
    .replace(/0+$/, '')
    .replace(/0+/g, korean ? '' : '零');
  return value < 20 && value >= 10 ? written.slice(1) : written;
}
