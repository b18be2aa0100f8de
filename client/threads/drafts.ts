import { useMemo, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { organisationId } from '../../shared/ids.ts';
import { wishedAnchor } from '../../shared/text/anchor.ts';
import { mark, receivedBy, threadKind } from '../../shared/threads/contract.ts';

/** What stands in the form while one writes: more than a request, because parts of it may still be missing. */
const words = z.object({
  mark: mark.nullable(),
  kind: threadKind,
  wording: z.string(),
  why: z.string(),
  onBehalf: z
    .object({
      organisationId: organisationId.nullable(),
      name: z.string(),
      by: receivedBy,
      receivedAt: z.string().nullable(),
    })
    .nullable(),
});
export type DraftWords = z.infer<typeof words>;

const kept = z.object({
  /** The place it was written for; there is one draft for each. */
  key: z.string(),
  paperId: z.string(),
  anchor: wishedAnchor.nullable(),
  address: z.string(),
  words,
  at: z.string(),
});
/** A comment that is not sent yet: kept on this device, for this person, seen by nobody else. */
export type KeptDraft = z.infer<typeof kept>;

const shelf = (personId: string): string => `rapporteur.comments.${personId}`;
const changed = new Set<() => void>();
/** Where the device has no storage, drafts live as long as the page. */
const pageOnly = new Map<string, string>();

/** One draft for each paragraph and each quote in it, and one for the paper as a whole. */
export function draftKey(paperId: string, anchor: z.infer<typeof wishedAnchor> | null): string {
  const quote = anchor?.quote ? ` ${anchor.quote.start} ${anchor.quote.exact.length}` : '';
  return `${paperId} ${anchor?.paragraphId ?? 'paper'}${quote}`;
}

export function keepDraft(personId: string, draft: KeptDraft): void {
  store(personId, [...readDrafts(personId).filter((each) => each.key !== draft.key), draft]);
}

export function dropDraft(personId: string, key: string): void {
  store(
    personId,
    readDrafts(personId).filter((each) => each.key !== key),
  );
}

export function findDraft(personId: string, key: string): KeptDraft | undefined {
  return readDrafts(personId).find((each) => each.key === key);
}

/** The drafts on this paper, oldest first. */
export function useKeptDrafts(personId: string, paperId: string): KeptDraft[] {
  const stored = useSyncExternalStore(subscribe, () => storedOf(personId));
  return useMemo(() => parsed(stored).filter((draft) => draft.paperId === paperId), [stored, paperId]);
}

function subscribe(tell: () => void): () => void {
  changed.add(tell);
  addEventListener('storage', tell);
  return () => {
    changed.delete(tell);
    removeEventListener('storage', tell);
  };
}

function readDrafts(personId: string): KeptDraft[] {
  return parsed(storedOf(personId));
}

function parsed(stored: string): KeptDraft[] {
  try {
    const read = z.array(z.unknown()).safeParse(JSON.parse(stored));
    return read.success ? read.data.flatMap((each) => kept.safeParse(each).data ?? []) : [];
  } catch {
    return [];
  }
}

function storedOf(personId: string): string {
  try {
    return localStorage.getItem(shelf(personId)) ?? pageOnly.get(personId) ?? '[]';
  } catch {
    return pageOnly.get(personId) ?? '[]';
  }
}

function store(personId: string, drafts: KeptDraft[]): void {
  const text = JSON.stringify(drafts);
  try {
    localStorage.setItem(shelf(personId), text);
    pageOnly.delete(personId);
  } catch {
    pageOnly.set(personId, text);
  }
  for (const tell of changed) tell();
}
