import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { comparison, type GiveReason } from '../../shared/changes/contract.ts';
import { paperStream } from '../../shared/envelope.ts';
import type { HappeningKind } from '../../shared/events.ts';
import { getJson, send } from '../base/http.ts';
import { useFollow } from '../base/live.ts';

/** The living text, where a version stands in an address. */
export const DRAFT = 'draft';

/**
 * What differs between two versions, with the reasons. Two frozen texts differ for ever in the same words;
 * only reasons and answers are added, and those come as news. The draft is read anew whenever it is looked at.
 */
export const comparisonQuery = (olderId: string, newerId: string) =>
  queryOptions({
    queryKey: ['comparison', olderId, newerId],
    queryFn: ({ signal }) => getJson(`/api/versions/${olderId}/compare/${newerId}`, comparison, signal),
    staleTime: newerId === DRAFT ? 0 : Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: newerId === DRAFT,
  });

/** Gives a change its reason. The id comes with the wish, so that a second try is the same reason. */
export function useGiveReason(paperId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...wish }: GiveReason & { id: string }) =>
      send('PUT', `/api/papers/${paperId}/reasons/${id}`, wish, { key: id }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['comparison'] }),
  });
}

/** What can change a comparison: reasons, answers, wording that was applied, and a text that went back. */
const telling: ReadonlySet<HappeningKind> = new Set([
  'reason.given',
  'disposition.given',
  'proposal.applied',
  'application.undone',
  'version.restored',
]);

/** Reads comparisons anew when a reason or an answer comes. */
export function useChangeNews(paperId: string): void {
  const queries = useQueryClient();
  useFollow(paperStream(paperId), 'now', ({ kind }) => {
    if (telling.has(kind)) void queries.invalidateQueries({ queryKey: ['comparison'] });
  });
}
