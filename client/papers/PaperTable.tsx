import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Group } from '../../shared/groups/contract.ts';
import { useLanguage } from '../base/language.ts';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { Waiting } from '../base/ui/Waiting.tsx';
import { PaperRow } from './PaperRow.tsx';
import { papersQuery } from './queries.ts';

/** The register of a group's papers: symbol, title, version, round, public. */
export function PaperTable({ group, mayPost }: { group: Group; mayPost: boolean }) {
  const say = useLanguage();
  const papers = useQuery(papersQuery(group.id));
  if (papers.isPending) return <Waiting lines={4} />;
  if (papers.isError) return <ProblemNote problem={papers.error} retry={() => void papers.refetch()} />;
  if (papers.data.length === 0) {
    return (
      <div className="blank">
        <p>{say('papers.empty')}</p>
        <p>
          {say(mayPost ? 'papers.empty-secretariat' : 'papers.empty-member')}{' '}
          {mayPost && <Link to={`/groups/${group.id}/post`}>{say('papers.post')}</Link>}
        </p>
      </div>
    );
  }
  return (
    <table className="led">
      <caption className="vh">{say('papers.table.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('papers.table.symbol')}</th>
          <th scope="col">{say('papers.table.title')}</th>
          <th scope="col">{say('papers.table.version')}</th>
          <th scope="col">{say('papers.table.round')}</th>
          <th scope="col" className="end">
            {say('papers.table.public')}
          </th>
        </tr>
      </thead>
      <tbody>
        {papers.data.map((paper) => (
          <PaperRow key={paper.id} paper={paper} group={group} />
        ))}
      </tbody>
    </table>
  );
}
