import {
  type MemberRole,
  memberRole,
  type Organisation,
  type OrganisationKind,
  organisationKind,
} from '../../shared/groups/contract.ts';
import type { OrganisationId } from '../../shared/ids.ts';
import { useLanguage } from '../base/language.ts';
import type { Option } from '../base/ui/SelectField.tsx';

/** The organisations of a group, as a field offers them: by name, with what they are. */
export function useOrganisationOptions(organisations: readonly Organisation[]): Option<OrganisationId>[] {
  const say = useLanguage();
  return organisations
    .map((each) => ({ value: each.id, label: each.name, hint: say(`base.organisation-kind.${each.kind}`) }))
    .sort((a, b) => a.label.localeCompare(b.label, undefined, { numeric: true }));
}

/** Roles, the one most often given first. */
export function useRoleOptions(): Option<MemberRole>[] {
  const say = useLanguage();
  const order: readonly MemberRole[] = ['delegate', 'observer', 'chair', 'secretariat'];
  return order
    .filter((role) => memberRole.options.includes(role))
    .map((role) => ({ value: role, label: say(`base.member-role.${role}`) }));
}

export function useKindOptions(): Option<OrganisationKind>[] {
  const say = useLanguage();
  return organisationKind.options.map((kind) => ({ value: kind, label: say(`base.organisation-kind.${kind}`) }));
}
