import { paperStream } from '../../shared/envelope.ts';
import type { StreamEvent } from '../../shared/events.ts';
import { newId, type PaperId, type PersonId, type VersionId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problems.ts';
import { canonicalText } from '../../shared/versions/canonical.ts';
import { sha256 } from '../../shared/versions/chain.ts';
import type { Freeze, Restore, VersionSummary } from '../../shared/versions/contract.ts';
import { decideFreezing, nextDraftName } from '../../shared/versions/rules.ts';
import { brokenConstraint, type Tx } from '../base/database.ts';
import type { Deps } from '../base/deps.ts';
import { announceEdit, committedText, editDraft } from '../draft/actions.ts';
import type { Change } from '../events/change.ts';
import type { Session } from '../groups/session.ts';
import { type Admission, admit, paperDeed } from '../papers/admission.ts';
import type { Paper } from '../papers/store.ts';
import {
  findNewestVersion,
  findVersion,
  findVersionContent,
  findVersionText,
  insertVersion,
  listVersions,
} from './store.ts';

/** Freezes the committed draft under a name. What is typed later belongs to the next version. */
export async function freezeVersion(
  deps: Deps,
  session: Session,
  paperId: PaperId,
  versionId: VersionId,
  wish: Freeze,
  key: string,
): Promise<StreamEvent> {
  const request = { paperId, deed: 'version.freeze' as const, key, place: versionId, body: wish };
  const event = await paperDeed(deps, session, request, async ({ tx, now, record, paper }) => {
    await freeze(tx, paper, session.personId, { id: versionId, name: wish.name, seen: wish.throughUpdate, now });
    await record({ stream: paperStream(paperId), kind: 'version.frozen', facts: { paperId, versionId } });
  });
  announceEdit(deps, paperId);
  return event;
}

/** The newest version, frozen now if the draft moved on since: what a round is opened on. */
export async function freezeIfMovedOn(
  tx: Tx,
  paper: Paper,
  personId: PersonId,
  now: string,
  record: Change['record'],
): Promise<VersionSummary> {
  const newest = await findNewestVersion(tx, paper.id);
  const { through } = await committedText(tx, paper.id, personId);
  if (newest && newest.throughUpdate === through) return newest;
  const taken = (await listVersions(tx, paper.id)).map((version) => version.name);
  const id = newId<VersionId>();
  await freeze(tx, paper, personId, { id, name: nextDraftName(taken), seen: undefined, now });
  await record({ stream: paperStream(paper.id), kind: 'version.frozen', facts: { paperId: paper.id, versionId: id } });
  const version = await findVersion(tx, id);
  if (!version) throw new Error('the version that was just frozen is not there');
  return version;
}

async function freeze(
  tx: Tx,
  paper: Paper,
  personId: PersonId,
  wish: { id: VersionId; name: string; seen: number | undefined; now: string },
): Promise<void> {
  const { paragraphs, through } = await committedText(tx, paper.id, personId);
  const { id, symbol, title, language } = paper;
  const newest = await findNewestVersion(tx, paper.id);
  const facts = { paper: { id, symbol, title, language }, newest, paragraphs, through, seen: wish.seen, now: wish.now };
  const content = decideFreezing(wish.name, facts);
  const text = canonicalText(content);
  try {
    const hash = await sha256(text);
    await insertVersion(tx, { id: wish.id, content, text, hash, frozenBy: personId, throughUpdate: through });
  } catch (error) {
    if (brokenConstraint(error) === 'versions_paper_id_name_key') throw new Problem('name-taken', { name: wish.name });
    throw error;
  }
}

/** Brings the draft back to an earlier version, as a new change of the draft; the versions in between stay. */
export async function restoreVersion(
  deps: Deps,
  session: Session,
  paperId: PaperId,
  restorationId: string,
  wish: Restore,
  key: string,
): Promise<StreamEvent> {
  const request = { paperId, deed: 'version.restore' as const, key, place: restorationId, body: wish };
  const event = await paperDeed(deps, session, request, async ({ tx, record }) => {
    const version = await findVersion(tx, wish.versionId);
    const content = await findVersionContent(tx, wish.versionId);
    if (!content || version?.paperId !== paperId) throw new Problem('not-found');
    await editDraft(tx, paperId, session.personId, () => content.paragraphs);
    await record({
      stream: paperStream(paperId),
      kind: 'version.restored',
      facts: { paperId, versionId: wish.versionId, name: content.name, reason: wish.reason },
    });
  });
  announceEdit(deps, paperId);
  return event;
}

/** A version that the asker may read, with its canonical bytes. @throws Problem not-found */
export async function readVersion(
  deps: Deps,
  session: Session,
  versionId: VersionId,
): Promise<{ version: VersionSummary; text: string; admission: Admission }> {
  const version = await findVersion(deps.pool, versionId);
  if (!version) throw new Problem('not-found');
  const admission = await admit(deps.pool, session, version.paperId, 'version.read');
  const text = await findVersionText(deps.pool, versionId);
  if (text === null) throw new Problem('not-found');
  return { version, text, admission };
}
