import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { CLOSE } from '../../shared/draft/contract.ts';
import type { ParagraphId } from '../../shared/ids.ts';
import type { Paragraph } from '../../shared/text/paragraph.ts';
import { announce } from '../base/announce.ts';
import { getBytes } from '../base/http.ts';
import { say } from '../base/language.ts';
import type { Refused } from './RefusedNotice.tsx';
import type { ReadOnlyReason, SavedState } from './saved-state.ts';
import { DraftSession } from './session.ts';

/** What a session is made for. A new value throws the old session away; `state` spares it the way to the server. */
interface Form {
  mayWrite: boolean;
  state: Uint8Array | null;
  readOnly: { reason: ReadOnlyReason; since: number } | null;
}
export interface Wishes {
  paperId: string;
  mayEdit: boolean;
  me: { name: string; colour: string };
  root: RefObject<HTMLElement | null>;
  boxes: RefObject<HTMLElement | null>;
  onState: (state: SavedState, throughUpdate: number | null) => void;
  onParagraphs: (paragraphs: readonly Paragraph[]) => void;
  onComment: (id: ParagraphId) => void;
}
export interface OpenDraft {
  session: DraftSession | null;
  /** Whether a text was shown before: while it is opened anew its place is kept. */
  wasOpen: boolean;
  problem: Error | null;
  retry: () => void;
  state: SavedState | null;
  refused: Refused | null;
  forgetRefused: () => void;
}

const reasons: Record<number, Exclude<Refused['reason'], 'resync'>> = {
  [CLOSE.malformed]: 'malformed',
  [CLOSE.signedOut]: 'signed-out',
  [CLOSE.notAllowed]: 'not-allowed',
  [CLOSE.gone]: 'gone',
  [CLOSE.tooLarge]: 'too-large',
};
/** A text that was refused so often on one screen is shown and no longer written. */
const mostRefusals = 2;

const stateAddress = (paperId: string): string => `/api/papers/${paperId}/draft`;

/**
 * Opens the draft of a paper: its state by HTTP, then the wire. When the server refuses what was written,
 * the words that would be lost are kept for the notice, and the text is opened anew with a fresh document.
 */
export function useDraftSession(wishes: Wishes): OpenDraft {
  const { paperId, mayEdit } = wishes;
  const newest = useRef(wishes);
  newest.current = wishes;
  const [form, setForm] = useState<Form>({ mayWrite: mayEdit, state: null, readOnly: null });
  const [session, setSession] = useState<DraftSession | null>(null);
  const [wasOpen, setWasOpen] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const [state, setState] = useState<SavedState | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const refusals = useRef(0);
  const current = useRef<DraftSession | null>(null);

  const tell = useCallback((next: SavedState, through: number | null) => {
    setState((before) => {
      if (before?.kind !== next.kind) tellAloud(before, next);
      return JSON.stringify(before) === JSON.stringify(next) ? before : next;
    });
    newest.current.onState(next, through);
  }, []);

  /**
   * Ends a session that cannot go on; what it wrote and the server lacks is kept for the notice. A session that
   * only has to begin anew goes on as it is until the server's text can be had.
   */
  const end = useCallback(
    async (reason: Refused['reason'], next: (state: Uint8Array | null) => Form | null) => {
      const ending = current.current;
      if (!ending) return;
      const wasEditing = ending.isEditing;
      ending.setEditing(false);
      const fresh = await getBytes(stateAddress(newest.current.paperId)).catch(() => null);
      if (current.current !== ending) return;
      const form = next(fresh?.bytes ?? null);
      if (!form && reason === 'resync') return ending.setEditing(wasEditing);
      const unsaved = ending.unsavedAgainst(fresh?.bytes ?? null);
      if (unsaved.length > 0) setRefused({ reason, unsaved });
      ending.forgetKept();
      if (form) setForm(form);
      else if (reason !== 'resync')
        tell({ kind: 'read-only', reason, since: Date.now() }, ending.connection.throughUpdate);
    },
    [tell],
  );

  const onRefused = useCallback(
    (code: number) => {
      const reason = reasons[code] ?? 'malformed';
      refusals.current += 1;
      const isLast = reason === 'signed-out' || reason === 'gone' || refusals.current > mostRefusals + 1;
      void end(reason, (fresh) => {
        if (isLast) return null;
        const mayWrite = newest.current.mayEdit && reason !== 'not-allowed' && refusals.current < mostRefusals;
        const readOnly = newest.current.mayEdit && !mayWrite ? { reason, since: Date.now() } : null;
        return { mayWrite, state: fresh, readOnly };
      });
    },
    [end],
  );

  // A role that was lost or given while the page is open: the text is opened anew with or without a way to write.
  const askedFor = useRef(mayEdit);
  useEffect(() => {
    if (askedFor.current === mayEdit) return;
    askedFor.current = mayEdit;
    if (mayEdit) setForm({ mayWrite: true, state: null, readOnly: null });
    else void end('not-allowed', (fresh) => ({ mayWrite: false, state: fresh, readOnly: null }));
  }, [mayEdit, end]);

  useEffect(() => {
    const { root, boxes } = newest.current;
    const asked = new AbortController();
    let opened: DraftSession | null = null;
    const open = async () => {
      const [bytes, equip] = await Promise.all([
        form.state ?? getBytes(stateAddress(paperId), asked.signal).then((reply) => reply.bytes),
        form.mayWrite ? import('./editing.ts').then((module) => module.equipEditing) : undefined,
      ]);
      if (asked.signal.aborted || !root.current || !boxes.current) return;
      const { readOnly } = form;
      opened = new DraftSession(
        bytes,
        {
          paperId,
          url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/collab`,
          root: root.current,
          boxes: boxes.current,
          mayWrite: form.mayWrite,
          label: say('draft.text-of'),
          me: newest.current.me,
          ...(equip && { equip: (editor) => equip(editor, () => announce(say('draft.paste-too-long'))) }),
        },
        {
          onState: (next, through) => tell(readOnly ? { kind: 'read-only', ...readOnly } : next, through),
          onRefused,
          onResync: () => void end('resync', (fresh) => (fresh ? { ...form, state: fresh } : null)),
          onUnreadable: () => tell({ kind: 'read-only', reason: 'unreadable', since: Date.now() }, null),
          onText: (index) => newest.current.onParagraphs(index.paragraphs()),
          onComment: (id) => newest.current.onComment(id),
        },
      );
      current.current = opened;
      setProblem(null);
      setSession(opened);
      setWasOpen(true);
      newest.current.onParagraphs(opened.index.paragraphs());
    };
    open().catch((failure: unknown) => {
      if (!asked.signal.aborted) setProblem(failure instanceof Error ? failure : new Error(String(failure)));
    });
    return () => {
      asked.abort();
      opened?.close();
      if (current.current === opened) current.current = null;
      setSession(null);
    };
  }, [paperId, form, tell, end, onRefused]);

  return {
    session,
    wasOpen,
    problem,
    retry: () => setForm((before) => ({ ...before, state: null })),
    state,
    refused,
    forgetRefused: () => setRefused(null),
  };
}

/** Said aloud when it gets worse, and when it is well again; not at every pause in typing. */
function tellAloud(before: SavedState | null, next: SavedState): void {
  const isWell = (state: SavedState | null) => state === null || state.kind === 'saved' || state.kind === 'saving';
  if (next.kind === 'not-saved-yet') announce(say('draft.not-saved-yet'));
  else if (next.kind === 'offline') announce(say('draft.not-connected'));
  else if (next.kind === 'read-only') announce(say('draft.read-only'));
  else if (!isWell(before)) announce(say('draft.saved'));
}
