import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage } from '../base/language.ts';
import { TextButton } from '../base/ui/Button.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { Waiting } from '../base/ui/Waiting.tsx';
import { InboxRow } from './InboxRow.tsx';
import { inboxQuery } from './queries.ts';

/** More than these are folded: the newest answers matter. */
const shownAtFirst = 12;

/**
 * What became of my comments. Times are those of the group's zone. The secretariat answers and seldom
 * comments: for it the part is left out while it is empty.
 */
export function InboxList({ zone, isHiddenWhenEmpty }: { zone: string; isHiddenWhenEmpty: boolean }) {
  const say = useLanguage();
  const inbox = useQuery(inboxQuery);
  if (isHiddenWhenEmpty && inbox.data?.length === 0) return null;
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{say('inbox.answers')}</h2>
      <Answers zone={zone} />
    </section>
  );
}

function Answers({ zone }: { zone: string }) {
  const say = useLanguage();
  const inbox = useQuery(inboxQuery);
  const [isWhole, setWhole] = useState(false);
  if (inbox.isPending) return <Waiting lines={3} />;
  if (inbox.isError) return <ProblemNote problem={inbox.error} retry={() => void inbox.refetch()} />;
  if (inbox.data.length === 0) return <p className="lead">{say('inbox.no-comments')}</p>;
  const shown = isWhole ? inbox.data : inbox.data.slice(0, shownAtFirst);
  return (
    <>
      <ul className="answers">
        {shown.map((mine) => (
          <InboxRow key={mine.threadId} mine={mine} zone={zone} />
        ))}
      </ul>
      {shown.length < inbox.data.length && (
        <p className="acts">
          <TextButton onPress={() => setWhole(true)}>
            {say('inbox.more', { count: inbox.data.length - shown.length })}
          </TextButton>
        </p>
      )}
    </>
  );
}
