import { z } from 'zod';
import type { MetSlug, ProblemError } from './problem-error.ts';

const told = z.object({
  slug: z.custom<MetSlug>((value) => typeof value === 'string'),
  title: z.string(),
  mend: z.string(),
  status: z.number(),
  facts: z.record(z.string(), z.unknown()),
});
/** A refusal as it is kept beside the words it refused. */
export type ToldProblem = z.infer<typeof told>;

const kept = z.object({
  id: z.string(),
  method: z.enum(['POST', 'PUT', 'DELETE']),
  path: z.string(),
  body: z.unknown(),
  key: z.string(),
  kind: z.string(),
  label: z.string(),
  at: z.string(),
  problem: told.nullable(),
});
/** A write as it lies on the device. */
export type Kept = z.infer<typeof kept>;

/** A write as a screen sees it. `done` ones are no longer kept; they show what became of them until discarded. */
export interface Post extends Kept {
  state: 'waiting' | 'sending' | 'refused' | 'done';
  answer?: unknown;
}

const shelf = (personId: string): string => `rapporteur.outbox.${personId}`;
/** Where the device has no storage (a private window with it switched off), writes live as long as the page. */
const pageOnly = new Map<string, string>();

/** What is kept of a person, oldest first. Anything unreadable is left alone and not shown. */
export function keptOf(personId: string): Kept[] {
  try {
    const read = z.array(z.unknown()).safeParse(JSON.parse(stored(personId) ?? '[]'));
    return read.success ? read.data.flatMap((each) => kept.safeParse(each).data ?? []) : [];
  } catch {
    return [];
  }
}

/** Keeps a write, in the place of an earlier one with its id. Reads first: another tab may have written. */
export function writeKept(personId: string, post: Kept): void {
  const plain = kept.parse(post);
  const before = keptOf(personId);
  const isKnown = before.some((each) => each.id === post.id);
  store(personId, isKnown ? before.map((each) => (each.id === post.id ? plain : each)) : [...before, plain]);
}

/** Lets go of a write; with `key` only if it was not changed meanwhile. */
export function clearKept(personId: string, id: string, key?: string): void {
  store(
    personId,
    keptOf(personId).filter((each) => each.id !== id || (key !== undefined && each.key !== key)),
  );
}

/** Whether the same words may succeed later: no network, a busy server, a session that ended. */
export function isTransient(problem: ProblemError): boolean {
  return (
    problem.slug === 'offline' || problem.slug === 'not-signed-in' || problem.status === 429 || problem.status >= 500
  );
}

/**
 * Whether a write may go before those written earlier: never before one to the same address, nor before
 * the thing it belongs to (a reply after its thread).
 */
export function mayGo(post: Post, all: readonly Post[]): boolean {
  for (const earlier of all) {
    if (earlier.id === post.id) return true;
    if (earlier.state === 'done') continue;
    if (earlier.path === post.path && earlier.state !== 'refused') return false;
    if (post.path.startsWith(`${earlier.path}/`)) return false;
  }
  return true;
}

function stored(personId: string): string | null {
  try {
    return localStorage.getItem(shelf(personId)) ?? pageOnly.get(personId) ?? null;
  } catch {
    return pageOnly.get(personId) ?? null;
  }
}

function store(personId: string, posts: Kept[]): void {
  const words = JSON.stringify(posts);
  try {
    if (posts.length === 0) localStorage.removeItem(shelf(personId));
    else localStorage.setItem(shelf(personId), words);
    pageOnly.delete(personId);
  } catch {
    pageOnly.set(personId, words);
  }
}
