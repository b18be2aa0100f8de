import { type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { z } from 'zod';
import { applyDispositionEvent } from '../../shared/dispositions/apply.ts';
import { paperStream } from '../../shared/envelope.ts';
import { type StreamEvent, streamEvent } from '../../shared/events.ts';
import { applyThreadEvent } from '../../shared/threads/apply.ts';
import { thread } from '../../shared/threads/contract.ts';
import { getJson } from '../base/http.ts';
import { useFollow } from '../base/live.ts';
import { outbox } from '../base/outbox.ts';
import { belongsTo, isComment } from './writes.ts';

const threadsReply = z.object({ seq: z.number().int(), threads: z.array(thread) });
type ThreadsReply = z.infer<typeof threadsReply>;

/** The threads of a paper that the reader may see, lowest number first, and the event they stand at. */
export const threadsQuery = (paperId: string) =>
  queryOptions({
    queryKey: ['threads', paperId],
    queryFn: ({ signal }) => getJson(`/api/papers/${paperId}/threads`, threadsReply, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/**
 * Keeps the threads up with what happens, while the paper is open: news of others in the order of their
 * numbers, and the answers to one's own writes as soon as they come. `tell` hears of each piece of news.
 */
export function useThreadNews(paperId: string, seq: number | null, tell: (event: StreamEvent) => void): void {
  const queries = useQueryClient();
  useFollow(paperStream(paperId), seq, (event) => {
    queries.setQueryData<ThreadsReply>(threadsQuery(paperId).queryKey, (before) =>
      before ? { seq: Math.max(before.seq, event.seq), threads: withEvent(before.threads, event) } : before,
    );
    tell(event);
  });
  useEffect(
    () =>
      outbox.onAnswer((post, answer) => {
        if (!belongsTo(post, paperId)) return;
        const event = streamEvent.safeParse(answer);
        if (event.success) applyEvent(queries, paperId, event.data);
        if (!isComment(post)) outbox.discard(post.id);
      }),
    [queries, paperId],
  );
}

/** Applies the answer to a deed of one's own at once; the same news from the stream then changes nothing more. */
export function useApplyEvent(paperId: string): (event: StreamEvent) => void {
  const queries = useQueryClient();
  return useCallback((event) => applyEvent(queries, paperId, event), [queries, paperId]);
}

function applyEvent(queries: QueryClient, paperId: string, event: StreamEvent): void {
  queries.setQueryData<ThreadsReply>(threadsQuery(paperId).queryKey, (before) =>
    before ? { ...before, threads: withEvent(before.threads, event) } : before,
  );
}

const withEvent = (threads: ThreadsReply['threads'], event: StreamEvent) =>
  applyDispositionEvent(applyThreadEvent(threads, event), event);
