import type { Happening } from '../events.ts';
import type { Thread } from './contract.ts';
import { withoutWords } from './rules.ts';

/**
 * The paper's threads after an event, lowest number first. Applying an event twice changes nothing more,
 * so that an author's own answer and the news of it may come in any order.
 */
export function applyThreadEvent(threads: readonly Thread[], event: Happening): Thread[] {
  switch (event.kind) {
    case 'thread.opened':
      if (threads.some((thread) => thread.id === event.thread.id)) return [...threads];
      return [...threads, event.thread].sort((a, b) => a.number - b.number);
    case 'thread.replied':
      return change(threads, event.threadId, (thread) =>
        thread.replies.some((reply) => reply.id === event.comment.id)
          ? thread
          : { ...thread, replies: [...thread.replies, event.comment] },
      );
    case 'thread.withdrawn':
      return change(threads, event.threadId, (thread) =>
        withoutWords({ ...thread, withdrawnAt: event.at, opening: { ...thread.opening, withdrawnAt: event.at } }),
      );
    case 'comment.withdrawn':
      return change(threads, event.threadId, (thread) => ({
        ...thread,
        replies: thread.replies.map((reply) =>
          reply.id === event.commentId ? { ...reply, text: null, withdrawnAt: event.at } : reply,
        ),
      }));
    case 'position.taken':
      return change(threads, event.threadId, (thread) => ({
        ...thread,
        positions: [
          ...thread.positions.filter((position) => position.organisationId !== event.position.organisationId),
          ...(event.position.stance === 'none' ? [] : [event.position]),
        ],
      }));
    default:
      return [...threads];
  }
}

function change(threads: readonly Thread[], threadId: string, to: (thread: Thread) => Thread): Thread[] {
  return threads.map((thread) => (thread.id === threadId ? to(thread) : thread));
}
