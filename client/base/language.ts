import i18next from 'i18next';

/** Facts that go into a sentence. `count` chooses the plural form. */
export type SayFacts = Record<string, string | number>;
/** Says the words of a key: `say('threads.none-here')`, `say('rounds.days-left', { count: 3 })`. */
export type Say = (key: string, facts?: SayFacts) => string;

/** Every `words/<language>/<slice>.json`: one file a slice, found by its name, so a new one is only put there. */
const files = import.meta.glob<Record<string, unknown>>('./words/*/*.json', { eager: true, import: 'default' });

const resources: Record<string, { translation: Record<string, unknown> }> = {};
for (const [path, words] of Object.entries(files)) {
  const [language, slice] = path.replace('./words/', '').replace('.json', '').split('/');
  if (language === undefined || slice === undefined) continue;
  const translation = resources[language]?.translation ?? {};
  translation[slice] = words;
  resources[language] = { translation };
}

const speaker = i18next.createInstance();
void speaker.init({
  lng: languageOfReader(),
  fallbackLng: 'en',
  resources,
  initAsync: false,
  interpolation: { escapeValue: false },
  returnNull: false,
});

/** The first of the reader's languages that the product speaks; else English. */
function languageOfReader(): string {
  const wanted = navigator.languages.map((tag) => tag.split('-')[0] ?? tag);
  return wanted.find((tag) => tag in resources) ?? 'en';
}

/** Says a key outside of a component. */
export const say: Say = (key, facts) => speaker.t(key, facts ?? {});

/** The tag for dates, numbers and `lang`: English is British here. */
export function languageTag(): string {
  return speaker.language === 'en' ? 'en-GB' : speaker.language;
}

/** The words of this screen. The language is settled before the first screen is drawn. */
export function useLanguage(): Say {
  return say;
}

/** Says a list: "a, b and c". */
export function sayList(words: readonly string[]): string {
  return new Intl.ListFormat(languageTag(), { type: 'conjunction' }).format(words);
}

/** A number in the reader's writing: 1,373. */
export function sayNumber(value: number): string {
  return new Intl.NumberFormat(languageTag()).format(value);
}

/** Tells the document its language and direction. */
export function settleDocument(): void {
  document.documentElement.lang = speaker.language;
  document.documentElement.dir = speaker.dir(speaker.language);
}
