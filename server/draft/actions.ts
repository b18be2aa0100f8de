import * as Y from 'yjs';
import { newId, type ParagraphId } from '../../shared/ids.ts';
import type { Block, Paragraph } from '../../shared/text/paragraph.ts';
import { readDraft } from '../../shared/text/read.ts';
import { repairIds, writeDraft } from '../../shared/text/write.ts';
import type { Tx } from '../base/database.ts';
import type { Deps } from '../base/deps.ts';
import { draftTopic } from './rooms.ts';
import { appendUpdates, loadDraft, lockDraft } from './store.ts';

export interface CommittedText {
  paragraphs: Paragraph[];
  /** The log id up to which this is the draft. */
  through: number;
}

/** The draft's committed text, without changing anything. */
export async function readText(tx: Tx, paperId: string): Promise<CommittedText> {
  const doc = new Y.Doc();
  try {
    const { through } = await loadDraft(tx, paperId, doc);
    return { paragraphs: readDraft(doc), through };
  } finally {
    doc.destroy();
  }
}

/** The draft's committed state for an editor that opens it, with the log id up to which it goes. */
export async function readState(tx: Tx, paperId: string): Promise<{ state: Uint8Array; through: number }> {
  const doc = new Y.Doc();
  try {
    const { through } = await loadDraft(tx, paperId, doc);
    return { state: Y.encodeStateAsUpdate(doc), through };
  } finally {
    doc.destroy();
  }
}

/**
 * The committed text under the draft's lock, its ids repaired: what a freeze takes. Nobody appends to the
 * draft until the transaction ends; whoever has it open hears of repaired ids after the commit.
 */
export function committedText(tx: Tx, paperId: string, personId: string | null): Promise<CommittedText> {
  return editDraft(tx, paperId, personId, () => null);
}

/**
 * The server's own edit: under the draft's lock, on a fresh document with a fresh client id (a reused one
 * would corrupt every replica), as one update appended to the log.
 * @param edit gives the blocks that the draft should hold, or null to leave the words as they are
 * @returns the text after the edit
 */
export async function editDraft(
  tx: Tx,
  paperId: string,
  personId: string | null,
  edit: (paragraphs: Paragraph[]) => readonly Block[] | null,
): Promise<CommittedText> {
  await lockDraft(tx, paperId);
  const doc = new Y.Doc();
  try {
    const { through } = await loadDraft(tx, paperId, doc);
    const before = Y.encodeStateVector(doc);
    let touched = repairIds(doc, () => newId<ParagraphId>()) > 0;
    const blocks = edit(readDraft(doc));
    if (blocks) {
      writeDraft(doc, blocks);
      touched = true;
    }
    if (!touched) return { paragraphs: readDraft(doc), through };
    const [id] = await appendUpdates(tx, [{ paperId, personId, bytes: Y.encodeStateAsUpdate(doc, before) }]);
    return { paragraphs: readDraft(doc), through: id ?? through };
  } finally {
    doc.destroy();
  }
}

/** Tells whoever has the draft open that the log has news; only after the commit. */
export function announceEdit(deps: Pick<Deps, 'bus'>, paperId: string): void {
  deps.bus.ring(draftTopic(paperId));
}
