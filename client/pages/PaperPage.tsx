import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../base/language.ts';
import { usePlace } from '../base/place.ts';
import { problemOf } from '../base/problem-error.ts';
import { membershipIn, useSession } from '../base/session.ts';
import { useTitle } from '../base/title.ts';
import { LedgerPage } from '../base/ui/LedgerPage.tsx';
import { Masthead } from '../base/ui/Masthead.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { Waiting } from '../base/ui/Waiting.tsx';
import { paperQuery } from '../papers/queries.ts';
import { Review } from './review/Review.tsx';

/** The review page: one sheet of paper, and in its margin what people say about it. */
export function PaperPage() {
  const say = useLanguage();
  const { paperId } = usePlace();
  const who = useSession();
  const paper = useQuery(paperQuery(paperId));
  useTitle(paper.data?.symbol, paper.data?.title);
  const membership = paper.data && membershipIn(who, paper.data.groupId);
  if (paper.data && membership) return <Review key={paperId} paper={paper.data} membership={membership} who={who} />;
  const problem = paper.data ? problemOf('not-found') : paper.error;
  return (
    <LedgerPage masthead={<Masthead />}>
      {problem ? (
        <ProblemNote problem={problem} retry={() => void paper.refetch()} />
      ) : (
        <Waiting words={say('paper.loading')} lines={12} />
      )}
    </LedgerPage>
  );
}
