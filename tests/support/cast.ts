import { makeSetUpLink } from '../../server/groups/set-up.ts';
import { PAPER_STATES, type PaperState, type Standing } from '../../shared/groups/rights.ts';
import { newId } from '../../shared/ids.ts';
import { Caller } from './people.ts';
import type { TestServer } from './server.ts';

/** One person of each standing, and one paper in each state. */
export interface Cast {
  callers: ReadonlyMap<Standing, Caller>;
  papers: ReadonlyMap<PaperState, string>;
  groupId: string;
}

/** Brings everybody together on a server with the sample. */
export async function castOf(server: TestServer): Promise<Cast> {
  const callers = new Map<Standing, Caller>();
  const papers = new Map<PaperState, string>();
  const secretariat = await server.as('secretariat');
  const sample = (await secretariat.papers())[0];
  const groupId = sample?.groupId ?? '';
  for (const [standing, slug] of [
    ['secretariat', 'secretariat'],
    ['chair', 'chair'],
    ['delegate', 'delegate-a'],
    ['drafter', 'delegate-b'],
    ['focalPoint', 'delegate-c'],
    ['observer', 'observer'],
  ] as const)
    callers.set(standing, await server.as(slug));
  callers.set('administrator', await setsUpAnotherGroup(server));
  callers.set('stranger', await joinsAnotherGroup(server));
  await makesFocalPoint(secretariat, groupId);
  for (const state of PAPER_STATES) papers.set(state, await paperIn(state, secretariat, groupId, sample?.id ?? ''));
  return { callers, papers, groupId };
}

/** The administrator holds the set-up link and a group of their own; by that they read no paper of this one. */
async function setsUpAnotherGroup(server: TestServer): Promise<Caller> {
  const link = await makeSetUpLink(server.deps.pool, server.origin);
  const token = new URL(link).searchParams.get('token');
  const reply = await fetch(`${server.origin}/api/setup`, {
    method: 'POST',
    headers: { origin: server.origin, 'content-type': 'application/json' },
    body: JSON.stringify({
      token,
      name: 'Administrator',
      email: 'administrator@sample.invalid',
      group: { acronym: 'OTHER', name: 'Another group', zone: 'Europe/Paris', place: 'Paris' },
    }),
  });
  if (reply.status !== 201) throw new Error(await reply.text());
  return new Caller(
    server.origin,
    reply.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; '),
  );
}

async function joinsAnotherGroup(server: TestServer): Promise<Caller> {
  const { rows } = await server.deps.pool.query<{ id: string }>(
    `insert into people (name, email, email_verified) values ('Stranger', 'stranger@sample.invalid', true) returning id`,
  );
  const { cookies } = await server.signIn.signInAs(rows[0]?.id as never, {});
  return new Caller(server.origin, cookies.map((line) => line.split(';')[0]).join('; '));
}

async function makesFocalPoint(secretariat: Caller, groupId: string): Promise<void> {
  const { members } = (
    await secretariat.get<{ members: { id: string; name: string; organisation: { id: string } }[] }>(
      `/api/groups/${groupId}`,
    )
  ).body;
  const member = members.find((each) => each.name === 'Delegate of C');
  await secretariat.write('PUT', `/api/groups/${groupId}/members/${member?.id}`, {
    role: 'delegate',
    isFocalPoint: true,
    organisationId: member?.organisation.id,
  });
}

async function paperIn(state: PaperState, secretariat: Caller, groupId: string, sampleId: string): Promise<string> {
  const { members } = (await secretariat.get<{ members: { id: string; name: string }[] }>(`/api/groups/${groupId}`))
    .body;
  const drafter = members.find((each) => each.name === 'Delegate of B')?.id;
  const id =
    state === 'inRound'
      ? sampleId
      : (
          (await secretariat.write('POST', '/api/papers', {
            groupId,
            symbol: `P10/${state}`,
            language: 'en',
            format: 'text',
            text: '1\tIntroduction\n1.1\tThe Group met.',
          })) as unknown as { id: string }
        ).id;
  await secretariat.write('PUT', `/api/papers/${id}/drafters`, { memberIds: [drafter] });
  if (state === 'preparing' || state === 'inRound') return id;
  if (state !== 'withdrawn') {
    const roundId = newId<string>();
    const closesAt = new Date(Date.now() + 3_600_000).toISOString();
    await secretariat.write('PUT', `/api/papers/${id}/rounds/${roundId}`, { closesAt }, roundId);
    await secretariat.write('PUT', `/api/papers/${id}/rounds/${roundId}`, { closesAt, close: true, reason: 'done' });
  }
  if (state === 'betweenRounds' || state === 'published') {
    const versionId = await secretariat.freezes(id, 'Final');
    const version = (await secretariat.versions(id)).find((each) => each.id === versionId);
    if (state === 'published')
      await secretariat.write('PUT', `/api/versions/${versionId}/publication`, { hash: version?.hash });
  }
  if (state === 'withdrawn') await secretariat.write('PUT', `/api/papers/${id}/withdrawal`, { reason: 'replaced' });
  return id;
}
