import type { GroupPage } from '../../shared/groups/contract.ts';
import { useLanguage } from '../base/language.ts';

/** The organisations that take part, with how many speak for each. */
export function OrganisationTable({ page }: { page: GroupPage }) {
  const say = useLanguage();
  const sorted = [...page.organisations].sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
  return (
    <table className="led">
      <caption className="vh">{say('groups.organisations.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('groups.organisations.name')}</th>
          <th scope="col">{say('groups.organisations.kind')}</th>
          <th scope="col">{say('groups.organisations.members')}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((organisation) => {
          const members = page.members.filter((member) => member.organisation.id === organisation.id);
          return (
            <tr key={organisation.id}>
              <th scope="row">
                <bdi>{organisation.name}</bdi>
              </th>
              <td data-h={say('groups.organisations.kind')}>{say(`base.organisation-kind.${organisation.kind}`)}</td>
              <td data-h={say('groups.organisations.members')} className={members.length === 0 ? 'k' : undefined}>
                {members.length === 0 ? say('groups.members.nobody') : members.map((member) => member.name).join(', ')}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
