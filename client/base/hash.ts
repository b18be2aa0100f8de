/** A hash in a list: `9f2c 41d7 … 0b6e a8e3`. Enough to recognise, never enough to verify. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)} … ${hash.slice(-8, -4)} ${hash.slice(-4)}`;
}

/** A whole hash in groups of eight, so that two people can read it to each other. */
export function wholeHash(hash: string): string {
  return (hash.match(/.{1,8}/g) ?? []).join(' ');
}
