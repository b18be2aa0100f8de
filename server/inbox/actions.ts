import type { Inbox, InboxItem } from '../../shared/inbox/contract.ts';
import type { Thread } from '../../shared/threads/contract.ts';
import { whatChanges } from '../../shared/threads/proposal.ts';
import type { Deps } from '../base/deps.ts';
import type { Session } from '../groups/session.ts';
import { listMemberships } from '../groups/store.ts';
import { listThreads } from '../threads/store.ts';
import { listPapers } from './overview.ts';

/** What became of the comments of the asker's organisations, newest news first. */
export async function readInbox(deps: Deps, session: Session): Promise<Inbox> {
  const organisations = new Set(
    (await listMemberships(deps.pool, session.personId)).map((each) => each.organisationId),
  );
  const items: InboxItem[] = [];
  for (const paper of await listPapers(deps, session, undefined)) {
    if (paper.threads.mine === 0) continue;
    for (const thread of await listThreads(deps.pool, paper.id))
      if (thread.withdrawnAt === null && organisations.has(thread.opening.speaker.organisationId))
        items.push({ paperId: paper.id, symbol: paper.symbol, title: paper.title, ...itemOf(thread, paper.language) });
  }
  return { items: items.sort((a, b) => Date.parse(b.at) - Date.parse(a.at)) };
}

function itemOf(thread: Thread, language: string): Omit<InboxItem, 'paperId' | 'symbol' | 'title'> {
  const answer = thread.dispositions.at(-1);
  return {
    threadId: thread.id,
    number: thread.number,
    address: thread.anchor?.address ?? null,
    organisation: thread.opening.speaker.organisation,
    text: thread.opening.text,
    answer: answer?.answer ?? null,
    rationale: answer?.rationale ?? '',
    duplicateOf: answer?.duplicateOf?.number ?? null,
    at: answer?.at ?? thread.opening.at,
    pieces: thread.anchor && thread.proposal ? whatChanges(thread.anchor, thread.proposal, language) : null,
  };
}
