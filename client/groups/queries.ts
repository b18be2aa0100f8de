import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { groupStream } from '../../shared/envelope.ts';
import type { StreamEvent } from '../../shared/events.ts';
import {
  type AddOrganisation,
  type ChangeMember,
  groupPage,
  type Invite,
  type MakeGroup,
  type SetUp,
  signInPage,
  whoAmI,
} from '../../shared/groups/contract.ts';
import { type GroupId, type InvitationId, type MemberId, newId, type OrganisationId } from '../../shared/ids.ts';
import { getJson, send, sendFor } from '../base/http.ts';
import { useFollow } from '../base/live.ts';
import { useEnter, whoAmIQuery } from '../base/session.ts';

/** What the sign-in page needs before anybody is known: the sample's people, while there is a sample. */
export const signInQuery = queryOptions({
  queryKey: ['sign-in'],
  queryFn: ({ signal }) => getJson('/api/sign-in', signInPage, signal),
});

/** A group with its organisations, members and, for the secretariat, open invitations. */
export const groupQuery = (groupId: string) =>
  queryOptions({
    queryKey: ['group', groupId],
    queryFn: ({ signal }) => getJson(`/api/groups/${groupId}`, groupPage, signal),
  });

/** Asks for a link by e-mail. The answer is the same for known and unknown addresses. */
export function useAskForLink() {
  return useMutation({ mutationFn: (email: string) => send('POST', '/api/session/link', { email }) });
}

/** Signs in with the token of a mailed link; the link works once. */
export function useConfirmLink() {
  const enter = useEnter();
  return useMutation({
    mutationFn: (token: string) => sendFor(whoAmI, 'POST', '/api/session/confirm', { token }),
    onSuccess: enter,
  });
}

/** Signs in as one of the sample's people. */
export function useEnterSample() {
  const enter = useEnter();
  return useMutation({
    mutationFn: (slug: string) => sendFor(whoAmI, 'POST', '/api/session', { as: slug }),
    onSuccess: enter,
  });
}

/** Makes the first group with the set-up link, and signs in its secretariat. */
export function useSetUp() {
  const enter = useEnter();
  return useMutation({
    mutationFn: (wish: SetUp) => sendFor(whoAmI, 'POST', '/api/setup', wish),
    onSuccess: enter,
  });
}

/** Makes one more group; only the administrator may. */
export function useMakeGroup() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (wish: MakeGroup) => {
      const groupId = newId<GroupId>();
      await send('PUT', `/api/groups/${groupId}`, wish, { key: groupId });
      return groupId;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: whoAmIQuery.queryKey }),
  });
}

/** A deed on a group, after which its page is read anew. */
function useGroupDeed<Wish>(groupId: string, deed: (wish: Wish) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSettled: () => queries.invalidateQueries({ queryKey: groupQuery(groupId).queryKey }),
  });
}

export function useAddOrganisation(groupId: string) {
  return useGroupDeed(groupId, (wish: AddOrganisation & { id: OrganisationId }) =>
    send(
      'PUT',
      `/api/groups/${groupId}/organisations/${wish.id}`,
      { name: wish.name, kind: wish.kind },
      { key: wish.id },
    ),
  );
}

/** Invites one person. The id comes with the wish, so that a second try is the same invitation. */
export function useInvite(groupId: string) {
  return useGroupDeed(groupId, ({ id, ...wish }: Invite & { id: InvitationId }) =>
    send('PUT', `/api/groups/${groupId}/invitations/${id}`, wish, { key: id }),
  );
}

export function useWithdrawInvitation(groupId: string) {
  return useGroupDeed(groupId, (id: InvitationId) => send('DELETE', `/api/groups/${groupId}/invitations/${id}`));
}

export function useChangeMember(groupId: string) {
  return useGroupDeed(groupId, ({ id, ...wish }: ChangeMember & { id: MemberId }) =>
    send('PUT', `/api/groups/${groupId}/members/${id}`, wish),
  );
}

export function useRemoveMember(groupId: string) {
  return useGroupDeed(groupId, (id: MemberId) => send('DELETE', `/api/groups/${groupId}/members/${id}`));
}

/** Withdraws the group: its papers stay readable where they are public, and nothing changes any more. */
export function useWithdrawGroup(groupId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => send('DELETE', `/api/groups/${groupId}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: whoAmIQuery.queryKey }),
  });
}

/** What changes a group's page; papers and rounds have news of their own. */
const aboutGroup = /^(group|organisation|member|invitation)\./;
/** What may change what the reader is in the group. */
const aboutReader: readonly string[] = ['member.changed', 'member.removed', 'group.withdrawn'];

/** Reads the group anew when something happens in it. */
export function useGroupNews(groupId: string): void {
  const queries = useQueryClient();
  useFollow(groupStream(groupId), 'now', (event: StreamEvent) => {
    if (!aboutGroup.test(event.kind)) return;
    void queries.invalidateQueries({ queryKey: groupQuery(groupId).queryKey });
    if (aboutReader.includes(event.kind)) void queries.invalidateQueries({ queryKey: whoAmIQuery.queryKey });
  });
}
