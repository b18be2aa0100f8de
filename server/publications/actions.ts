import { groupStream, paperStream } from '../../shared/envelope.ts';
import type { StreamEvent } from '../../shared/events.ts';
import type { VersionId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problems.ts';
import type { Publish } from '../../shared/publications/contract.ts';
import { decidePublishing } from '../../shared/publications/rules.ts';
import type { Deps } from '../base/deps.ts';
import { listUnanswered } from '../dispositions/store.ts';
import type { Session } from '../groups/session.ts';
import { admit, paperDeed } from '../papers/admission.ts';
import { findVersion } from '../versions/store.ts';
import { insertPublication } from './store.ts';

/** Makes a frozen version public, for good. */
export async function publishVersion(
  deps: Deps,
  session: Session,
  versionId: VersionId,
  wish: Publish,
  key: string,
): Promise<StreamEvent> {
  const version = await findVersion(deps.pool, versionId);
  if (!version) throw new Problem('not-found');
  const { paperId } = version;
  const { group } = await admit(deps.pool, session, paperId, 'publication.make');
  const request = {
    paperId,
    deed: 'publication.make' as const,
    key,
    place: versionId,
    body: wish,
    streams: [groupStream(group.id)],
  };
  return paperDeed(deps, session, request, async ({ tx, now, record }) => {
    const today = await findVersion(tx, versionId);
    if (!today) throw new Problem('not-found');
    const unanswered = await listUnanswered(tx, paperId);
    decidePublishing(wish, today, unanswered);
    const reason = unanswered.length > 0 ? (wish.reason ?? null) : null;
    await insertPublication(tx, {
      versionId,
      paperId,
      hash: today.hash,
      reason,
      unanswered,
      personId: session.personId,
      at: now,
    });
    for (const stream of [paperStream(paperId), groupStream(group.id)])
      await record({ stream, kind: 'publication.made', facts: { paperId, versionId } });
  });
}
