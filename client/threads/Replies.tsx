import type { Comment, Thread } from '../../shared/threads/contract.ts';
import { dayAndTime } from '../base/dates.ts';
import { useLanguage } from '../base/language.ts';
import { outbox } from '../base/outbox.ts';
import { Button, TextButton } from '../base/ui/Button.tsx';
import { OrganisationName } from '../base/ui/FieldMarks.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { CopyButton } from './CopyButton.tsx';
import { useSetting } from './setting.ts';
import { type PendingWords, withdrawReply } from './writes.ts';

/** What was said to a thread, in the order of its arrival; one's own that are on their way come last. */
export function Replies({ thread, pending }: { thread: Thread; pending: PendingWords['replies'] }) {
  const known = new Set<string>(thread.replies.map((reply) => reply.id));
  return (
    <>
      {thread.replies.map((reply) => (
        <ReplyNote key={reply.id} threadId={thread.id} reply={reply} />
      ))}
      {pending
        .filter((reply) => !known.has(reply.id))
        .map((reply) => (
          <PendingReply key={reply.id} reply={reply} />
        ))}
    </>
  );
}

function ReplyNote({ threadId, reply }: { threadId: string; reply: Comment }) {
  const say = useLanguage();
  const { paperId, me, zone, may } = useSetting();
  const { speaker } = reply;
  const isMine = speaker.personId === me.personId;
  return (
    <div className="reply">
      <p className="h">
        <OrganisationName name={speaker.organisation} kind={isMine ? undefined : speaker.organisationKind} />
        {isMine && <span className="role">{say('threads.you')}</span>}
        <time dateTime={reply.at}>{dayAndTime(reply.at, zone)}</time>
      </p>
      {reply.text === null ? (
        <p className="quiet">{say('threads.reply-withdrawn')}</p>
      ) : (
        <p dir="auto" className="words">
          {reply.text}
        </p>
      )}
      {isMine && reply.text !== null && may.withdraw && (
        <TextButton onPress={() => withdrawReply(paperId, threadId, reply.id)}>
          {say('threads.withdraw-reply')}
        </TextButton>
      )}
    </div>
  );
}

function PendingReply({ reply }: { reply: PendingWords['replies'][number] }) {
  const say = useLanguage();
  const { isOffline, me } = useSetting();
  return (
    <div className="reply">
      <p className="h">
        <span className="org">{me.organisation}</span> <span className="role">{say('threads.you')}</span>
      </p>
      <p dir="auto" className="words">
        {reply.text}
      </p>
      {reply.problem === null ? (
        <p className="local">
          <Icon name={isOffline ? 'warn' : 'dots'} />
          {say(isOffline ? 'threads.waiting' : 'threads.sending')}
        </p>
      ) : (
        <div className="say-no" role="alert">
          <Icon name="warn" />
          <b>{say('threads.not-sent-because', { why: reply.problem.title })}</b>
          <span>{reply.problem.mend}</span>
          <span className="acts">
            <CopyButton words={reply.text} />
            <Button isSmall onPress={() => outbox.retry(reply.id)}>
              {say('base.try-again')}
            </Button>
            <Button isSmall kind="bare" onPress={() => outbox.discard(reply.id)}>
              {say('threads.discard')}
            </Button>
          </span>
        </div>
      )}
    </div>
  );
}
