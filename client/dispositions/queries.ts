import { useMutation } from '@tanstack/react-query';
import type { ApplyProposal, GiveDisposition } from '../../shared/dispositions/contract.ts';
import { type StreamEvent, streamEvent } from '../../shared/events.ts';
import { type ApplicationId, newId } from '../../shared/ids.ts';
import { sendFor } from '../base/http.ts';

/** Tells the page what was recorded, before the news of it comes. */
export type Hear = (event: StreamEvent) => void;

const threadPath = (paperId: string, threadId: string): string => `/api/papers/${paperId}/threads/${threadId}`;

/**
 * Answers one thread, or several that say the same, one after the other. Each wish has a key of its own, kept
 * for a second try, so that nothing is answered twice when the first try was cut off in the middle.
 */
export function useGiveDisposition(paperId: string, hear: Hear) {
  return useMutation({
    mutationFn: async ({ wish, to }: { wish: GiveDisposition; to: readonly { threadId: string; key: string }[] }) => {
      for (const { threadId, key } of to) {
        hear(await sendFor(streamEvent, 'PUT', `${threadPath(paperId, threadId)}/disposition`, wish, { key }));
      }
    },
  });
}

/** Puts a proposal into the draft. The id is the wish's own: sent again, it is the same application. */
export function useApplyProposal(paperId: string, hear: Hear) {
  return useMutation({
    mutationFn: ({ threadId, id, ...wish }: ApplyProposal & { threadId: string; id: ApplicationId }) =>
      sendFor(streamEvent, 'PUT', `${threadPath(paperId, threadId)}/applications/${id}`, wish, { key: id }),
    onSuccess: hear,
  });
}

/** Takes an applied proposal out of the draft again, while the paragraph still says what it made of it. */
export function useUndoApplication(paperId: string, hear: Hear) {
  return useMutation({
    mutationFn: ({ threadId, id }: { threadId: string; id: ApplicationId }) =>
      sendFor(
        streamEvent,
        'PUT',
        `${threadPath(paperId, threadId)}/applications/${id}`,
        { seen: null, undo: true },
        { key: newId<string>() },
      ),
    onSuccess: hear,
  });
}
