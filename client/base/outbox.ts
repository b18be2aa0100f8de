import { useMemo, useSyncExternalStore } from 'react';
import { send, type WriteMethod } from './http.ts';
import {
  clearKept,
  isTransient,
  type Kept,
  keptOf,
  mayGo,
  type Post,
  type ToldProblem,
  writeKept,
} from './outbox-store.ts';
import { ProblemError } from './problem-error.ts';

export type { Post, ToldProblem } from './outbox-store.ts';

/** A write that the person made: what it says, to where, and with which words it is shown. */
export interface Wish {
  /** The id of the thing it makes, or of the wish itself. */
  id: string;
  method: WriteMethod;
  path: string;
  body: unknown;
  /** The Idempotency-Key. */
  key: string;
  /** `comment`, `reply`, `position`: whoever made it finds it again by this. */
  kind: string;
  /** What it is called in a list: "New comment on 6.2". */
  label: string;
}

const firstPause = 1000;
const longestPause = 30_000;

/**
 * Keeps each write on this device until it is answered: through reloads, dead networks and restarts of
 * the server. Two tabs may send the same one; its key makes that harmless. What the server refuses stays,
 * with its words, until the person edits, copies or discards it.
 */
export class Outbox {
  #personId: string | null = null;
  #posts: readonly Post[] = [];
  readonly #changed = new Set<() => void>();
  readonly #answered = new Set<(post: Post, answer: unknown) => void>();
  readonly #underWay = new Set<string>();
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Opens the outbox of who is signed in; null closes it and leaves what is kept for the next time. */
  open(personId: string | null): void {
    if (personId === this.#personId) return;
    this.#personId = personId;
    clearTimeout(this.#timer);
    this.#failures = 0;
    this.#show(
      personId === null ? [] : this.#kept().map((kept) => ({ ...kept, state: kept.problem ? 'refused' : 'waiting' })),
    );
    this.deliver();
  }

  /** Keeps a write and starts sending it. */
  send(wish: Wish): void {
    const post: Post = { ...wish, at: new Date().toISOString(), problem: null, state: 'waiting', answer: null };
    this.#put(post);
    this.deliver();
  }

  /** Changed words of a refused write: a new wish, so a new key. */
  revise(id: string, changed: { body: unknown; label?: string }): void {
    const post = this.#posts.find((each) => each.id === id);
    if (!post) return;
    this.#put({ ...post, ...changed, key: crypto.randomUUID(), problem: null, state: 'waiting' });
    this.deliver();
  }

  /** Sends a refused or waiting write now, unchanged. */
  retry(id: string): void {
    const post = this.#posts.find((each) => each.id === id);
    if (!post || post.state === 'done') return;
    this.#put({ ...post, problem: null, state: 'waiting' });
    this.#failures = 0;
    this.deliver();
  }

  /** Takes a write out for good: the person discarded it, or has seen that it is done. */
  discard(id: string): void {
    if (this.#personId !== null) clearKept(this.#personId, id);
    this.#show(this.#posts.filter((post) => post.id !== id));
    this.deliver();
  }

  /** Calls `tell` with each answer, once, in the tab that got it. */
  onAnswer(tell: (post: Post, answer: unknown) => void): () => void {
    this.#answered.add(tell);
    return () => this.#answered.delete(tell);
  }

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#changed.add(changed);
    return () => this.#changed.delete(changed);
  };
  readonly posts = (): readonly Post[] => this.#posts;

  /** Sends all that may go now. Called again by itself while something waits. */
  readonly deliver = (): void => {
    clearTimeout(this.#timer);
    for (const post of this.#posts) {
      if (post.state === 'waiting' && !this.#underWay.has(post.key) && mayGo(post, this.#posts)) void this.#try(post);
    }
  };

  /** Another tab of the same person changed what is kept. */
  readonly reread = (): void => {
    const kept = this.#kept();
    const known = new Map(this.#posts.map((post) => [post.id, post]));
    const done = this.#posts.filter((post) => post.state === 'done');
    const living = kept.map((each): Post => {
      const before = known.get(each.id);
      if (before?.key === each.key && before.state === 'sending') return before;
      return { ...each, state: each.problem ? 'refused' : 'waiting' };
    });
    this.#show([...done.filter((post) => !kept.some((each) => each.id === post.id)), ...living]);
    this.deliver();
  };

  async #try(post: Post): Promise<void> {
    const owner = this.#personId;
    this.#underWay.add(post.key);
    this.#replace({ ...post, state: 'sending' });
    try {
      const answer = await send(post.method, post.path, post.body, { key: post.key });
      this.#failures = 0;
      if (owner !== null) clearKept(owner, post.id, post.key);
      if (owner === this.#personId) this.#replace({ ...post, state: 'done', problem: null, answer });
      for (const tell of this.#answered) tell(post, answer);
    } catch (failure) {
      if (owner === this.#personId) this.#failed(post, failure);
    } finally {
      this.#underWay.delete(post.key);
    }
    if (this.#failures === 0) this.deliver();
  }

  #failed(post: Post, failure: unknown): void {
    if (failure instanceof ProblemError && !isTransient(failure)) {
      const { slug, title, mend, status, facts } = failure;
      this.#put({ ...post, state: 'refused', problem: { slug, title, mend, status, facts } });
      return;
    }
    this.#replace({ ...post, state: 'waiting' });
    this.#failures += 1;
    const pause = Math.min(longestPause, firstPause * 2 ** (this.#failures - 1));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.deliver, pause * (0.75 + Math.random() / 2));
  }

  #kept(): Kept[] {
    return this.#personId === null ? [] : keptOf(this.#personId);
  }

  #put(post: Post): void {
    if (this.#personId !== null) writeKept(this.#personId, post);
    this.#replace(post);
  }

  #replace(post: Post): void {
    const isKnown = this.#posts.some((each) => each.id === post.id);
    this.#show(isKnown ? this.#posts.map((each) => (each.id === post.id ? post : each)) : [...this.#posts, post]);
  }

  #show(posts: readonly Post[]): void {
    this.#posts = posts;
    for (const changed of this.#changed) changed();
  }
}

export const outbox = new Outbox();

/** What waits, is under way, was refused or is done, of the kind asked for; in the order of writing. */
export function useOutbox(filter: (post: Post) => boolean): Post[] {
  const posts = useSyncExternalStore(outbox.subscribe, outbox.posts);
  return useMemo(() => posts.filter(filter), [posts, filter]);
}

/** Ties the outbox to the browser's news: the network is back, another tab wrote. Called once by `main`. */
export function startOutbox(): void {
  addEventListener('online', outbox.deliver);
  addEventListener('storage', outbox.reread);
}

/** The problem of a refused write, as a screen shows any other. */
export function problemOfPost(told: ToldProblem): ProblemError {
  return new ProblemError(told);
}
