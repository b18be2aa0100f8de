import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Group } from '../../shared/groups/contract.ts';
import type { PaperSummary } from '../../shared/papers/contract.ts';
import { type Say, useLanguage } from '../base/language.ts';
import { groupAddress, paperAddress } from '../base/place.ts';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { Waiting } from '../base/ui/Waiting.tsx';
import { papersQuery } from './queries.ts';

const shownAtMost = 4;

/** The newest papers of a group, each with what it stands at, and the way to all of them. */
export function PaperShortList({ group }: { group: Group }) {
  const say = useLanguage();
  const papers = useQuery(papersQuery(group.id));
  if (papers.isPending) return <Waiting lines={4} />;
  if (papers.isError) return <ProblemNote problem={papers.error} retry={() => void papers.refetch()} />;
  return (
    <>
      {papers.data.length === 0 && <p>{say('papers.empty')}</p>}
      <ul className="papers">
        {papers.data.slice(0, shownAtMost).map((paper) => (
          <li key={paper.id}>
            <Link to={paperAddress(paper.id)}>
              <bdi>{paper.symbol}</bdi>
            </Link>
            <p dir="auto" lang={paper.language}>
              {paper.title}
            </p>
            <p className={paper.state === 'published' ? 'st is-public' : 'st'}>{standOf(paper, say)}</p>
          </li>
        ))}
      </ul>
      <p className="all">
        <Link to={groupAddress(group.id)}>
          {papers.data.length === 0
            ? say('papers.to-group', { group: group.acronym })
            : say('papers.all', { count: papers.data.length })}
        </Link>
      </p>
    </>
  );
}

function standOf(paper: PaperSummary, say: Say): string {
  const version = paper.newestVersion?.name;
  if (paper.state === 'published') return say('papers.published');
  if (paper.state === 'inRound' && paper.round && version)
    return say('papers.in-round', { version, number: paper.round.number });
  const state = say(`base.paper-state.${paper.state}`);
  return version ? say('papers.state-and-version', { version, state }) : state;
}
