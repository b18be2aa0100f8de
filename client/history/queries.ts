import { type InfiniteData, infiniteQueryOptions, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { paperStream } from '../../shared/envelope.ts';
import { type StreamEvent, streamEvent } from '../../shared/events.ts';
import { getJson } from '../base/http.ts';
import { useFollow } from '../base/live.ts';

const answered = z.object({ seq: z.number().int(), events: z.array(streamEvent) });

/** A stretch of the history, oldest first: the events after `since`. */
export interface Stretch {
  since: number;
  events: StreamEvent[];
}

/** So many events are read at a time, from the newest backwards. */
const length = 200;

/**
 * The history of a paper from its newest event backwards, a stretch at a time. The server answers forwards
 * from a number, so a stretch is asked for from where it begins until it is whole.
 * @param seq the number of the paper's newest event when the page was opened
 */
export const historyQuery = (paperId: string, seq: number) =>
  infiniteQueryOptions({
    queryKey: ['history', paperId],
    queryFn: async ({ pageParam: until, signal }): Promise<Stretch> => {
      const since = Math.max(0, until - length);
      const events: StreamEvent[] = [];
      for (let at = since; at < until; ) {
        const answer = await getJson(`/api/papers/${paperId}/events?since=${at}`, answered, signal);
        const wanted = answer.events.filter((event) => event.seq <= until);
        events.push(...wanted);
        const last = answer.events.at(-1)?.seq;
        if (last === undefined || wanted.length < answer.events.length) break;
        at = last;
      }
      return { since, events };
    },
    initialPageParam: seq,
    getNextPageParam: (stretch) => (stretch.since > 0 ? stretch.since : undefined),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** Puts each new event on top. What is shown once is never read again: the record only grows. */
export function useHistoryNews(paperId: string, since: number | null): void {
  const queries = useQueryClient();
  const { queryKey } = historyQuery(paperId, 0);
  useFollow(paperStream(paperId), since, (event) => {
    queries.setQueryData<InfiniteData<Stretch, number>>(queryKey, (before) => withEvent(before, event));
  });
}

function withEvent(
  before: InfiniteData<Stretch, number> | undefined,
  event: StreamEvent,
): InfiniteData<Stretch, number> | undefined {
  const [newest, ...older] = before?.pages ?? [];
  if (!before || !newest || event.seq <= (newest.events.at(-1)?.seq ?? newest.since)) return before;
  return { ...before, pages: [{ ...newest, events: [...newest.events, event] }, ...older] };
}
