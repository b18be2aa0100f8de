import { type CSSProperties, type Ref, useState } from 'react';
import type { OpenThread } from '../../shared/threads/contract.ts';
import { useLanguage } from '../base/language.ts';
import { outbox } from '../base/outbox.ts';
import { Button } from '../base/ui/Button.tsx';
import { KindMark } from '../base/ui/FieldMarks.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { CopyButton } from './CopyButton.tsx';
import type { KeptDraft } from './drafts.ts';
import { plainWords, wordsOfWish } from './form-words.ts';
import { useSetting } from './setting.ts';
import type { Spot } from './spot.ts';
import type { PendingThread } from './writes.ts';

interface NoteProps {
  spot: Spot;
  style?: CSSProperties;
  ref?: Ref<HTMLElement>;
}

/** A comment of one's own on its way: sending, waiting for the network, or refused with its words kept. */
export function PendingCard({
  pending,
  spot,
  onMend,
  style,
  ref,
}: NoteProps & { pending: PendingThread; onMend: () => void }) {
  const say = useLanguage();
  const { me, isOffline } = useSetting();
  const { wish, problem, id } = pending;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the margin is a list of articles; a list item cannot be both
    <article
      ref={ref}
      role="listitem"
      tabIndex={-1}
      data-thread={id}
      className={problem ? 'th pending refused' : 'th pending'}
      style={style}
      aria-label={say('threads.pending-label', { address: spot.address })}
    >
      <header>
        {wish.proposal && <KindMark mark={wish.proposal.mark} />}
        <span className="who">
          <span className="org">{me.organisation}</span> <span className="role">{say('threads.you')}</span>
        </span>
      </header>
      <p className="say" dir="auto">
        {wordsIn(wish)}
      </p>
      {problem === null ? (
        <p className="local" role="status">
          <Icon name={isOffline ? 'warn' : 'dots'} />
          {say(isOffline ? 'threads.waiting' : 'threads.sending')}
        </p>
      ) : (
        <div className="say-no" role="alert">
          <Icon name="lock" />
          <b>{say('threads.not-sent-because', { why: problem.title })}</b>
          <span>{`${say('threads.kept-here')} ${problem.mend}`}</span>
          <span className="acts">
            <CopyButton words={plainWords(wordsOfWish(wish), spot.address)} />
            <Button isSmall onPress={onMend}>
              {say('threads.mend')}
            </Button>
            <Button isSmall onPress={() => outbox.retry(id)}>
              {say('base.try-again')}
            </Button>
            <DiscardButton onDiscard={() => outbox.discard(id)} />
          </span>
        </div>
      )}
    </article>
  );
}

/** A comment that was begun and not sent. Nobody else sees it. */
export function DraftCard({
  draft,
  spot,
  onContinue,
  onDiscard,
  style,
  ref,
}: NoteProps & { draft: KeptDraft; onContinue: () => void; onDiscard: () => void }) {
  const say = useLanguage();
  const { words } = draft;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the margin is a list of articles; a list item cannot be both
    <article
      ref={ref}
      role="listitem"
      className="th pending"
      style={style}
      aria-label={say('threads.draft-label', { address: spot.address })}
    >
      <header>
        {words.mark && <KindMark mark={words.mark} />}
        <span className="who">
          <span className="org">{say('threads.draft')}</span> <span className="role">{say('threads.only-you')}</span>
        </span>
      </header>
      <p className="say" dir="auto">
        {words.why === '' ? words.wording : words.why}
      </p>
      <p className="acts">
        <Button isSmall onPress={onContinue}>
          {say('threads.continue')}
        </Button>
        <DiscardButton onDiscard={onDiscard} />
      </p>
    </article>
  );
}

/** Words are thrown away with the second press only. */
function DiscardButton({ onDiscard }: { onDiscard: () => void }) {
  const say = useLanguage();
  const [isAsking, setAsking] = useState(false);
  return (
    <Button isSmall kind={isAsking ? 'danger' : 'bare'} onPress={isAsking ? onDiscard : () => setAsking(true)}>
      {say(isAsking ? 'threads.discard-sure' : 'threads.discard')}
    </Button>
  );
}

function wordsIn(wish: OpenThread): string {
  return wish.text === '' ? (wish.proposal?.text ?? '') : wish.text;
}
