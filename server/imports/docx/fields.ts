import { childOf, childrenOf, type Element, numberSetting, switchSetting } from './element.ts';

/** A field that is open where the reader stands: first its code, then what it showed when the file was saved. */
export interface Field {
  isInCode: boolean;
  code: string;
}

/** Where words under the open fields go: into the text, nowhere (they belong to a code), or into the table of contents. */
export function placeOfWords(fields: readonly Field[]): 'text' | 'code' | 'contents' {
  if (fields.slice(0, -1).some((field) => field.isInCode)) return 'code';
  return fields.some((field) => !field.isInCode && isContents(field.code)) ? 'contents' : 'text';
}

function isContents(code: string): boolean {
  return /^\s*(?:TOC|TOA|INDEX)\b/i.test(code);
}

/** Follows a `w:fldChar`: begins a field, turns to its result, or ends it. Ends without a beginning mean nothing. */
export function followField(fields: Field[], type: string | undefined): void {
  const last = fields.at(-1);
  if (type === 'begin') fields.push({ isInCode: true, code: '' });
  else if (type === 'separate' && last) last.isInCode = false;
  else if (type === 'end') fields.pop();
}

/** The address that the innermost link field leads to. */
export function linkOfFields(fields: readonly Field[]): string | undefined {
  for (const field of fields.toReversed()) {
    const address = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]+))/i.exec(field.code);
    if (address && !field.isInCode) return address[1] ?? address[2];
  }
  return undefined;
}

/** What an old form field shows that has no words of its own: a box, or the chosen entry of a list. */
export function formValue(character: Element): string {
  const form = childOf(character, 'w:ffData');
  const box = childOf(form, 'w:checkBox');
  if (box) return (switchSetting(box, 'w:checked') ?? switchSetting(box, 'w:default')) ? '☒' : '☐';
  const list = childOf(form, 'w:ddList');
  if (!list) return '';
  const chosen = numberSetting(list, 'w:result') ?? numberSetting(list, 'w:default') ?? 0;
  return childrenOf(list, 'w:listEntry')[chosen]?.attributes.get('w:val') ?? '';
}
