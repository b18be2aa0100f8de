import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { groupStream } from '../shared/envelope.ts';
import type { MemberRole, OrganisationKind } from '../shared/groups/contract.ts';
import { type GroupId, type MemberId, newId, type OrganisationId, type RoundId } from '../shared/ids.ts';
import { onlyRow } from './base/database.ts';
import type { Deps } from './base/deps.ts';
import { projectRoot } from './base/root.ts';
import { change } from './events/change.ts';
import { groupFrom } from './groups/making.ts';
import { ensurePerson } from './groups/people.ts';
import type { Session } from './groups/session.ts';
import { insertGroup, insertMember, insertOrganisation } from './groups/store.ts';
import { createPaper } from './imports/actions.ts';
import { openOrChangeRound } from './rounds/actions.ts';

const GROUP = {
  acronym: 'CWG-COP (sample)',
  name: 'Council Working Group on Child Online Protection (sample)',
  zone: 'Europe/Zurich',
  place: 'Geneva',
};
const SYMBOL = 'WG-CP/11/OR';
const FILE = 'outcome-report.docx';
const ROUND_DAYS = 21;

interface SamplePerson {
  slug: string;
  name: string;
  role: MemberRole;
  organisation: string;
  kind: OrganisationKind;
}
/** People of the sample are no real people: they are called by what they do. */
const PEOPLE: readonly SamplePerson[] = [
  { slug: 'secretariat', name: 'Secretariat 1', role: 'secretariat', organisation: 'Secretariat', kind: 'secretariat' },
  { slug: 'chair', name: 'Chair', role: 'chair', organisation: 'Delegation D', kind: 'memberState' },
  { slug: 'delegate-a', name: 'Delegate of A', role: 'delegate', organisation: 'Delegation A', kind: 'memberState' },
  { slug: 'delegate-b', name: 'Delegate of B', role: 'delegate', organisation: 'Delegation B', kind: 'memberState' },
  {
    slug: 'delegate-c',
    name: 'Delegate of C',
    role: 'delegate',
    organisation: 'Private sector member',
    kind: 'privateSector',
  },
  {
    slug: 'observer',
    name: 'Observer',
    role: 'observer',
    organisation: 'Observer organisation',
    kind: 'internationalOrganisation',
  },
];

/**
 * Makes the sample on an empty installation: one group with six people, the outcome report read from its
 * Word file, and a round open for comments. Does nothing once any group was made.
 */
export async function makeSample(deps: Deps): Promise<void> {
  const { rows } = await deps.pool.query<{ count: number }>('select count(*)::int as count from groups where true');
  if (onlyRow(rows).count > 0) return;
  const groupId = newId<GroupId>();
  const sessions = new Map<string, Session>();
  const nobody = { personId: null, memberId: null, organisationId: null };
  await change(deps, [groupStream(groupId)], nobody, { key: null, bodyHash: null }, async ({ tx, now, record }) => {
    await insertGroup(tx, groupFrom(groupId, GROUP, true), now);
    for (const { slug, name, role, organisation, kind } of PEOPLE) {
      const email = `${slug}@sample.invalid`;
      const personId = await ensurePerson(tx, { name, email });
      const organisationId = newId<OrganisationId>();
      await insertOrganisation(tx, groupId, { id: organisationId, name: organisation, kind });
      await insertMember(
        tx,
        { memberId: newId<MemberId>(), personId, groupId, organisationId, role, isFocalPoint: false },
        now,
      );
      await tx.query('insert into sample_people (slug, person_id) values ($1, $2)', [slug, personId]);
      sessions.set(slug, { personId, sessionId: '', name, email });
    }
    await record({ stream: groupStream(groupId), kind: 'group.made', facts: { groupId } });
  });
  const secretariat = sessions.get('secretariat');
  if (!secretariat) throw new Error('the sample has no secretariat');
  const file = { name: FILE, bytes: readFileSync(join(projectRoot(), 'sample', FILE)) };
  const fields = { groupId, symbol: SYMBOL, language: 'en' };
  const { id } = await createPaper(deps, secretariat, fields, file, newId());
  const wish = { closesAt: closingInstant(), acceptsLate: false, observersMayComment: false, sealed: false as const };
  await openOrChangeRound(deps, secretariat, id, newId<RoundId>(), wish, undefined);
}

/** Three weeks from today at 18:00 in the group's zone. */
function closingInstant(): string {
  const day = Temporal.Now.zonedDateTimeISO(GROUP.zone).add({ days: ROUND_DAYS });
  return day
    .with({ hour: 18, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 })
    .toInstant()
    .toString();
}
