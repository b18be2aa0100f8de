import { useCallback } from 'react';
import { useParams, useSearchParams } from 'react-router';

/** What slices share: which paper, paragraph and thread; it stands in the address bar and can be sent to others. */
export interface Place {
  paperId: string;
  paragraphId: string | null;
  threadId: string | null;
  /** Puts a thread in focus; null lets go of it. The paragraph comes with it where it is known. */
  goToThread: (threadId: string | null, paragraphId?: string) => void;
  /** Puts a paragraph in focus and lets go of the thread. */
  goToParagraph: (paragraphId: string | null) => void;
}

/** Moving through threads replaces the address: Back leaves the paper, it does not walk through threads. */
export function usePlace(): Place {
  const { paperId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const go = useCallback(
    (threadId: string | null, paragraphId: string | null) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          put(next, 'thread', threadId);
          put(next, 'paragraph', paragraphId);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  );
  return {
    paperId,
    paragraphId: search.get('paragraph'),
    threadId: search.get('thread'),
    goToThread: useCallback((threadId, paragraphId) => go(threadId, paragraphId ?? null), [go]),
    goToParagraph: useCallback((paragraphId) => go(null, paragraphId), [go]),
  };
}

function put(search: URLSearchParams, name: string, value: string | null): void {
  if (value === null) search.delete(name);
  else search.set(name, value);
}

/** The address of a paper, at one of its threads or paragraphs. */
export function paperAddress(paperId: string, at: { threadId?: string; paragraphId?: string } = {}): string {
  const search = new URLSearchParams();
  if (at.threadId !== undefined) search.set('thread', at.threadId);
  if (at.paragraphId !== undefined) search.set('paragraph', at.paragraphId);
  const query = search.toString();
  return `/papers/${paperId}${query === '' ? '' : `?${query}`}`;
}

export const groupAddress = (groupId: string): string => `/groups/${groupId}`;
