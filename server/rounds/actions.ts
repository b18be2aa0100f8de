import { groupStream, paperStream } from '../../shared/envelope.ts';
import type { StreamEvent } from '../../shared/events.ts';
import type { PaperId, RoundId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problems.ts';
import { isOpen } from '../../shared/rounds/calendar.ts';
import type { Round, RoundWish } from '../../shared/rounds/contract.ts';
import { decideEarlyClosing, decideExtension, decideRound } from '../../shared/rounds/rules.ts';
import type { Deps } from '../base/deps.ts';
import { announceEdit } from '../draft/actions.ts';
import { type Change, change } from '../events/change.ts';
import type { Session } from '../groups/session.ts';
import { type Admission, admit, paperDeed } from '../papers/admission.ts';
import { findPaper } from '../papers/store.ts';
import { freezeIfMovedOn } from '../versions/actions.ts';
import { insertRound, listRounds, updateRound } from './store.ts';

/** Opens a round on the paper's newest version, or changes the round that has this id. */
export async function openOrChangeRound(
  deps: Deps,
  session: Session,
  paperId: PaperId,
  roundId: RoundId,
  wish: RoundWish,
  key: string | undefined,
): Promise<StreamEvent> {
  const { group } = await admit(deps.pool, session, paperId, 'round.open');
  const streams = [groupStream(group.id)];
  const request = { paperId, deed: 'round.open' as const, key: key ?? roundId, place: roundId, body: wish, streams };
  const event = await paperDeed(deps, session, request, async (at) => {
    const { tx, now, record, paper } = at;
    const rounds = await listRounds(tx, paperId);
    const existing = rounds.find((round) => round.id === roundId);
    if (existing) return changeRound(at, existing, rounds.at(-1), wish);
    const version = await freezeIfMovedOn(tx, paper, session.personId, now, record);
    const round = decideRound(wish, { roundId, paperId, newest: rounds.at(-1) ?? null, versionId: version.id, now });
    await insertRound(tx, round);
    for (const stream of [paperStream(paperId), groupStream(paper.groupId)])
      await record({ stream, kind: 'round.opened', facts: factsOf(round) });
  });
  announceEdit(deps, paperId);
  return event;
}

async function changeRound(
  { now, tx, record, paper }: Change & Admission,
  round: Round,
  newest: Round | undefined,
  wish: RoundWish,
): Promise<void> {
  if (newest?.id !== round.id) throw new Problem('round-closed', { closedAt: round.closesAt });
  const changed = wish.close ? decideEarlyClosing(round, wish, now) : decideExtension(round, wish, now);
  await updateRound(tx, changed);
  for (const stream of [paperStream(paper.id), groupStream(paper.groupId)]) {
    if (wish.close) await record({ stream, kind: 'round.closed', facts: { ...factsOf(changed), early: true } });
    else await record({ stream, kind: 'round.extended', facts: { ...factsOf(changed), from: round.closesAt } });
  }
}

/**
 * Tells the group that a round's closing instant has come. The rule reads the instant; this only says it.
 * @throws Problem round-closed when another instance has told it
 */
export async function tellClosing(deps: Deps, round: Round): Promise<void> {
  const paper = await findPaper(deps.pool, round.paperId);
  if (!paper) return;
  const streams = [paperStream(paper.id), groupStream(paper.groupId)];
  const nobody = { personId: null, memberId: null, organisationId: null };
  await change(deps, streams, nobody, { key: null, bodyHash: null }, async ({ tx, now, record }) => {
    const today = (await listRounds(tx, paper.id)).find((each) => each.id === round.id);
    if (!today || today.closedAt !== null || isOpen(today, now)) throw new Problem('round-closed');
    await updateRound(tx, { ...today, closedAt: now });
    for (const stream of streams)
      await record({ stream, kind: 'round.closed', facts: { ...factsOf({ ...today, closedAt: now }), early: false } });
  });
}

/** Rounds are small and hold no words of members but the secretariat's reason: the event keeps them as they were. */
const factsOf = (round: Round): Record<string, unknown> => ({ paperId: round.paperId, round });
