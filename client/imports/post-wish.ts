import { symbol } from '../../shared/papers/contract.ts';

export type PastedFormat = 'text' | 'markdown';

/** What the person filled in. A file goes before pasted text. */
export interface PostWish {
  file: File | null;
  text: string;
  format: PastedFormat;
  symbol: string;
  title: string;
  language: string;
}

export const emptyWish: PostWish = { file: null, text: '', format: 'text', symbol: '', title: '', language: 'en' };

/** The six languages of the United Nations, each in its own words. */
export const languages = [
  { value: 'en', label: 'English' },
  { value: 'ar', label: 'العربية' },
  { value: 'zh', label: '中文' },
  { value: 'es', label: 'Español' },
  { value: 'fr', label: 'Français' },
  { value: 'ru', label: 'Русский' },
] as const;

/** Whether the symbol can be one: letters, digits, dots, dashes and slashes. */
export function isSymbol(words: string): boolean {
  return symbol.safeParse(words).success;
}

/** The address at which a published paper stands: the symbol with its slashes as dashes. */
export function publicAddress(words: string): string {
  return `/p/${words.trim().replaceAll('/', '-')}`;
}

/** The request's body: a form with the file, or the pasted text as JSON. A title left out is taken from the text. */
export function bodyOf(groupId: string, wish: PostWish): FormData | Record<string, string> {
  const fields: Record<string, string> = { groupId, symbol: wish.symbol.trim(), language: wish.language };
  if (wish.title.trim() !== '') fields.title = wish.title.trim();
  if (!wish.file) return { ...fields, text: wish.text, format: wish.format };
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', wish.file);
  return form;
}
