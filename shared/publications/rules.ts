import { Problem } from '../problems.ts';
import type { VersionSummary } from '../versions/contract.ts';
import type { Publish } from './contract.ts';

/**
 * B1: a version becomes public once, as the hash that was seen; threads without an answer are named, and
 * publishing over them needs a reason that everybody can read.
 * @throws Problem already-published, hash-differs, threads-unanswered
 */
export function decidePublishing(wish: Publish, version: VersionSummary, unanswered: readonly number[]): void {
  if (version.publishedAt !== null) throw new Problem('already-published', { address: version.publicAddress });
  if (wish.hash !== version.hash) throw new Problem('hash-differs', { hash: version.hash });
  if (unanswered.length > 0 && !wish.reason) throw new Problem('threads-unanswered', { numbers: [...unanswered] });
}
