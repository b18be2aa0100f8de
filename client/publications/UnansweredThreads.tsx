import { useState } from 'react';
import { Link } from 'react-router';
import type { Thread } from '../../shared/threads/contract.ts';
import { useLanguage } from '../base/language.ts';
import { paperAddress } from '../base/place.ts';
import { TextButton } from '../base/ui/Button.tsx';
import { Icon } from '../base/ui/Icon.tsx';

/** More than these are folded, but each can be read before one publishes over it. */
const shownAtFirst = 8;
/** How much of a comment says which one it is. */
const longest = 90;

/** Each thread without an answer, by number, author, place and first words. */
export function UnansweredThreads({ paperId, threads }: { paperId: string; threads: readonly Thread[] }) {
  const say = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? threads : threads.slice(0, shownAtFirst);
  return (
    <div className="say-warn">
      <Icon name="warn" />
      <b>{say('publications.unanswered', { count: threads.length })}</b>
      {shown.map((thread) => (
        <span key={thread.id}>
          <Link to={paperAddress(paperId, { threadId: thread.id })}>#{thread.number}</Link>{' '}
          {say(`publications.${thread.opening.stamp === 'late' ? 'thread-late' : 'thread'}`, {
            organisation: thread.opening.speaker.organisation,
            address: thread.anchor?.address ?? say('publications.whole-paper'),
          })}{' '}
          <bdi>{wordsOf(thread, say('publications.no-words'))}</bdi>
        </span>
      ))}
      {shown.length < threads.length && (
        <span>
          <TextButton onPress={() => setWhole(true)}>{say('publications.all', { count: threads.length })}</TextButton>
        </span>
      )}
    </div>
  );
}

function wordsOf(thread: Thread, otherwise: string): string {
  const words = (thread.opening.text || thread.proposal?.text) ?? '';
  if (words === '') return otherwise;
  return words.length <= longest ? `“${words}”` : `“${words.slice(0, words.lastIndexOf(' ', longest))} …”`;
}
