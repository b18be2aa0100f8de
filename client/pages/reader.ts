import { queryOptions, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { type WhoAmI, whoAmI } from '../../shared/groups/contract.ts';
import type { PaperSummary } from '../../shared/papers/contract.ts';
import type { VersionSummary } from '../../shared/versions/contract.ts';
import { getJson } from '../base/http.ts';
import { ProblemError } from '../base/problem-error.ts';
import { whoAmIQuery } from '../base/session.ts';
import { papersQuery } from '../papers/queries.ts';
import { versionsQuery } from '../versions/queries.ts';

/**
 * Who reads a page that is for everybody: null for a stranger, who is no failure here. Asked apart from the
 * session's own query, because an answer 401 makes that one ask again.
 */
export function useReader(): WhoAmI | null | undefined {
  const queries = useQueryClient();
  return useQuery(
    queryOptions({
      queryKey: ['reader'],
      queryFn: async ({ signal }) => {
        const who = await getJson('/api/session', whoAmI, signal).catch((failure: unknown) => {
          if (failure instanceof ProblemError && failure.slug === 'not-signed-in') return null;
          throw failure;
        });
        if (who) queries.setQueryData(whoAmIQuery.queryKey, who);
        return who;
      },
      staleTime: 300_000,
    }),
  ).data;
}

/** The public versions of the reader's groups, newest first within each paper. Empty for strangers. */
export function usePublishedVersions(
  who: WhoAmI | null | undefined,
): { paper: PaperSummary; version: VersionSummary }[] {
  const groups = who?.memberships.map((membership) => membership.group.id) ?? [];
  const papers = useQueries({ queries: groups.map((groupId) => papersQuery(groupId)) })
    .flatMap((each) => each.data ?? [])
    .filter((paper) => paper.publicAddress !== null);
  const versions = useQueries({ queries: papers.map((paper) => versionsQuery(paper.id)) });
  return papers.flatMap((paper, index) =>
    (versions[index]?.data ?? [])
      .filter((version) => version.publishedAt !== null)
      .toReversed()
      .map((version) => ({ paper, version })),
  );
}
