import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { z } from 'zod';
import { type StreamEvent, streamEvent } from '../../shared/events.ts';
import type { RoundId } from '../../shared/ids.ts';
import { applyRoundEvent } from '../../shared/rounds/apply.ts';
import { type Round, type RoundWish, roundSchema } from '../../shared/rounds/contract.ts';
import { getJson, sendFor } from '../base/http.ts';

const rounds = z.array(roundSchema);

/** The rounds of a paper, first to newest. */
export const roundsQuery = (paperId: string) =>
  queryOptions({
    queryKey: ['rounds', paperId],
    queryFn: async ({ signal }) => {
      const read = await getJson(`/api/papers/${paperId}/rounds`, rounds, signal);
      return read.sort((a, b) => a.number - b.number);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Applies what happens to the rounds; a page calls it with each event of the paper. */
export function useRoundNews(paperId: string): (event: StreamEvent) => void {
  const queries = useQueryClient();
  return useCallback(
    (event) => {
      queries.setQueryData<Round[]>(
        roundsQuery(paperId).queryKey,
        (before) => before && applyRoundEvent(before, event),
      );
    },
    [queries, paperId],
  );
}

/** What a request leaves to the server to fill in. */
type Wish = Partial<RoundWish> & Pick<RoundWish, 'closesAt'>;

/** Opens a round, or extends or closes the one with this id. The answer is applied before the news of it comes. */
export function useRoundDeed(paperId: string) {
  const hear = useRoundNews(paperId);
  return useMutation({
    mutationFn: ({ id, key, ...wish }: Wish & { id: RoundId; key: string }) =>
      sendFor(streamEvent, 'PUT', `/api/papers/${paperId}/rounds/${id}`, wish, { key }),
    onSuccess: hear,
  });
}
