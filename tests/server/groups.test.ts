import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GroupPage, WhoAmI } from '../../shared/groups/contract.ts';
import { newId } from '../../shared/ids.ts';
import { Caller } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
let secretariat: Caller;
let groupId: string;

beforeAll(async () => {
  server = await startServer();
  secretariat = await server.as('secretariat');
  groupId = (await secretariat.papers())[0]?.groupId ?? '';
});
afterAll(() => server.stop());

const page = async (caller = secretariat) => (await caller.get<GroupPage>(`/api/groups/${groupId}`)).body;
const mails = () => {
  const folder = join(server.deps.config.dataDir, 'mails');
  return readdirSync(folder)
    .sort()
    .map((file) =>
      readFileSync(join(folder, file), 'utf8')
        .replace(/=\r?\n/g, '')
        .replace(/=3D/g, '='),
    );
};

test('an invited person signs in by mail and is a member, for the organisation that the secretariat named', async () => {
  const organisationId = newId<string>();
  await secretariat.write('PUT', `/api/groups/${groupId}/organisations/${organisationId}`, {
    name: 'An academy',
    kind: 'academia',
  });
  const email = 'invited@sample.invalid';
  await secretariat.write('PUT', `/api/groups/${groupId}/invitations/${newId()}`, {
    email,
    name: 'Invited',
    role: 'delegate',
    organisationId,
  });
  expect(mails().at(-1)).toContain('An academy');
  expect((await page()).invitations.map((invitation) => invitation.email)).toEqual([email]);

  const asks = { method: 'POST', headers: { origin: server.origin, 'content-type': 'application/json' } };
  expect((await fetch(`${server.origin}/api/session/link`, { ...asks, body: JSON.stringify({ email }) })).status).toBe(
    202,
  );
  await until(() => mails().some((mail) => mail.includes('token=')), 'the mail with the link');
  const token = /token=([\w-]+)/.exec(mails().find((mail) => mail.includes('token=')) ?? '')?.[1];
  const confirmed = await fetch(`${server.origin}/api/session/confirm`, { ...asks, body: JSON.stringify({ token }) });
  expect(confirmed.status).toBe(200);
  const who = (await confirmed.json()) as WhoAmI;
  expect(who.memberships).toMatchObject([{ role: 'delegate', organisation: { name: 'An academy' } }]);
  expect((await page()).members.map((member) => member.name)).toContain('Invited');
  expect((await page()).invitations).toEqual([]);

  const cookie = confirmed.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const invited = new Caller(server.origin, cookie);
  expect(await invited.papers()).toHaveLength(1);
  expect((await page(invited)).members.every((member) => member.email === null)).toBe(true);
});

test('G3 nobody is invited twice', async () => {
  const organisationId = (await page()).organisations[0]?.id;
  const wish = { email: 'chair@sample.invalid', name: 'Chair', role: 'delegate', organisationId };
  const reply = await secretariat.call<{ type: string }>('PUT', `/api/groups/${groupId}/invitations/${newId()}`, wish);
  expect(reply.body.type).toBe('/problems/already-member');
});

test('G4 the group keeps a secretariat, and a member who is removed reaches nothing any more', async () => {
  const members = (await page()).members;
  const idOf = (name: string) => members.find((member) => member.name === name)?.id;
  const reply = await secretariat.call<{ type: string }>(
    'DELETE',
    `/api/groups/${groupId}/members/${idOf('Secretariat 1')}`,
  );
  expect(reply.body.type).toBe('/problems/last-secretariat');
  const delegate = await server.as('delegate-c');
  const [paper] = await delegate.papers();
  await secretariat.write('DELETE', `/api/groups/${groupId}/members/${idOf('Delegate of C')}`);
  expect((await delegate.get(`/api/papers/${paper?.id}`)).status).toBe(404);
  expect((await delegate.get(`/api/groups/${groupId}`)).status).toBe(404);
});

test('the sample is removed in one action, and its sign-in is closed for good', async () => {
  const delegate = await server.as('delegate-a');
  await secretariat.write('DELETE', `/api/groups/${groupId}`);
  expect(await delegate.papers()).toEqual([]);
  expect(await (await fetch(`${server.origin}/api/sign-in`)).json()).toEqual({ sample: [], sampleGroup: null });
  await expect(server.as('secretariat')).rejects.toThrow(/404/);
});
