import { Problem } from '../problems.ts';
import type { Member, MemberRole, Organisation } from './contract.ts';

/** G1: a zone is an IANA zone that this system's calendar knows. @throws Problem unknown-zone */
export function decideZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone === ''
      ? refuseZone(zone)
      : zone;
  } catch {
    return refuseZone(zone);
  }
}
function refuseZone(zone: string): never {
  throw new Problem('unknown-zone', { zone });
}

/** G2: people are invited for an organisation of the group. @throws Problem organisation-unknown */
export function decideSpeakingFor(organisation: Organisation | null): Organisation {
  if (!organisation) throw new Problem('organisation-unknown');
  return organisation;
}

/** G3: nobody is invited twice, nor a member again. @throws Problem already-member */
export function decideInvitation(
  email: string,
  members: readonly Member[],
  invited: readonly { email: string }[],
): void {
  if (members.some((member) => member.email === email) || invited.some((invitation) => invitation.email === email))
    throw new Problem('already-member', { email });
}

/** G4: a group keeps at least one secretariat member. @throws Problem last-secretariat */
export function decideLeavingRole(memberId: string, nextRole: MemberRole | null, members: readonly Member[]): void {
  const others = members.filter((member) => member.role === 'secretariat' && member.id !== memberId);
  if (
    nextRole !== 'secretariat' &&
    others.length === 0 &&
    members.some((m) => m.id === memberId && m.role === 'secretariat')
  )
    throw new Problem('last-secretariat');
}
