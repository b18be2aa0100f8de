import { newId } from '../../shared/ids.ts';
import type { Caller } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
let secretariat: Caller;
let chair: Caller;
let delegate: Caller;
let observer: Caller;
let paperId: string;

beforeAll(async () => {
  server = await startServer();
  [secretariat, chair, delegate, observer] = (await Promise.all(
    ['secretariat', 'chair', 'delegate-a', 'observer'].map((slug) => server.as(slug)),
  )) as [Caller, Caller, Caller, Caller];
  paperId = (await secretariat.papers())[0]?.id ?? '';
});
afterAll(() => server.stop());

const roundOf = async () => (await secretariat.paper(paperId)).round;
const changes = async (body: object) =>
  secretariat.write('PUT', `/api/papers/${paperId}/rounds/${(await roundOf())?.id}`, body, newId());
const speaks = (caller: Caller) =>
  caller.call<{ type?: string; thread?: { opening: { stamp: string | null } } }>(
    'PUT',
    `/api/papers/${paperId}/threads/${newId()}`,
    {
      anchor: null,
      kind: 'general',
      text: 'A word.',
    },
  );

test('O1 a second round cannot be opened while one is open', async () => {
  const reply = await secretariat.call<{ type: string }>('PUT', `/api/papers/${paperId}/rounds/${newId()}`, {
    closesAt: '2099-01-01T00:00:00Z',
  });
  expect(reply.body.type).toBe('/problems/round-open');
});

test('T1 observers speak only if the round says so', async () => {
  expect((await speaks(observer)).body.type).toBe('/problems/not-allowed');
});

test('O2 an extension needs a reason and a later instant', async () => {
  const round = await roundOf();
  const path = `/api/papers/${paperId}/rounds/${round?.id}`;
  const later = new Date(Date.parse(round?.closesAt ?? '') + 3_600_000).toISOString();
  const typeOf = async (body: object) =>
    (await secretariat.call<{ type: string }>('PUT', path, body, newId())).body.type;
  expect(await typeOf({ closesAt: later })).toBe('/problems/reason-missing');
  expect(await typeOf({ closesAt: round?.closesAt, reason: 'x' })).toBe('/problems/closing-not-later');
  expect((await changes({ closesAt: later, reason: 'Two delegations asked for it.' })).kind).toBe('round.extended');
});

test('a round that closes refuses members in words, and lets the hosts and the author of a thread go on', async () => {
  const threadId = await delegate.opensThread(paperId, '6.2', { text: 'Before closing.' });
  await changes({ closesAt: '2099-01-01T00:00:00Z', close: true, reason: 'Everybody has spoken.' });
  const refused = await speaks(delegate);
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({ type: '/problems/round-closed', mend: expect.stringMatching(/secretariat/) });
  expect((await speaks(chair)).body.thread?.opening.stamp).toBeNull();
  const reply = (caller: Caller) =>
    caller.call<{ type?: string }>('PUT', `/api/papers/${paperId}/threads/${threadId}/comments/${newId()}`, {
      text: 'After closing.',
    });
  expect((await reply(delegate)).status).toBe(201);
  expect((await reply(secretariat)).status).toBe(201);
  expect((await reply(await server.as('delegate-b'))).body.type).toBe('/problems/round-closed');
});

test('K1 what comes between the first closing and an extended one is stamped so, and late comments as the round says', async () => {
  const roundId = newId<string>();
  const soon = new Date(Date.now() + 700).toISOString();
  await secretariat.write(
    'PUT',
    `/api/papers/${paperId}/rounds/${roundId}`,
    { closesAt: soon, acceptsLate: true, observersMayComment: true },
    roundId,
  );
  expect((await speaks(delegate)).body.thread?.opening.stamp).toBe('in time');
  expect((await speaks(observer)).body.thread?.opening.stamp).toBe('in time');
  await until(() => Date.now() > Date.parse(soon) + 20, 'the closing');
  expect((await speaks(delegate)).body.thread?.opening.stamp).toBe('late');
  const later = new Date(Date.now() + 3_600_000).toISOString();
  await changes({ closesAt: later, reason: 'More time.', acceptsLate: false });
  expect((await speaks(delegate)).body.thread?.opening.stamp).toBe('extended');
});

test('the closing is told to everybody at its second, also when nobody does anything', async () => {
  await changes({ closesAt: '2099-01-01T00:00:00Z', close: true, reason: 'Again.' });
  const roundId = newId<string>();
  const soon = new Date(Date.now() + 600).toISOString();
  await secretariat.write('PUT', `/api/papers/${paperId}/rounds/${roundId}`, { closesAt: soon }, roundId);
  await until(async () => (await roundOf())?.closedAt !== null, 'the closing to be told');
  const { events } = (
    await secretariat.get<{ events: { kind: string; early?: boolean; at: string }[] }>(
      `/api/papers/${paperId}/events?since=0`,
    )
  ).body;
  const told = events.at(-1);
  expect(told).toMatchObject({ kind: 'round.closed', early: false });
  expect(Date.parse(told?.at ?? '')).toBeGreaterThanOrEqual(Date.parse(soon));
});

test('T2 a point received by e-mail is entered for an organisation, stamped by when it was received, with both persons', async () => {
  const { organisations } = (
    await secretariat.get<{ organisations: { id: string; name: string }[] }>(
      `/api/groups/${(await secretariat.paper(paperId)).groupId}`,
    )
  ).body;
  const organisationId = organisations.find((each) => each.name === 'Delegation B')?.id;
  const round = await roundOf();
  const enters = (receivedAt: string, caller = secretariat) =>
    caller.call<{ type?: string; thread: { opening: { stamp: string; speaker: object }; received: object } }>(
      'PUT',
      `/api/papers/${paperId}/threads/${newId()}`,
      {
        anchor: null,
        kind: 'general',
        text: 'By letter.',
        onBehalf: { organisationId, name: 'The ministry', by: 'letter', receivedAt },
      },
    );
  const inTime = await enters(new Date(Date.parse(round?.closesAt ?? '') - 1).toISOString());
  expect(inTime.body.thread.opening).toMatchObject({
    stamp: 'in time',
    speaker: { organisation: 'Delegation B', name: 'The ministry', enteredBy: 'Secretariat 1' },
  });
  expect((await enters(round?.closesAt ?? '')).body.thread.opening.stamp).toBe('late');
  expect((await enters('2099-01-01T00:00:00Z')).body.type).toBe('/problems/received-in-the-future');
  expect((await enters(new Date(0).toISOString(), delegate)).body.type).toBe('/problems/not-allowed');
});
