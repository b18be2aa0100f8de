/**
 * V3: the one text of a JSON value, so that the same content always has the same bytes and the same hash:
 * no white space, members sorted by the UTF-16 units of their names, numbers and strings as ECMAScript
 * writes them. A member that is undefined is left out, as JSON.stringify does.
 * @throws TypeError for what JSON cannot hold: undefined alone or in a list, functions, symbols, bigints,
 *   NaN, infinities, half a surrogate pair, objects that are no plain ones
 * @see RFC 8785, JSON Canonicalization Scheme, sections 3.2.2 and 3.2.3
 */
export function canonicalText(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (typeof value === 'string') return canonicalString(value);
  if (Array.isArray(value)) return `[${Array.from(value, canonicalText).join(',')}]`;
  if (typeof value !== 'object' || !isPlain(value)) throw new TypeError(`JSON cannot hold this: ${typeof value}`);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${canonicalString(name)}:${canonicalText(member)}`);
  return `{${members.join(',')}}`;
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`JSON has no number ${value}`);
  return JSON.stringify(value);
}

function canonicalString(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('a string with half a character has no bytes');
  return JSON.stringify(value);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
