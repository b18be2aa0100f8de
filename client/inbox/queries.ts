import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { personStream } from '../../shared/envelope.ts';
import { inbox } from '../../shared/inbox/contract.ts';
import { getJson } from '../base/http.ts';
import { useFollow } from '../base/live.ts';

/** What became of the comments of my organisations, newest news first. */
export const inboxQuery = queryOptions({
  queryKey: ['inbox'],
  queryFn: async ({ signal }) => (await getJson('/api/inbox', inbox, signal)).items,
});

/** Reads the inbox anew when something arrives in it. */
export function useInboxNews(personId: string): void {
  const queries = useQueryClient();
  useFollow(personStream(personId), 'now', () => {
    void queries.invalidateQueries({ queryKey: inboxQuery.queryKey });
  });
}
