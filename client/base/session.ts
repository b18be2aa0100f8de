import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type Group, type WhoAmI, whoAmI } from '../../shared/groups/contract.ts';
import { getJson, send } from './http.ts';
import { live } from './live-connection.ts';
import { outbox } from './outbox.ts';

export type Membership = WhoAmI['memberships'][number];

/** Who is asking. Fresh for five minutes: a role that changes is told by the server at the next deed anyway. */
export const whoAmIQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => getJson('/api/session', whoAmI, signal),
  staleTime: 300_000,
  retry: false,
});

/** Who is signed in. Only inside pages that ask for it: App has seen that somebody is. */
export function useSession(): WhoAmI {
  return useSuspenseQuery(whoAmIQuery).data;
}

/** The membership in a group of who is signed in; undefined for a stranger to it. */
export function membershipIn(who: WhoAmI, groupId: string): Membership | undefined {
  return who.memberships.find((membership) => membership.group.id === groupId);
}

/** The group of the signed-in person with this id. */
export function groupOf(who: WhoAmI, groupId: string): Group | undefined {
  return membershipIn(who, groupId)?.group;
}

const otherTabs = new BroadcastChannel('rapporteur.session');

/** Another tab signed out, or in as somebody else: nothing may be read or sent here in the old name. What is typed is kept. */
export function followOtherTabs(): void {
  otherTabs.onmessage = () => location.reload();
}

/** Puts somebody in the place of who was there before: nothing that the other one read may stay on the screen. */
export function useEnter(): (who: WhoAmI) => void {
  const queries = useQueryClient();
  return useCallback(
    (who) => {
      queries.clear();
      queries.setQueryData(whoAmIQuery.queryKey, who);
      live.restart();
      otherTabs.postMessage('entered');
    },
    [queries],
  );
}

/** Signs out. What waits in the outbox stays on the device for the same person. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    await send('DELETE', '/api/session');
    otherTabs.postMessage('left');
    outbox.open(null);
    live.restart();
    queries.clear();
    location.assign('/sign-in');
  }, [queries]);
}
