import { canonicalText } from './canonical.ts';
import { versionContent } from './contract.ts';

/** The chain of a paper's versions: each names the hash of the one before, so no word can change unseen. */

/**
 * The SHA-256 of a text's UTF-8 bytes, in small hexadecimal letters. In a browser it needs a page that
 * came by https or from this machine.
 */
export async function sha256(text: string): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A version as it is kept: the text whose bytes were hashed, and the hash. */
export interface ChainLink {
  text: string;
  hash: string;
}

/** What is wrong with a version, by its place in the chain, counted from 1; `newest` is about the chain's end. */
export type ChainFault =
  | { kind: 'unreadable' | 'not-canonical'; place: number }
  | { kind: 'hash' | 'previous' | 'newest'; place: number; expected: string | null; found: string | null }
  | { kind: 'number'; place: number; expected: number; found: number }
  | { kind: 'paper'; place: number; expected: string; found: string };

const linked = versionContent.pick({ paper: true, number: true, previous: true });

/**
 * Verifies the versions of one paper, the oldest first.
 * V4: each text is canonical (V3) and gives its hash; numbers run 1, 2, 3 …; all are of one paper; each
 *   names the hash of the one before, the first none.
 * V5: the chain alone cannot tell that its end was cut off or added to: for that the newest hash must be
 *   known from elsewhere, as from the mail about the freeze.
 * @param newest the hash that the last version must have
 * @returns the first fault, or null
 */
export async function verifyChain(versions: readonly ChainLink[], newest?: string): Promise<ChainFault | null> {
  let paper: string | null = null;
  let previous: string | null = null;
  for (const [at, { text, hash }] of versions.entries()) {
    const place = at + 1;
    const content = contentOf(text);
    if (content === null) return { kind: 'unreadable', place };
    if (!content.isCanonical) return { kind: 'not-canonical', place };
    const found = await sha256(text);
    if (found !== hash) return { kind: 'hash', place, expected: hash, found };
    if (content.number !== place) return { kind: 'number', place, expected: place, found: content.number };
    paper ??= content.paper.id;
    if (content.paper.id !== paper) return { kind: 'paper', place, expected: paper, found: content.paper.id };
    if (content.previous !== previous) return { kind: 'previous', place, expected: previous, found: content.previous };
    previous = hash;
  }
  const isEnd = newest === undefined || newest === previous;
  return isEnd ? null : { kind: 'newest', place: versions.length, expected: newest, found: previous };
}

function contentOf(text: string) {
  try {
    const value: unknown = JSON.parse(text);
    const content = linked.safeParse(value);
    return content.success ? { ...content.data, isCanonical: canonicalText(value) === text } : null;
  } catch {
    return null;
  }
}
