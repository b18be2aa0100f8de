import { canonicalText } from '../../shared/versions/canonical.ts';
import { sha256 } from '../../shared/versions/chain.ts';
import { type BareChange, changesBetween } from '../../shared/versions/compare.ts';
import { type VersionContent, versionContent } from '../../shared/versions/contract.ts';

/** A text that somebody brought: what its bytes hash to, and what it says where it is a version at all. */
export interface Brought {
  name: string;
  hash: string;
  /** The hash of the same words in canonical writing; differs from `hash` where a program wrote the file anew. */
  canonicalHash: string | null;
  content: VersionContent | null;
}

/** The answer to "is this the text?". */
export type Verdict =
  | { kind: 'same'; isRewritten: boolean }
  /** The words are the same, but the file is another version of them. */
  | { kind: 'other-version' }
  | { kind: 'differs'; changes: readonly BareChange[]; paragraphs: number }
  /** Nothing to compare word by word: another hash is all that can be said. */
  | { kind: 'other-hash' };

/** Whether this browser can compute hashes: only on secure pages and on this machine. */
export const canHash = (): boolean => globalThis.crypto?.subtle !== undefined;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads bytes as the canonical text of a version, and hashes them as they are.
 * @throws TypeError when they are not UTF-8
 */
export async function readBrought(name: string, bytes: Uint8Array): Promise<Brought> {
  const text = utf8.decode(bytes);
  const content = contentIn(text);
  return {
    name,
    hash: await sha256(text),
    canonicalHash: content === null ? null : await sha256(canonicalText(content)),
    content,
  };
}

function contentIn(text: string): VersionContent | null {
  try {
    const read = versionContent.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/**
 * Compares what was brought with a recorded hash, and with the recorded words where they can be read.
 * The hash decides; the words only say where the difference is.
 */
export function verdictOn(brought: Brought, recordedHash: string, recorded: VersionContent | null): Verdict {
  if (brought.hash === recordedHash) return { kind: 'same', isRewritten: false };
  if (brought.canonicalHash === recordedHash) return { kind: 'same', isRewritten: true };
  if (brought.content === null || recorded === null) return { kind: 'other-hash' };
  const { rows } = changesBetween(recorded.paragraphs, brought.content.paragraphs, recorded.paper.language);
  const changes = rows.flatMap((row) => ('change' in row ? [row.change] : []));
  if (changes.length === 0) return { kind: 'other-version' };
  return { kind: 'differs', changes, paragraphs: recorded.paragraphs.length };
}

/** A hash as people send it: with spaces, line breaks and capital letters; null while it is not whole. */
export function hashFrom(words: string): string | null {
  const hash = words.replace(/[\s:-]/g, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(hash) ? hash : null;
}

/** The path of one public version in an address as people send it; null where there is none. */
export function addressFrom(words: string): string | null {
  return /\/p\/[A-Za-z0-9._-]+\/[1-9]\d{0,5}(?=$|[\s/?#.])/.exec(words.trim())?.[0] ?? null;
}
