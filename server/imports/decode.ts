import { Problem } from '../../shared/problems.ts';

/**
 * The text of bytes in UTF-8, or in UTF-16 where a byte-order mark says so. Never guesses: a wrong guess
 * would put wrong letters into a text that people sign. @throws Problem not-utf8
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  let encoding = 'utf-8';
  if (first === 0xff && second === 0xfe) encoding = 'utf-16le';
  if (first === 0xfe && second === 0xff) encoding = 'utf-16be';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.includes('\0')) throw new Problem('not-utf8');
    return text;
  } catch {
    throw new Problem('not-utf8');
  }
}
