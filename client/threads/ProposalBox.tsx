import type { Thread } from '../../shared/threads/contract.ts';
import { useLanguage } from '../base/language.ts';
import { KindMark } from '../base/ui/FieldMarks.tsx';
import { WordDiff } from '../base/ui/WordDiff.tsx';
import { useSetting } from './setting.ts';
import { proposedPieces } from './wording.ts';

/** Unchanged letters shown beside a change: enough to find the place, not the whole paragraph. */
const around = 60;

/** The wording that a thread asks for, word by word against the words it was written on. */
export function ProposalBox({ thread, address }: { thread: Pick<Thread, 'proposal' | 'anchor'>; address: string }) {
  const say = useLanguage();
  const { language } = useSetting();
  const { proposal } = thread;
  if (!proposal) return null;
  return (
    <div className="prop">
      <p className="cap">
        <KindMark mark={proposal.mark} />
        <span>
          <bdi>{address}</bdi>{' '}
          {proposal.mark === 'ADD' || proposal.mark === 'NOC' ? say(`threads.cap.${proposal.mark}`) : null}
        </span>
      </p>
      <div dir="auto" lang={language} className="wording">
        <WordDiff pieces={proposedPieces(thread, language)} around={proposal.mark === 'ADD' ? undefined : around} />
      </div>
    </div>
  );
}
