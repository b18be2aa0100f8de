import { paperStream } from '../../shared/envelope.ts';
import type { StreamEvent } from '../../shared/events.ts';
import { type CommentId, newId, type PaperId, type ThreadId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problems.ts';
import type { Stamp } from '../../shared/rounds/contract.ts';
import type { OpenThread, Reply, Speaker, TakePosition, Thread } from '../../shared/threads/contract.ts';
import {
  decideOpening,
  decidePosition,
  decideReply,
  decideReplyWithdrawal,
  decideStamp,
  decideStampOnBehalf,
  decideWithdrawal,
  type Occasion,
  openedThread,
} from '../../shared/threads/rules.ts';
import type { Tx } from '../base/database.ts';
import type { Deps } from '../base/deps.ts';
import { readText } from '../draft/actions.ts';
import type { Change } from '../events/change.ts';
import type { Session } from '../groups/session.ts';
import { findOrganisation } from '../groups/store.ts';
import { withinRate } from '../http/limits.ts';
import { type Admission, paperDeed } from '../papers/admission.ts';
import { findNewestRound } from '../rounds/store.ts';
import { findNewestVersion } from '../versions/store.ts';
import {
  findNextNumber,
  findThread,
  insertComment,
  insertPosition,
  insertThread,
  updateCommentWithdrawn,
  updateThreadWithdrawn,
} from './store.ts';

const COMMENTS_A_MINUTE = 30;

/** Opens a thread. Sent again with the same key, it answers as the first time. */
export async function openThread(
  deps: Deps,
  session: Session,
  paperId: PaperId,
  threadId: ThreadId,
  wish: OpenThread,
  key: string,
): Promise<StreamEvent> {
  const deed = wish.onBehalf ? ('thread.open-for-others' as const) : ('thread.open' as const);
  await withinRate(deps.pool, { what: 'comment', who: session.personId, limit: COMMENTS_A_MINUTE, seconds: 60 });
  return paperDeed(deps, session, { paperId, deed, key, place: threadId, body: wish }, async (at) => {
    const { tx, now, record } = at;
    const occasion = await occasionOf(at);
    const stamp = wish.onBehalf ? decideStampOnBehalf(wish.onBehalf.receivedAt, occasion) : decideStamp(occasion);
    const version = await findNewestVersion(tx, paperId);
    const { paragraphs } = await readText(tx, paperId);
    const anchor = decideOpening(wish, paragraphs, version?.id ?? null);
    const speaker = await speakerOf(at, wish);
    const thread = openedThread({
      id: threadId,
      number: await findNextNumber(tx, paperId),
      roundId: stamp === null ? null : (occasion.round?.id ?? null),
      kind: wish.kind,
      anchor,
      proposal: wish.proposal ?? null,
      received: wish.onBehalf ? { by: wish.onBehalf.by, at: wish.onBehalf.receivedAt } : null,
      opening: { id: newId<CommentId>(), speaker, text: wish.text, at: now, stamp, withdrawnAt: null },
      versionId: version?.id ?? null,
    });
    await insertThread(tx, paperId, thread);
    await insertOpening(tx, paperId, thread, session, wish.onBehalf !== undefined);
    await record({ stream: paperStream(paperId), kind: 'thread.opened', facts: { threadId, number: thread.number } });
  });
}

async function occasionOf({ tx, now, paper, standing }: Change & Admission): Promise<Occasion> {
  return { standing, round: await findNewestRound(tx, paper.id), now };
}

/** Who speaks: the member, or on whose behalf the secretariat writes a point down. @throws Problem organisation-unknown */
async function speakerOf({ tx, group, member }: Admission & { tx: Tx }, wish: OpenThread): Promise<Speaker> {
  const organisation = await findOrganisation(tx, group.id, wish.onBehalf?.organisationId ?? member.organisationId);
  if (!organisation) throw new Problem('organisation-unknown');
  const named = {
    organisationId: organisation.id,
    organisation: organisation.name,
    organisationKind: organisation.kind,
  };
  if (wish.onBehalf)
    return { ...named, personId: null, memberId: null, name: wish.onBehalf.name, enteredBy: member.name };
  return { ...named, personId: member.personId, memberId: member.memberId, name: member.name, enteredBy: null };
}

function insertOpening(tx: Tx, paperId: string, thread: Thread, session: Session, isOnBehalf: boolean): Promise<void> {
  const { id, speaker, text, at, stamp } = thread.opening;
  return insertComment(tx, {
    id,
    paperId,
    threadId: thread.id,
    isOpening: true,
    personId: speaker.personId,
    memberId: speaker.memberId,
    organisationId: speaker.organisationId,
    spokenBy: isOnBehalf ? speaker.name : null,
    enteredBy: isOnBehalf ? session.personId : null,
    text: text ?? '',
    at,
    stamp,
  });
}

async function threadOf(tx: Tx, paperId: PaperId, threadId: ThreadId): Promise<Thread> {
  const thread = await findThread(tx, paperId, threadId);
  if (!thread) throw new Problem('not-found');
  return thread;
}

export async function replyToThread(
  deps: Deps,
  session: Session,
  at: { paperId: PaperId; threadId: ThreadId; commentId: CommentId },
  wish: Reply,
  key: string,
): Promise<StreamEvent> {
  const { paperId, threadId, commentId } = at;
  await withinRate(deps.pool, { what: 'comment', who: session.personId, limit: COMMENTS_A_MINUTE, seconds: 60 });
  const request = { paperId, deed: 'thread.reply' as const, key, place: `${threadId} ${commentId}`, body: wish };
  return paperDeed(deps, session, request, async (deed) => {
    const { tx, now, record, member } = deed;
    const thread = await threadOf(tx, paperId, threadId);
    const stamp: Stamp | null = decideReply(thread, session.personId, await occasionOf(deed));
    const { personId, memberId, organisationId } = member;
    const words = { text: wish.text, at: now, stamp, spokenBy: null, enteredBy: null, isOpening: false };
    await insertComment(tx, { id: commentId, paperId, threadId, personId, memberId, organisationId, ...words });
    await record({ stream: paperStream(paperId), kind: 'thread.replied', facts: { threadId, commentId } });
  });
}

/** Records the position of the member's organisation on a thread; its newest one counts. */
export function takePosition(
  deps: Deps,
  session: Session,
  paperId: PaperId,
  threadId: ThreadId,
  wish: TakePosition,
  key: string,
): Promise<StreamEvent> {
  const request = { paperId, deed: 'thread.position' as const, key, place: threadId, body: wish };
  return paperDeed(deps, session, request, async (deed) => {
    const { tx, now, record, member } = deed;
    const thread = await threadOf(tx, paperId, threadId);
    decidePosition(thread, member.organisationId, wish, await occasionOf(deed));
    const positionId = newId<string>();
    const { personId, organisationId } = member;
    await insertPosition(tx, { id: positionId, threadId, personId, organisationId, ...wish, at: now });
    await record({ stream: paperStream(paperId), kind: 'position.taken', facts: { threadId, positionId } });
  });
}

/** Takes a thread back: it stays in its place with its number, its words are gone. */
export function withdrawThread(
  deps: Deps,
  session: Session,
  paperId: PaperId,
  threadId: ThreadId,
  key: string,
): Promise<StreamEvent> {
  const request = { paperId, deed: 'thread.withdraw' as const, key, place: threadId, body: null };
  return paperDeed(deps, session, request, async (deed) => {
    const thread = await threadOf(deed.tx, paperId, threadId);
    decideWithdrawal(thread, session.personId, await occasionOf(deed));
    await updateThreadWithdrawn(deed.tx, threadId, deed.now);
    await deed.record({
      stream: paperStream(paperId),
      kind: 'thread.withdrawn',
      facts: { threadId, number: thread.number },
    });
  });
}

export function withdrawReply(
  deps: Deps,
  session: Session,
  at: { paperId: PaperId; threadId: ThreadId; commentId: CommentId },
  key: string,
): Promise<StreamEvent> {
  const { paperId, threadId, commentId } = at;
  const request = { paperId, deed: 'thread.withdraw' as const, key, place: `${threadId} ${commentId}`, body: null };
  return paperDeed(deps, session, request, async ({ tx, now, record }) => {
    decideReplyWithdrawal(await threadOf(tx, paperId, threadId), commentId, session.personId);
    await updateCommentWithdrawn(tx, commentId, now);
    await record({ stream: paperStream(paperId), kind: 'comment.withdrawn', facts: { threadId, commentId } });
  });
}
