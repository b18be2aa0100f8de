import { namedThread } from '../../shared/changes/rules.ts';
import type { Doer } from '../../shared/envelope.ts';
import type { Happening, HappeningKind, StreamEvent } from '../../shared/events.ts';
import type { MemberId, OrganisationId, PersonId } from '../../shared/ids.ts';
import type { Tx } from '../base/database.ts';
import type { StoredEvent } from '../base/deps.ts';
import { listReasons } from '../changes/store.ts';
import { findMember, findOrganisation } from '../groups/store.ts';
import { listPublications } from '../publications/store.ts';
import { listApplications, listDispositions, listPositions, listReplies } from '../threads/said.ts';
import { listOpenedThreads, listThreads } from '../threads/store.ts';
import { findVersion } from '../versions/store.ts';

/** What an event's kind adds to its stored facts: read together for all events of that kind, in their order. */
type Join = (tx: Tx, events: readonly StoredEvent[]) => Promise<Record<string, unknown>[]>;

const fact = (event: StoredEvent, name: string): string => String(event.facts[name] ?? '');
const instantOnly: Join = async (_tx, events) => events.map(({ at }) => ({ at }));
const each =
  (read: (tx: Tx, event: StoredEvent) => Promise<Record<string, unknown>>): Join =>
  async (tx, events) => {
    const additions: Record<string, unknown>[] = [];
    for (const event of events) additions.push(await read(tx, event));
    return additions;
  };
/** The only thing that a list by thread holds. */
const onlyOne = <Thing>(things: Map<string, Thing[]>): Thing | undefined => [...things.values()].flat()[0];
const memberName = each(async (tx, event) => ({
  name: (await findMember(tx, fact(event, 'groupId'), fact(event, 'memberId')))?.name ?? '',
}));
const invitedName = each(async (tx, event) => {
  const { rows } = await tx.query<{ name: string }>('select name from invitations where id = $1', [
    fact(event, 'invitationId'),
  ]);
  return { name: rows[0]?.name ?? '' };
});

const JOINS: Partial<Record<HappeningKind, Join>> = {
  'thread.opened': async (tx, events) => {
    const threads = await listOpenedThreads(tx, { ids: events.map((event) => fact(event, 'threadId')) });
    return events.map((event) => ({ thread: threads.find((thread) => thread.id === event.facts.threadId) }));
  },
  'thread.replied': async (tx, events) => {
    const replies = [
      ...(await listReplies(tx, { ids: events.map((event) => fact(event, 'commentId')) })).values(),
    ].flat();
    return events.map((event) => ({ comment: replies.find((reply) => reply.id === event.facts.commentId) }));
  },
  'thread.withdrawn': instantOnly,
  'comment.withdrawn': instantOnly,
  'application.undone': instantOnly,
  'position.taken': each(async (tx, event) => ({
    position: onlyOne(await listPositions(tx, { ids: [fact(event, 'positionId')] })),
  })),
  'disposition.given': each(async (tx, event) => ({
    disposition: onlyOne(await listDispositions(tx, { ids: [fact(event, 'dispositionId')] })),
  })),
  'proposal.applied': each(async (tx, event) => {
    const application = onlyOne(await listApplications(tx, { ids: [fact(event, 'applicationId')] }));
    return { application: application && { ...application, undoneAt: null } };
  }),
  'version.frozen': each(async (tx, event) => {
    const version = await findVersion(tx, fact(event, 'versionId'));
    return { version: version && { ...version, publishedAt: null, publicAddress: null } };
  }),
  'publication.made': each(async (tx, event) => ({
    publication: (await listPublications(tx, fact(event, 'paperId'))).find(
      (each) => each.versionId === event.facts.versionId,
    ),
  })),
  'reason.given': each(async (tx, event) => {
    const [reason] = await listReasons(tx, [fact(event, 'reasonId')]);
    const threads = reason?.threadId ? await listThreads(tx, fact(event, 'paperId')) : [];
    const thread = threads.find((each) => each.id === reason?.threadId);
    return {
      reason: {
        thread: thread ? namedThread(thread) : null,
        text: reason?.text ?? null,
        at: reason?.at,
        by: reason?.by,
      },
    };
  }),
  'organisation.added': each(async (tx, event) => ({
    organisation: await findOrganisation(tx, fact(event, 'groupId'), fact(event, 'organisationId')),
  })),
  'member.joined': memberName,
  'member.changed': memberName,
  'member.removed': memberName,
  'member.invited': invitedName,
  'invitation.withdrawn': invitedName,
  'paper.drafters': each(async (tx, event) => {
    const { rows } = await tx.query<{ name: string }>(
      'select p.name from members m join people p on p.id = m.person_id where m.id = any($1) order by p.name',
      [event.facts.memberIds],
    );
    return { names: rows.map((row) => row.name) };
  }),
};

/**
 * Joins words and names to stored events as they are today: a withdrawn comment or an erased name is gone
 * in every reading, also of old events. Applied in order to an empty view, they give what a newcomer reads.
 */
export async function presentEvents(tx: Tx, events: readonly StoredEvent[]): Promise<StreamEvent[]> {
  const doers = await listDoers(tx, events);
  const joined = new Map<StoredEvent, Record<string, unknown>>();
  for (const [kind, join] of Object.entries(JOINS)) {
    const ofKind = events.filter((event) => event.kind === kind);
    if (ofKind.length === 0) continue;
    const additions = await join(tx, ofKind);
    ofKind.forEach((event, at) => {
      joined.set(event, additions[at] ?? {});
    });
  }
  return events.map((event) => {
    const { stream, seq, at, key, kind, facts } = event;
    const happening = { ...facts, ...joined.get(event), kind } as unknown as Happening;
    return { ...happening, stream, seq, at, key, by: doers.get(doerKey(event)) ?? nobody };
  });
}

const nobody: Doer = { personId: null, memberId: null, name: '', organisationId: null, organisation: '' };
const doerKey = (event: StoredEvent): string => `${event.personId} ${event.memberId} ${event.organisationId}`;

async function listDoers(tx: Tx, events: readonly StoredEvent[]): Promise<Map<string, Doer>> {
  const people = await namesIn(
    tx,
    'people',
    events.map((event) => event.personId),
  );
  const organisations = await namesIn(
    tx,
    'organisations',
    events.map((event) => event.organisationId),
  );
  return new Map(
    events.map((event) => [
      doerKey(event),
      {
        personId: event.personId as PersonId | null,
        memberId: event.memberId as MemberId | null,
        name: people.get(event.personId ?? '') ?? '',
        organisationId: event.organisationId as OrganisationId | null,
        organisation: organisations.get(event.organisationId ?? '') ?? '',
      },
    ]),
  );
}

async function namesIn(
  tx: Tx,
  table: 'people' | 'organisations',
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const { rows } = await tx.query<{ id: string; name: string }>(`select id, name from ${table} where id = any($1)`, [
    wanted,
  ]);
  return new Map(rows.map((row) => [row.id, row.name]));
}
