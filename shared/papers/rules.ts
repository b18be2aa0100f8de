import { Problem } from '../problems.ts';

/** Q1: the address of a symbol: its slashes, dots and brackets become `-`, so that it is one path segment. */
export function addressOfSymbol(symbol: string): string {
  return symbol.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^-+|-+$/g, '');
}

/** Q2: an address belongs to one paper for good. @throws Problem symbol-taken */
export function decideAddress(isOurs: boolean, symbol: string): void {
  if (!isOurs) throw new Problem('symbol-taken', { symbol });
}
