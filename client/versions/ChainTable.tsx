import './verify.css';
import { longDay, timeOf } from '../base/dates.ts';
import { shortHash } from '../base/hash.ts';
import { useLanguage } from '../base/language.ts';
import type { Chain, ChainLink } from './chains.ts';

/** The chain of versions: each holds the hash of the one before, so an unseen version is known by the next one. */
export function ChainTable({ chain, zone }: { chain: Chain; zone: string }) {
  const say = useLanguage();
  return (
    <table className="led chain-table">
      <caption className="vh">{say('verify.table.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('verify.table.version')}</th>
          <th scope="col">{say('verify.table.frozen')}</th>
          <th scope="col">{say('verify.table.recorded')}</th>
          <th scope="col">{say('verify.table.computed')}</th>
          <th scope="col" className="end">
            {say('verify.table.same')}
          </th>
        </tr>
      </thead>
      <tbody>
        {chain.links.map((link) => (
          <tr key={link.number}>
            <th scope="row">
              {link.number} <bdi>{link.name}</bdi>
            </th>
            <td data-h={say('verify.table.frozen')}>
              {link.frozenAt && `${longDay(link.frozenAt, zone)}, ${timeOf(link.frozenAt, zone)}`}
            </td>
            <td data-h={say('verify.table.recorded')}>
              {link.recorded && (
                <span className="hash" dir="ltr">
                  {shortHash(link.recorded)}
                </span>
              )}
            </td>
            <td data-h={say('verify.table.computed')}>
              {link.computed ? (
                <span className="hash" dir="ltr">
                  {shortHash(link.computed)}
                </span>
              ) : (
                <span className="quiet">
                  {say(link.recorded ? 'verify.table.not-public' : 'verify.table.unseen', { next: link.number + 1 })}
                </span>
              )}
            </td>
            <td data-h={say('verify.table.same')} className="end">
              <StateOfLink link={link} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StateOfLink({ link: { recorded, computed } }: { link: ChainLink }) {
  const say = useLanguage();
  if (recorded === null) return <span className="quiet">{say('verify.table.unknown')}</span>;
  if (computed === null) return <span className="on">{say('verify.table.is-chained')}</span>;
  if (computed === recorded) return <span className="on">{say('verify.table.is-same')}</span>;
  return <span className="off">{say('verify.table.is-other')}</span>;
}
