import { emailAddress, type GroupPage } from '../../shared/groups/contract.ts';

/** One line of the invitation's field: whom it names, or why it is left out. */
export type Line =
  | { kind: 'invite'; email: string; name: string; line: string }
  | { kind: 'unreadable'; line: string }
  | { kind: 'member'; email: string; organisation: string; line: string }
  | { kind: 'invited'; email: string; line: string };

/**
 * Reads addresses, one a line (or parted by `;`), each with a name before it if one likes:
 * `Delegate C2 <c2@example.org>`. Without a name it is called by the part before the @. Addresses that are
 * in the group or stand twice are told, because one member speaks for one organisation.
 */
export function readAddresses(words: string, page: Pick<GroupPage, 'members' | 'invitations'>): Line[] {
  const seen = new Set<string>();
  return words
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): Line => {
      const bracketed = /^(.*?)[<(]\s*([^<>()\s]+)\s*[>)]$/.exec(line);
      const read = emailAddress.safeParse(bracketed?.[2] ?? line);
      if (!read.success) return { kind: 'unreadable', line };
      const email = read.data;
      const member = page.members.find((each) => each.email?.toLowerCase() === email);
      if (member) return { kind: 'member', email, organisation: member.organisation.name, line };
      if (seen.has(email) || page.invitations.some((each) => each.email === email))
        return { kind: 'invited', email, line };
      seen.add(email);
      const name = (bracketed?.[1] ?? '').replace(/^["'\s]+|["',\s]+$/g, '');
      return { kind: 'invite', email, name: name === '' ? (email.split('@')[0] ?? email) : name, line };
    });
}
