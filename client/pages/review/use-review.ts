import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { WhoAmI } from '../../../shared/groups/contract.ts';
import type { PaperPage } from '../../../shared/papers/contract.ts';
import type { WishedAnchor } from '../../../shared/text/anchor.ts';
import type { Paragraph } from '../../../shared/text/paragraph.ts';
import type { Mark, Thread } from '../../../shared/threads/contract.ts';
import { useConnection } from '../../base/live.ts';
import { outbox } from '../../base/outbox.ts';
import { usePlace } from '../../base/place.ts';
import type { Membership } from '../../base/session.ts';
import { roundsQuery } from '../../rounds/queries.ts';
import { useStanding } from '../../rounds/standing.ts';
import { threadsQuery } from '../../threads/queries.ts';
import type { Setting } from '../../threads/setting.ts';
import { usePending } from '../../threads/writes.ts';
import type { OpenDialog } from './open-dialog.ts';
import { paragraphsQuery } from './text-queries.ts';
import { useComposing } from './use-composing.ts';
import { useLivingText } from './use-living-text.ts';
import { useNews, useRoundsByTheClock } from './use-news.ts';
import { useNotes } from './use-notes.ts';
import { useIsPhone } from './use-phone.ts';
import { usePosted } from './use-posted.ts';
import { useTextSheet } from './use-text-sheet.ts';
import { useWriting } from './use-writing.ts';

const noThreads: readonly Thread[] = [];
const noText: readonly Paragraph[] = [];

/** All that the review page knows and does: the text, the threads on it, the round, and who may do what now. */
export type ReviewModel = ReturnType<typeof useReview>;

export function useReview(paper: PaperPage, membership: Membership, who: WhoAmI) {
  const { id: paperId, language } = paper;
  const { group, organisation } = membership;
  const personId = who.person.id;
  const { threadId: focusId, paragraphId: placeId, goToThread: putThread } = usePlace();
  const isPhone = useIsPhone();
  const isOffline = useConnection() === 'offline';
  const threadsRead = useQuery(threadsQuery(paperId));
  const threads = threadsRead.data?.threads ?? noThreads;
  const round = useQuery(roundsQuery(paperId)).data?.at(-1) ?? paper.round;
  const standing = useStanding(round);
  const living = useLivingText(useQuery(paragraphsQuery(paperId)).data ?? noText);
  const posted = usePosted(paper.newestVersion, living.paragraphs);
  const paragraphs = posted.shown?.paragraphs ?? living.paragraphs;
  useNews(paperId, personId, threadsRead.data?.seq ?? null);
  useRoundsByTheClock(paperId, standing, round?.number ?? null);

  const sheet = useTextSheet(isPhone);
  const { text, going } = sheet;
  const [listOf, setListOf] = useState<string | null>(null);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const byId = useMemo(() => new Map<string, Paragraph>(paragraphs.map((each) => [each.id, each])), [paragraphs]);
  const textOf = useCallback((id: string) => byId.get(id)?.text ?? '', [byId]);
  const composing = useComposing(paperId, personId, textOf);
  const { form } = composing;
  const notes = useNotes(paperId, personId, threads, paragraphs, form?.at ?? null, isPhone);
  const writing = useWriting(paper, membership, round, standing);
  const mayEdit = paper.rights.includes('text.edit');
  const isEditing = sheet.mode === 'editing' && mayEdit && !posted.isOn;
  useDoneReceipts(paperId, focusId);

  const goToThread = useCallback(
    (threadId: string | null) =>
      putThread(threadId, threads.find((thread) => thread.id === threadId)?.anchor?.paragraphId),
    [threads, putThread],
  );
  /** Puts a thread in focus and brings its quote into view. */
  const show = useCallback(
    (threadId: string) => {
      goToThread(threadId);
      const thread = threads.find((each) => each.id === threadId);
      const entry = notes.entries.find((each) => each.key === threadId);
      if (thread || entry) going.toSpot(thread ? notes.spotOf(thread.anchor) : (entry?.spot ?? notes.spotOf(null)));
    },
    [goToThread, threads, notes, going.toSpot],
  );
  const mayWrite = writing.may.open && !posted.isOn;
  /** Opens the composer; what was begun there before is there again. */
  const compose = useCallback(
    (anchor: WishedAnchor | null, mark: Mark | null = null) => {
      if (!mayWrite) return;
      putThread(null, anchor?.paragraphId);
      composing.compose(anchor, mark);
      going.toSpot(notes.spotOf(anchor));
    },
    [mayWrite, putThread, composing.compose, going.toSpot, notes.spotOf],
  );
  /** Edits a paragraph: the caret goes into it as soon as the text takes one. */
  const edit = useCallback(
    (paragraphId: string) => {
      const paragraph = byId.get(paragraphId);
      sheet.setMode('editing');
      if (paragraph) requestAnimationFrame(() => sheet.editor.current?.focusParagraph(paragraph.id));
    },
    [byId, sheet.setMode, sheet.editor],
  );
  useFirstPlace({
    focusId,
    placeId,
    isTextThere: text !== null && paragraphs.length > 0,
    areThreadsThere: threads.length > 0,
    show,
    toParagraph: going.toParagraph,
  });

  const setting = useMemo(
    (): Setting => ({
      paperId,
      language,
      zone: group.zone,
      place: group.place,
      me: { personId, organisationId: organisation.id, organisation: organisation.name },
      may: writing.may,
      shut: writing.shut,
      deadline: writing.deadline,
      isOffline,
      goToThread,
    }),
    [paperId, language, group, personId, organisation, writing, isOffline, goToThread],
  );
  const threadsState = {
    isComing: threadsRead.isPending,
    problem: threadsRead.error,
    retry: () => void threadsRead.refetch(),
  };
  return {
    ...{ paper, membership, group, personId, setting, threads, threadsState, round, standing, writing },
    ...{ living, posted, paragraphs, byId, notes, sheet, composing, compose, edit, mayWrite, mayEdit, isEditing },
    ...{ isPhone, isOffline, focusId, goToThread, show, listOf, setListOf, dialog, setDialog },
  };
}

/** A receipt is shown until one looks at something else. */
function useDoneReceipts(paperId: string, focusId: string | null): void {
  const pending = usePending(paperId);
  const seen = useRef<string | null>(null);
  useEffect(() => {
    const before = seen.current;
    seen.current = focusId;
    if (before === null || before === focusId) return;
    for (const each of pending) if (each.state === 'done' && each.id === before) outbox.discard(each.id);
  }, [focusId, pending]);
}

/** The place in the address, once: its thread, else its paragraph, as soon as both are there. */
function useFirstPlace(at: {
  focusId: string | null;
  placeId: string | null;
  isTextThere: boolean;
  areThreadsThere: boolean;
  show: (threadId: string) => void;
  toParagraph: (paragraphId: string) => void;
}): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current || !at.isTextThere) return;
    if (at.focusId !== null) {
      if (!at.areThreadsThere) return;
      at.show(at.focusId);
    } else if (at.placeId !== null) at.toParagraph(at.placeId);
    isDone.current = true;
  });
}
