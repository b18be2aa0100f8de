import { decideApplication, decideUndoing } from '../../shared/dispositions/application.ts';
import type { ApplyProposal, GiveDisposition } from '../../shared/dispositions/contract.ts';
import { decideDisposition } from '../../shared/dispositions/rules.ts';
import { paperStream, personStream } from '../../shared/envelope.ts';
import type { StreamEvent } from '../../shared/events.ts';
import { type ApplicationId, newId, type PaperId, type ParagraphId, type ThreadId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problems.ts';
import type { Thread } from '../../shared/threads/contract.ts';
import type { Deps } from '../base/deps.ts';
import { announceEdit, editDraft } from '../draft/actions.ts';
import type { Change } from '../events/change.ts';
import type { Session } from '../groups/session.ts';
import { type Admission, paperDeed } from '../papers/admission.ts';
import { findThread, listThreads } from '../threads/store.ts';
import { findApplication, insertApplication, insertDisposition, insertUndoing } from './store.ts';

/** Answers a thread; an earlier answer stays beside the new one. The author hears of it in their own stream. */
export async function giveDisposition(
  deps: Deps,
  session: Session,
  paperId: PaperId,
  threadId: ThreadId,
  wish: GiveDisposition,
  key: string,
): Promise<StreamEvent> {
  const streams = await streamsOfAuthor(deps, paperId, threadId);
  const request = { paperId, deed: 'disposition.give' as const, key, place: threadId, body: wish, streams };
  return paperDeed(deps, session, request, async (at) => {
    const threads = await listThreads(at.tx, paperId);
    await answer(at, session, threadIn(threads, threadId), threads, wish);
  });
}

/** The author's own stream: their inbox. Nobody's, for a point that the secretariat entered. */
async function streamsOfAuthor(deps: Deps, paperId: PaperId, threadId: ThreadId): Promise<string[]> {
  const author = (await findThread(deps.pool, paperId, threadId))?.opening.speaker.personId;
  return author ? [personStream(author)] : [];
}

function threadIn(threads: readonly Thread[], threadId: ThreadId): Thread {
  const thread = threads.find((each) => each.id === threadId);
  if (!thread) throw new Problem('not-found');
  return thread;
}

async function answer(
  { tx, now, record, paper }: Change & Admission,
  session: Session,
  thread: Thread,
  threads: readonly Thread[],
  wish: GiveDisposition,
): Promise<void> {
  const original = decideDisposition(wish, thread, threads);
  const dispositionId = newId<string>();
  const { answer: given, rationale } = wish;
  const duplicateOf = original ? (original.threadId as ThreadId) : undefined;
  await insertDisposition(tx, {
    id: dispositionId,
    threadId: thread.id,
    answer: given,
    rationale,
    duplicateOf,
    personId: session.personId,
    at: now,
  });
  const author = thread.opening.speaker.personId;
  const facts = { paperId: paper.id, threadId: thread.id, number: thread.number, dispositionId };
  for (const stream of [paperStream(paper.id), ...(author ? [personStream(author)] : [])])
    await record({ stream, kind: 'disposition.given', facts });
}

/** Puts a proposal into the draft, with the thread as the reason, and answers it in the same step if asked; or undoes that. */
export async function applyProposal(
  deps: Deps,
  session: Session,
  at: { paperId: PaperId; threadId: ThreadId; applicationId: ApplicationId },
  wish: ApplyProposal,
  key: string,
): Promise<StreamEvent> {
  const { paperId, threadId, applicationId } = at;
  const streams = await streamsOfAuthor(deps, paperId, threadId);
  const request = {
    paperId,
    deed: 'proposal.apply' as const,
    key,
    place: `${threadId} ${applicationId}`,
    body: wish,
    streams,
  };
  const event = await paperDeed(deps, session, request, async (deed) => {
    const threads = await listThreads(deed.tx, paperId);
    const thread = threadIn(threads, threadId);
    if (wish.undo) return undoApplication(deed, session, thread, applicationId);
    await putIntoDraft(deed, session, thread, applicationId, wish);
    if (wish.answer) await answer(deed, session, thread, threads, wish.answer);
  });
  announceEdit(deps, paperId);
  return event;
}

async function putIntoDraft(
  { tx, now, record, paper }: Change & Admission,
  session: Session,
  thread: Thread,
  applicationId: ApplicationId,
  wish: ApplyProposal,
): Promise<void> {
  if (thread.withdrawnAt !== null) throw new Problem('thread-withdrawn');
  let applied: ReturnType<typeof decideApplication> | undefined;
  const { through } = await editDraft(tx, paper.id, session.personId, (paragraphs) => {
    applied = decideApplication(thread, wish, paragraphs, () => newId<ParagraphId>());
    return applied.blocks;
  });
  if (!applied) throw new Error('the draft was not edited');
  const { paragraphId, before, after, added, deleted } = applied;
  await insertApplication(tx, {
    id: applicationId,
    threadId: thread.id,
    paragraphId,
    before,
    after,
    personId: session.personId,
    at: now,
    updateId: through,
    added,
    deleted,
  });
  await record({
    stream: paperStream(paper.id),
    kind: 'proposal.applied',
    facts: { threadId: thread.id, number: thread.number, applicationId },
  });
}

async function undoApplication(
  { tx, now, record, paper }: Change & Admission,
  session: Session,
  thread: Thread,
  applicationId: ApplicationId,
): Promise<void> {
  const application = await findApplication(tx, thread.id, applicationId);
  if (!application) throw new Problem('not-applied');
  await editDraft(tx, paper.id, session.personId, (paragraphs) => decideUndoing(application, thread, paragraphs));
  await insertUndoing(tx, applicationId, session.personId, now);
  await record({
    stream: paperStream(paper.id),
    kind: 'application.undone',
    facts: { threadId: thread.id, number: thread.number, applicationId },
  });
}
