import { useMutation } from '@tanstack/react-query';
import type { Publish } from '../../shared/publications/contract.ts';
import type { VersionSummary } from '../../shared/versions/contract.ts';
import { send } from '../base/http.ts';

/**
 * Makes a version public, as the hash that was seen. The key comes with the wish, so that a second try after
 * a lost answer is the same publication.
 */
export function usePublish(version: VersionSummary) {
  return useMutation({
    mutationFn: ({ key, ...wish }: Publish & { key: string }) =>
      send('PUT', `/api/versions/${version.id}/publication`, wish, { key }),
  });
}
