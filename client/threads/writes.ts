import { useCallback, useMemo } from 'react';
import { type CommentId, newId, type ThreadId } from '../../shared/ids.ts';
import { type OpenThread, openThreadRequest, type Stance, stance } from '../../shared/threads/contract.ts';
import { say } from '../base/language.ts';
import { outbox, type Post, type ToldProblem, useOutbox } from '../base/outbox.ts';

/** What a member writes goes by the outbox: it is kept on the device until the server has it. */
const kinds = { comment: 'comment', reply: 'reply', position: 'position', withdrawal: 'withdrawal' } as const;

const threadsPath = (paperId: string): string => `/api/papers/${paperId}/threads/`;
export const belongsTo = (post: Post, paperId: string): boolean => post.path.startsWith(threadsPath(paperId));
export const isComment = (post: Post): boolean => post.kind === kinds.comment;

/** A comment of one's own that is on its way, or was refused, or has just arrived. */
export interface PendingThread {
  id: string;
  wish: OpenThread;
  state: Post['state'];
  problem: ToldProblem | null;
  at: string;
}

/** One's own comments on this paper that the server has not taken yet, and those it has just taken. */
export function usePending(paperId: string): PendingThread[] {
  const posts = useOutbox(useCallback((post: Post) => isComment(post) && belongsTo(post, paperId), [paperId]));
  return useMemo(
    () =>
      posts.flatMap(({ id, body, state, problem, at }) => {
        const wish = openThreadRequest.safeParse(body);
        return wish.success ? [{ id, wish: wish.data, state, problem, at }] : [];
      }),
    [posts],
  );
}

/** A withdrawal that waits until the comment in its place has arrived: words are never taken back for nothing. */
const replaced = new Map<string, { paperId: string; threadId: string }>();
outbox.onAnswer((post) => {
  const before = replaced.get(post.id);
  if (!before) return;
  replaced.delete(post.id);
  withdrawThread(before.paperId, before.threadId);
});

/** Sends a comment; a refused one is sent again with its changed words. `replaces` is withdrawn once it has arrived. */
export function sendComment(
  paperId: string,
  wish: OpenThread,
  at: { address: string; postId?: string; replaces?: string },
): string {
  const label = at.address === '' ? say('threads.new-on-paper') : say('threads.new-on', { address: at.address });
  if (at.postId !== undefined) {
    outbox.revise(at.postId, { body: wish, label });
    return at.postId;
  }
  const id = newId<ThreadId>();
  if (at.replaces !== undefined) replaced.set(id, { paperId, threadId: at.replaces });
  outbox.send({
    id,
    method: 'PUT',
    path: `${threadsPath(paperId)}${id}`,
    body: wish,
    key: id,
    kind: kinds.comment,
    label,
  });
  return id;
}

export function sendReply(paperId: string, threadId: string, number: number, text: string): void {
  const id = newId<CommentId>();
  const path = `${threadsPath(paperId)}${threadId}/comments/${id}`;
  outbox.send({
    id,
    method: 'PUT',
    path,
    body: { text },
    key: id,
    kind: kinds.reply,
    label: say('threads.reply-to', { number }),
  });
}

export function sendPosition(
  paperId: string,
  threadId: string,
  number: number,
  wish: { stance: Stance | 'none'; text: string },
): void {
  const id = newId<string>();
  const path = `${threadsPath(paperId)}${threadId}/position`;
  outbox.send({
    id,
    method: 'PUT',
    path,
    body: wish,
    key: id,
    kind: kinds.position,
    label: say('threads.position-on', { number }),
  });
}

export function withdrawThread(paperId: string, threadId: string): void {
  withdraw(`${threadsPath(paperId)}${threadId}/withdrawal`);
}

export function withdrawReply(paperId: string, threadId: string, commentId: string): void {
  withdraw(`${threadsPath(paperId)}${threadId}/comments/${commentId}/withdrawal`);
}

function withdraw(path: string): void {
  const id = newId<string>();
  const label = say('threads.withdrawal');
  outbox.send({ id, method: 'PUT', path, body: { withdrawn: true }, key: id, kind: kinds.withdrawal, label });
}

/** What one has written to a thread and the server has not taken yet. */
export interface PendingWords {
  replies: { id: string; text: string; problem: ToldProblem | null }[];
  position: { id: string; stance: Stance | 'none'; problem: ToldProblem | null } | null;
  withdrawal: { id: string; problem: ToldProblem | null } | null;
}

export function usePendingWords(paperId: string, threadId: string): PendingWords {
  const path = `${threadsPath(paperId)}${threadId}/`;
  const posts = useOutbox(useCallback((post: Post) => post.path.startsWith(path) && post.state !== 'done', [path]));
  return useMemo(() => {
    const newest = (kind: string) => posts.filter((post) => post.kind === kind).at(-1);
    const position = newest(kinds.position);
    const withdrawal = newest(kinds.withdrawal);
    return {
      replies: posts
        .filter((post) => post.kind === kinds.reply)
        .map((post) => ({ id: post.id, text: wordsIn(post.body), problem: post.problem })),
      position: position ? { id: position.id, stance: stanceIn(position.body), problem: position.problem } : null,
      withdrawal: withdrawal ? { id: withdrawal.id, problem: withdrawal.problem } : null,
    };
  }, [posts]);
}

function wordsIn(body: unknown): string {
  return typeof body === 'object' && body !== null && 'text' in body && typeof body.text === 'string' ? body.text : '';
}

function stanceIn(body: unknown): Stance | 'none' {
  const wished = typeof body === 'object' && body !== null && 'stance' in body ? stance.safeParse(body.stance) : null;
  return wished?.success ? wished.data : 'none';
}
