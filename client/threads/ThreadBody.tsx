import { type ReactNode, useState } from 'react';
import type { Thread } from '../../shared/threads/contract.ts';
import { useLanguage } from '../base/language.ts';
import { Positions } from './Positions.tsx';
import { ProposalBox } from './ProposalBox.tsx';
import { Receipt } from './Receipt.tsx';
import { Replies } from './Replies.tsx';
import { ReplyForm } from './ReplyForm.tsx';
import { useSetting } from './setting.ts';
import type { Spot } from './spot.ts';
import { ThreadActs } from './ThreadActs.tsx';
import { ReceivedLine, StampLine } from './ThreadHead.tsx';
import { usePending, usePendingWords } from './writes.ts';

/** What a page makes for the deeds of a slip: other slices' answers. */
export interface DeskParts {
  /** Deeds that come first: Apply, Answer. */
  deeds?: ReactNode;
  /** A form that takes the place of the deeds while it is open. */
  form?: ReactNode;
  hint?: ReactNode;
}

/** What a page puts into the slip in focus. */
export interface SlipParts {
  /** Where it was applied to the text: stands in the place of what it asks for. */
  applied?: ReactNode;
  /** What became of it. */
  answer?: ReactNode;
  /** The secretariat's deeds, with the threads that say the same; they are put where they belong by `render`. */
  desk?: (same: readonly Thread[], render: (parts: DeskParts) => ReactNode) => ReactNode;
  /** Changes the words of one's own thread. */
  onChange?: () => void;
}

/** Everything that was said to a thread, and what can be done now. */
export function ThreadBody({
  thread,
  spot,
  same,
  parts,
}: {
  thread: Thread;
  spot: Spot;
  same: readonly Thread[];
  parts: SlipParts;
}) {
  const say = useLanguage();
  const { paperId } = useSetting();
  const [isReplying, setReplying] = useState(false);
  const pending = usePendingWords(paperId, thread.id);
  const isFresh = usePending(paperId).some((each) => each.id === thread.id && each.state === 'done');
  if (thread.withdrawnAt !== null) {
    return (
      <>
        <p className="say">{say('threads.is-withdrawn')}</p>
        <Replies thread={thread} pending={pending.replies} />
        {parts.answer}
      </>
    );
  }
  const actsWith = (desk: DeskParts) => (
    <>
      {desk.form}
      {!isReplying && !desk.form && (
        <>
          <ThreadActs
            thread={thread}
            deeds={desk.deeds}
            onChange={parts.onChange}
            pending={pending}
            isFresh={isFresh}
            onReply={() => setReplying(true)}
          />
          {desk.hint && <div className="hint">{desk.hint}</div>}
        </>
      )}
    </>
  );
  return (
    <>
      {isFresh && <Receipt thread={thread} />}
      {!isFresh && <StampLine thread={thread} />}
      <ReceivedLine thread={thread} />
      {spot.how === 'deleted' && thread.anchor && <FormerText words={thread.anchor.paragraphText} />}
      {!parts.applied && (spot.how === 'changed' || spot.how === 'moved') && thread.anchor?.quote && (
        <FormerText
          words={thread.anchor.quote.exact}
          why={say(`threads.quote-${spot.how}`, { address: spot.address })}
        />
      )}
      {parts.applied ?? <ProposalBox thread={thread} address={spot.address} />}
      {thread.opening.text !== null && thread.opening.text !== '' && (
        <p className="say words" dir="auto">
          {thread.opening.text}
        </p>
      )}
      <Positions thread={thread} same={same} />
      <Replies thread={thread} pending={pending.replies} />
      {parts.answer}
      {isReplying ? <ReplyForm thread={thread} onClose={() => setReplying(false)} /> : null}
      {isFresh && <p className="hint">{say('threads.receipt.then')}</p>}
      {parts.desk ? parts.desk(same, actsWith) : actsWith({})}
    </>
  );
}

/** The words that a thread was written about, where the text has other words now. */
function FormerText({ words, why }: { words: string; why?: string }) {
  const { language } = useSetting();
  return (
    <>
      {why && <p className="hint">{why}</p>}
      <blockquote className="sel former" dir="auto" lang={language}>
        {words}
      </blockquote>
    </>
  );
}
