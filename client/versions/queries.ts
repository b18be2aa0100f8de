import { type QueryKey, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { type Comparison, comparison } from '../../shared/changes/contract.ts';
import { isUnanswered } from '../../shared/dispositions/rules.ts';
import { paperStream } from '../../shared/envelope.ts';
import type { VersionId } from '../../shared/ids.ts';
import { thread } from '../../shared/threads/contract.ts';
import {
  type Freeze,
  type Restore,
  type VersionSummary,
  versionContent,
  versionSummary,
} from '../../shared/versions/contract.ts';
import { getJson, getText, send } from '../base/http.ts';
import { useFollow } from '../base/live.ts';

const summaries = z.array(versionSummary);
const threadsOfPaper = z.object({ threads: z.array(thread) });

/** The versions of a paper, oldest first. */
export const versionsQuery = (paperId: string) =>
  queryOptions({
    queryKey: ['versions', paperId],
    queryFn: ({ signal }) => getJson(`/api/papers/${paperId}/versions`, summaries, signal),
  });

/** The content of a version, with its canonical bytes as they came. A version never changes, so it is read once. */
export const versionTextQuery = (versionId: string) =>
  queryOptions({
    queryKey: ['version-text', versionId],
    queryFn: async ({ signal }) => {
      const canonical = await getText(`/api/versions/${versionId}`, signal);
      return { canonical, content: versionContent.parse(JSON.parse(canonical)) };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What a freeze would record: the draft against the newest version, and the threads that nobody has answered. */
export interface FreezingFacts {
  number: number;
  newest: VersionSummary | null;
  /** Null before the first version. */
  since: Comparison | null;
  /** Threads without an answer by the place they stand at; null is the paper as a whole. */
  unanswered: ReadonlyMap<string | null, number>;
}

/** Read when the dialog opens, and never kept: what is frozen is the text of now. */
export const freezingQuery = (paperId: string) =>
  queryOptions({
    queryKey: ['freezing', paperId],
    queryFn: async ({ signal }): Promise<FreezingFacts> => {
      const [versions, { threads }] = await Promise.all([
        getJson(`/api/papers/${paperId}/versions`, summaries, signal),
        getJson(`/api/papers/${paperId}/threads`, threadsOfPaper, signal),
      ]);
      const newest = versions.at(-1) ?? null;
      const unanswered = new Map<string | null, number>();
      for (const each of threads.filter(isUnanswered)) {
        const place = each.anchor?.address ?? null;
        unanswered.set(place, (unanswered.get(place) ?? 0) + 1);
      }
      const since = newest && (await compareWithDraft(newest.id, signal));
      return { number: (newest?.number ?? 0) + 1, newest, since, unanswered };
    },
    staleTime: 0,
    gcTime: 0,
  });

/** What a restoration would change: the way from the version to the draft, and what no version holds yet. */
export const restoringQuery = (paperId: string, versionId: string) =>
  queryOptions({
    queryKey: ['restoring', paperId, versionId],
    queryFn: async ({ signal }) => {
      const versions = await getJson(`/api/papers/${paperId}/versions`, summaries, signal);
      const newest = versions.at(-1);
      const undone = await compareWithDraft(versionId, signal);
      const since = newest && newest.id !== versionId ? await compareWithDraft(newest.id, signal) : undone;
      return { undone, newestName: newest?.name ?? '', unfrozen: since.rows.filter((row) => 'change' in row).length };
    },
    staleTime: 0,
    gcTime: 0,
  });

function compareWithDraft(versionId: string, signal: AbortSignal): Promise<Comparison> {
  return getJson(`/api/versions/${versionId}/compare/draft`, comparison, signal);
}

/** Freezes the committed draft. The id comes with the wish, so that a second try is the same version. */
export function useFreeze(paperId: string) {
  return useVersionDeed(paperId, ({ id, ...wish }: Freeze & { id: VersionId }) =>
    send('PUT', `/api/papers/${paperId}/versions/${id}`, wish, { key: id }),
  );
}

/** Brings the draft back to a version, as a new change of the draft. */
export function useRestore(paperId: string) {
  return useVersionDeed(paperId, ({ id, ...wish }: Restore & { id: string }) =>
    send('PUT', `/api/papers/${paperId}/restorations/${id}`, wish, { key: id }),
  );
}

function useVersionDeed<Wish>(paperId: string, deed: (wish: Wish) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSuccess: () => queries.invalidateQueries({ queryKey: versionsQuery(paperId).queryKey }),
  });
}

/** Reads the versions anew when one was frozen or published. */
export function useVersionNews(paperId: string): void {
  const queries = useQueryClient();
  useFollow(paperStream(paperId), 'now', ({ kind }) => {
    if (kind !== 'version.frozen' && kind !== 'publication.made') return;
    void queries.invalidateQueries({ queryKey: versionsQuery(paperId).queryKey });
  });
}

/** Reads anew what a dialog says about the draft, when the paper's record moves on while it is open. */
export function useRereading(paperId: string, queryKey: QueryKey): void {
  const queries = useQueryClient();
  useFollow(paperStream(paperId), 'now', () => void queries.invalidateQueries({ queryKey }));
}
