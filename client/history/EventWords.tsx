import type { Group } from '../../shared/groups/contract.ts';
import { Sentence } from '../base/ui/Sentence.tsx';
import { answerSentence } from './answer-sentence.tsx';
import type { Entry, ThreadName } from './entries.ts';
import { recordSentence } from './record-sentences.tsx';
import type { Reading } from './sentence.tsx';
import { threadSentence } from './thread-sentences.tsx';

/** What happened, in one sentence, and below it what was said or decided with it. */
export function EventWords({
  entry,
  names,
  group,
  paperId,
}: {
  entry: Entry;
  names: ReadonlyMap<string, ThreadName>;
  group: Group;
  paperId: string;
}) {
  const reading: Reading = { names, group, paperId };
  const sentence =
    answerSentence(entry, reading) ?? threadSentence(entry.event, reading) ?? recordSentence(entry.event, reading);
  return (
    <>
      <p>
        <Sentence of={sentence.of} facts={sentence.facts} parts={sentence.parts} />
      </p>
      {sentence.below && <p className="said">{sentence.below}</p>}
    </>
  );
}
