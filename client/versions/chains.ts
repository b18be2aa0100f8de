import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { type VersionContent, versionSummary } from '../../shared/versions/contract.ts';
import { getBytes, getJson } from '../base/http.ts';
import { ProblemError } from '../base/problem-error.ts';
import { readBrought } from './verifying.ts';

/** One version of a chain, as far as the reader can see it. */
export interface ChainLink {
  number: number;
  /** Null where the version is not public. */
  name: string | null;
  frozenAt: string | null;
  /** The hash that is recorded for it: by the server, or in the version after it. */
  recorded: string | null;
  /** The hash that this browser computed from its text just now; null where it may not read it. */
  computed: string | null;
}

/** A version with everything before it. */
export interface Chain {
  /** Newest first; the first is the version that is checked. */
  links: readonly ChainLink[];
  content: VersionContent;
  hash: string;
  /** Where its canonical bytes can be had. */
  canonicalAddress: string;
  holds: boolean;
}

const hashHeader = 'x-version-hash';

/** A public version and what is public of the versions before it. Needs no sign-in. */
export const publicChainQuery = (address: string) =>
  queryOptions({
    queryKey: ['public-chain', address],
    queryFn: async ({ signal }): Promise<Chain> => {
      const slash = address.lastIndexOf('/');
      const [paper, number] = [address.slice(0, slash), Number(address.slice(slash + 1))];
      const links: ChainLink[] = [];
      const head = await readPublic(`${address}.json`, signal);
      let previous: string | null = null;
      for (let at = number; at >= 1; at--) {
        const read = at === number ? head : await readPublic(`${paper}/${at}.json`, signal).catch(unlessHidden);
        links.push({
          number: at,
          name: read?.content.name ?? null,
          frozenAt: read?.content.frozenAt ?? null,
          recorded: previous ?? read?.recorded ?? null,
          computed: read?.hash ?? null,
        });
        previous = read?.content.previous ?? null;
      }
      return chainOf(links, head.content, head.recorded ?? head.hash, `${address}.json`);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** A version that a member may read, public or not, with all before it. */
export const memberChainQuery = (paperId: string, versionId: string) =>
  queryOptions({
    queryKey: ['member-chain', paperId, versionId],
    queryFn: async ({ signal }): Promise<Chain> => {
      const versions = await getJson(`/api/papers/${paperId}/versions`, z.array(versionSummary), signal);
      const checked = versions.find((version) => version.id === versionId);
      const upTo = versions.filter((version) => version.number <= (checked?.number ?? 0)).reverse();
      const address = `/api/versions/${versionId}`;
      const head = await readPublic(address, signal);
      const links: ChainLink[] = [];
      for (const { id, number, name, frozenAt, hash } of upTo) {
        const computed = id === versionId ? head.hash : (await readPublic(`/api/versions/${id}`, signal)).hash;
        const next = upTo.find((version) => version.number === number + 1);
        links.push({ number, name, frozenAt, recorded: next?.previous ?? hash, computed });
      }
      return chainOf(links, head.content, checked?.hash ?? head.hash, address);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

function chainOf(links: ChainLink[], content: VersionContent, hash: string, canonicalAddress: string): Chain {
  const holds = links.every(
    ({ computed, recorded }) => computed === null || recorded === null || computed === recorded,
  );
  return { links, content, hash, canonicalAddress, holds };
}

/** Reads a version's bytes and hashes them here. @throws ProblemError; `Error` when they are no version */
async function readPublic(path: string, signal: AbortSignal) {
  const { bytes, headers } = await getBytes(path, signal);
  const { hash, content } = await readBrought(path, bytes);
  if (content === null) throw new Error('these bytes are not the canonical text of a version');
  return { hash, content, recorded: headers.get(hashHeader) };
}

function unlessHidden(failure: unknown): null {
  if (failure instanceof ProblemError && failure.slug === 'not-found') return null;
  throw failure;
}
