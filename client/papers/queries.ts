import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { groupStream } from '../../shared/envelope.ts';
import { type PaperSummary, paperPage, paperSummary } from '../../shared/papers/contract.ts';
import { getJson } from '../base/http.ts';
import { useFollow } from '../base/live.ts';

const summaries = z.array(paperSummary);

/** The papers of a group that the reader may see, newest first. */
export const papersQuery = (groupId: string) =>
  queryOptions({
    queryKey: ['papers', groupId],
    queryFn: async ({ signal }) => {
      const papers = await getJson(`/api/papers?groupId=${groupId}`, summaries, signal);
      return papers.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
    },
  });

/** One paper with what the reader may do on it now. */
export const paperQuery = (paperId: string) =>
  queryOptions({
    queryKey: ['paper', paperId],
    queryFn: ({ signal }) => getJson(`/api/papers/${paperId}`, paperPage, signal),
  });

/** Reads the papers of a group anew when something happens to one of them. */
export function usePaperNews(groupId: string): void {
  const queries = useQueryClient();
  useFollow(groupStream(groupId), 'now', () => {
    void queries.invalidateQueries({ queryKey: papersQuery(groupId).queryKey });
  });
}

/** "Draft 1": the version that people read, or null before the first one. */
export function versionName(paper: PaperSummary): string | null {
  return paper.newestVersion?.name ?? null;
}
