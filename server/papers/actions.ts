import { paperStream } from '../../shared/envelope.ts';
import type { StreamEvent } from '../../shared/events.ts';
import type { PaperId } from '../../shared/ids.ts';
import type { Drafters, RenamePaper, WithdrawPaper } from '../../shared/papers/contract.ts';
import { addressOfSymbol, decideAddress } from '../../shared/papers/rules.ts';
import { Problem } from '../../shared/problems.ts';
import type { Tx } from '../base/database.ts';
import type { Deps } from '../base/deps.ts';
import type { Session } from '../groups/session.ts';
import { listMembers } from '../groups/store.ts';
import { paperDeed } from './admission.ts';
import { insertAddress, updateDrafters, updatePaper, updatePaperWithdrawn } from './store.ts';

/** Takes the symbol's address for the paper, for good. @throws Problem symbol-taken */
export async function takeAddress(tx: Tx, symbol: string, paperId: PaperId, at: string): Promise<void> {
  decideAddress(await insertAddress(tx, addressOfSymbol(symbol), paperId, at), symbol);
}

export function renamePaper(
  deps: Deps,
  session: Session,
  paperId: PaperId,
  wish: RenamePaper,
  key: string,
): Promise<StreamEvent> {
  return paperDeed(
    deps,
    session,
    { paperId, deed: 'paper.rename', key, place: '', body: wish },
    async ({ tx, now, record }) => {
      await takeAddress(tx, wish.symbol, paperId, now);
      await updatePaper(tx, paperId, wish);
      await record({
        stream: paperStream(paperId),
        kind: 'paper.renamed',
        facts: { paperId, symbol: wish.symbol, title: wish.title },
      });
    },
  );
}

/** Withdraws the paper: members no longer see it, nothing in it can be changed. What is public stays public. */
export function withdrawPaper(
  deps: Deps,
  session: Session,
  paperId: PaperId,
  wish: WithdrawPaper,
  key: string,
): Promise<StreamEvent> {
  return paperDeed(
    deps,
    session,
    { paperId, deed: 'paper.withdraw', key, place: '', body: wish },
    async ({ tx, now, record }) => {
      await updatePaperWithdrawn(tx, paperId, now);
      await record({ stream: paperStream(paperId), kind: 'paper.withdrawn', facts: { paperId, reason: wish.reason } });
    },
  );
}

/** Says which members may edit the text of this paper, beside secretariat and chair. */
export function admitDrafters(
  deps: Deps,
  session: Session,
  paperId: PaperId,
  wish: Drafters,
  key: string,
): Promise<StreamEvent> {
  return paperDeed(
    deps,
    session,
    { paperId, deed: 'paper.drafters', key, place: '', body: wish },
    async ({ tx, group, record }) => {
      const members = await listMembers(tx, group.id);
      if (!wish.memberIds.every((id) => members.some((member) => member.id === id))) throw new Problem('not-found');
      await updateDrafters(tx, paperId, wish.memberIds);
      await record({
        stream: paperStream(paperId),
        kind: 'paper.drafters',
        facts: { paperId, memberIds: wish.memberIds },
      });
    },
  );
}
