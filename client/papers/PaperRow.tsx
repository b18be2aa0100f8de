import { Link } from 'react-router';
import type { Group } from '../../shared/groups/contract.ts';
import type { PaperSummary } from '../../shared/papers/contract.ts';
import { useNow } from '../base/clock.ts';
import { daysLeft, inZoneShort, timeLeft } from '../base/dates.ts';
import { type Say, useLanguage } from '../base/language.ts';
import { paperAddress } from '../base/place.ts';

/** One paper in the register. On a phone each value keeps the name of its column. */
export function PaperRow({ paper, group }: { paper: PaperSummary; group: Group }) {
  const say = useLanguage();
  const now = useNow();
  const { round } = paper;
  const isOpen = paper.state === 'inRound' && round !== null && !timeLeft(round.closesAt, now).isOver;
  return (
    <tr>
      <th scope="row">
        <Link to={paperAddress(paper.id)}>
          <bdi>{paper.symbol}</bdi>
        </Link>
      </th>
      <td>
        <span dir="auto" lang={paper.language}>
          {paper.title}
        </span>
        <small>{standOf(paper, isOpen, say)}</small>
      </td>
      <td data-h={say('papers.table.version')} className={paper.newestVersion ? undefined : 'k'}>
        {paper.newestVersion?.name ?? say('papers.table.not-frozen')}
      </td>
      <td data-h={say('papers.table.round')} className={isOpen ? undefined : 'k'}>
        {isOpen ? (
          <>
            <span className="pill">{daysLeft(round.closesAt, now, say)}</span>
            <small>{inZoneShort(round.closesAt, group.zone, group.place)}</small>
          </>
        ) : (
          say('papers.table.none')
        )}
      </td>
      <td data-h={say('papers.table.public')} className={paper.publicAddress ? 'end on' : 'end k'}>
        {paper.publicAddress ? (
          <a href={paper.publicAddress}>
            {say('papers.is-public', {
              version: paper.newestVersion?.publishedAt ? paper.newestVersion.name : say('papers.table.public'),
            })}
          </a>
        ) : (
          say('papers.table.not-public')
        )}
      </td>
    </tr>
  );
}

function standOf(paper: PaperSummary, isOpen: boolean, say: Say): string {
  const open =
    paper.threads.all === 0 ? say('papers.no-threads') : say('papers.unanswered', { count: paper.threads.open });
  if (isOpen && paper.newestVersion)
    return say('papers.table.open-for-comments', { version: paper.newestVersion.name, open });
  const state = say(`base.paper-state.${paper.state}`);
  if (paper.state === 'preparing' || paper.state === 'withdrawn' || paper.threads.open === 0) return `${state}.`;
  return `${state}. ${open}`;
}
