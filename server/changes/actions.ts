import type { Comparison, GiveReason, Change as TextChange } from '../../shared/changes/contract.ts';
import { reasonsFor, type Stretch } from '../../shared/changes/rules.ts';
import { paperStream } from '../../shared/envelope.ts';
import type { StreamEvent } from '../../shared/events.ts';
import type { PaperId, VersionId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problems.ts';
import type { Paragraph } from '../../shared/text/paragraph.ts';
import { changesBetween } from '../../shared/versions/compare.ts';
import type { VersionSummary } from '../../shared/versions/contract.ts';
import type { Tx } from '../base/database.ts';
import type { Deps } from '../base/deps.ts';
import { readText } from '../draft/actions.ts';
import type { Session } from '../groups/session.ts';
import { admit, paperDeed } from '../papers/admission.ts';
import { findThread, listThreads } from '../threads/store.ts';
import { findVersion, findVersionContent } from '../versions/store.ts';
import { insertReason, listRecordedReasons } from './store.ts';

interface Sides {
  older: VersionSummary;
  newer: VersionSummary | null;
  before: Paragraph[];
  after: Paragraph[];
  stretch: Stretch;
  language: string;
}

/** Two versions of one paper; `newerId` null is the living text. @throws Problem not-found */
async function sidesOf(tx: Tx, paperId: PaperId, olderId: VersionId, newerId: VersionId | null): Promise<Sides> {
  const older = await findVersion(tx, olderId);
  const newer = newerId === null ? null : await findVersion(tx, newerId);
  const before = await findVersionContent(tx, olderId);
  const after = newerId === null ? null : await findVersionContent(tx, newerId);
  if (!older || !before || older.paperId !== paperId) throw new Problem('not-found');
  const { language } = before.paper;
  if (newerId === null) {
    const { paragraphs, through } = await readText(tx, paperId);
    return {
      older,
      newer,
      before: before.paragraphs,
      after: paragraphs,
      stretch: { from: older.throughUpdate, to: through },
      language,
    };
  }
  if (!newer || !after || newer.paperId !== paperId) throw new Problem('not-found');
  const stretch = { from: older.throughUpdate, to: newer.throughUpdate };
  return { older, newer, before: before.paragraphs, after: after.paragraphs, stretch, language };
}

/** Compares two versions by paragraph and word, each change with its reasons. */
export async function compareVersions(
  deps: Deps,
  session: Session,
  olderId: VersionId,
  newerId: VersionId | null,
): Promise<Comparison> {
  const version = await findVersion(deps.pool, olderId);
  if (!version) throw new Problem('not-found');
  await admit(deps.pool, session, version.paperId, 'version.read');
  return comparisonOf(deps.pool, version.paperId, olderId, newerId);
}

/** The comparison itself; the public page shows it too, for published versions. */
export async function comparisonOf(
  tx: Tx,
  paperId: PaperId,
  olderId: VersionId,
  newerId: VersionId | null,
): Promise<Comparison> {
  const { older, newer, before, after, stretch, language } = await sidesOf(tx, paperId, olderId, newerId);
  const { rows, counts } = changesBetween(before, after, language);
  const recorded = await listRecordedReasons(tx, paperId);
  const threads = new Map((await listThreads(tx, paperId)).map((thread) => [thread.id as string, thread]));
  let withReason = 0;
  const explained = rows.map((row) => {
    if (!('change' in row)) return row;
    const reasons = reasonsFor([row.change.paragraphId, ...row.change.with], stretch, recorded, threads);
    if (reasons.length > 0) withReason += 1;
    const change: TextChange = { ...row.change, reasons };
    return { change };
  });
  return { older, newer, rows: explained, counts: { ...counts, withReason } };
}

/** Gives a change its reason afterwards: a thread of the paper, or words. @throws Problem change-unknown, not-found */
export function giveReason(
  deps: Deps,
  session: Session,
  paperId: PaperId,
  reasonId: string,
  wish: GiveReason,
  key: string,
): Promise<StreamEvent> {
  const request = { paperId, deed: 'change.reason' as const, key, place: reasonId, body: wish };
  return paperDeed(deps, session, request, async ({ tx, now, record }) => {
    if (!wish.threadId && !wish.text) throw new Problem('reason-missing');
    const { before, after, stretch, language } = await sidesOf(tx, paperId, wish.older, wish.newer);
    const row = changesBetween(before, after, language).rows.find(
      (each) => 'change' in each && each.change.paragraphId === wish.paragraphId,
    );
    if (!row || !('change' in row)) throw new Problem('change-unknown');
    if (wish.threadId && !(await findThread(tx, paperId, wish.threadId))) throw new Problem('not-found');
    await insertReason(tx, {
      id: reasonId,
      paperId,
      paragraphId: wish.paragraphId,
      threadId: wish.threadId ?? null,
      text: wish.text ?? null,
      from: stretch.from,
      to: stretch.to,
      personId: session.personId,
      at: now,
    });
    const address = (row.change.after ?? row.change.before)?.address ?? '';
    await record({
      stream: paperStream(paperId),
      kind: 'reason.given',
      facts: { paperId, reasonId, paragraphId: wish.paragraphId, address },
    });
  });
}
