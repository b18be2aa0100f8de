import type { StreamEvent } from '../../shared/events.ts';
import { say } from '../base/language.ts';
import { AppliedWords, type EventSentence, PlaceLink, Quoted, type Reading, ThreadLink, whoDid } from './sentence.tsx';

/** What members say, and what the secretariat puts into the text because of it. Null for other events. */
export function threadSentence(event: StreamEvent, { names, paperId }: Reading): EventSentence | null {
  const facts = { who: whoDid(event.by) };
  const linked = (threadId: string) => {
    const name = names.get(threadId);
    return {
      thread: <ThreadLink paperId={paperId} threadId={threadId} number={name?.number} />,
      place: <PlaceLink paperId={paperId} address={name?.address ?? null} />,
    };
  };
  switch (event.kind) {
    case 'thread.opened': {
      const { id, anchor, opening, proposal, withdrawnAt } = event.thread;
      const parts = {
        thread: <ThreadLink paperId={paperId} threadId={id} number={event.thread.number} />,
        place: <PlaceLink paperId={paperId} paragraphId={anchor?.paragraphId} address={anchor?.address ?? null} />,
      };
      const way = opening.speaker.enteredBy !== null ? 'entered' : opening.stamp === 'late' ? 'opened-late' : 'opened';
      const words = opening.text || proposal?.text || '';
      const below =
        withdrawnAt !== null ? say('history.withdrawn-since') : words === '' ? undefined : <Quoted words={words} />;
      return {
        of: `history.thread-${way}`,
        facts: { ...facts, organisation: opening.speaker.organisation },
        parts,
        below,
      };
    }
    case 'thread.replied': {
      const { text } = event.comment;
      const below = text === null ? say('history.withdrawn-since') : <Quoted words={text} />;
      return { of: 'history.thread-replied', facts, parts: linked(event.threadId), below };
    }
    case 'thread.withdrawn':
      return { of: 'history.thread-withdrawn', facts, parts: linked(event.threadId) };
    case 'comment.withdrawn':
      return { of: 'history.comment-withdrawn', facts, parts: linked(event.threadId) };
    case 'position.taken': {
      const { stance, organisation, text } = event.position;
      const below = text === '' ? undefined : <Quoted words={text} />;
      return { of: `history.position.${stance}`, facts: { organisation }, parts: linked(event.threadId), below };
    }
    case 'proposal.applied': {
      const { before, after } = event.application;
      const below = <AppliedWords before={before} after={after} />;
      return { of: 'history.proposal-applied', facts, parts: linked(event.threadId), below };
    }
    case 'application.undone':
      return { of: 'history.application-undone', facts, parts: linked(event.threadId) };
    default:
      return null;
  }
}
