import { ensurePerson } from '../../server/groups/people.ts';
import { hasAdministrator, makeSetUpLink } from '../../server/groups/set-up.ts';
import { type Answer, ask, type SignInServer, startSignIn } from '../support/sign-in.ts';

let server: SignInServer;
beforeEach(async () => {
  server = await startSignIn();
});
afterEach(() => server.close());

const newLink = () => makeSetUpLink(server.pool, 'https://review.example.org');

function setUp(
  link: string,
  changes: { email?: string; zone?: string } = {},
  headers?: Record<string, string>,
): Promise<Answer> {
  const { email = 'ada@example.org', zone = 'Europe/Zurich' } = changes;
  const group = { acronym: 'CWG-X', name: 'Working group X', zone, place: 'Geneva' };
  const token = new URL(link).searchParams.get('token');
  return ask(server.url, 'POST', '/api/setup', { token, name: 'Ada Byron', email, group }, headers);
}

test('P22 the set-up link makes its user administrator and signs them in, once', async () => {
  const link = await newLink();
  expect(link).toMatch(/^https:\/\/review\.example\.org\/setup\?token=[\w-]{43}$/);
  expect(await hasAdministrator(server.pool)).toBe(false);
  const answer = await setUp(link);
  expect([answer.status, answer.body.person?.email]).toEqual([201, 'ada@example.org']);
  expect(await hasAdministrator(server.pool)).toBe(true);
  expect((await ask(server.url, 'GET', '/api/session', undefined, { cookie: answer.cookie })).status).toBe(200);
  const again = await setUp(link, { email: 'eve@example.org' });
  expect([again.status, again.body.type, again.cookie]).toEqual([410, '/problems/setup-spent', '']);
  expect(server.groups).toEqual(['CWG-X']);
});

test('two uses at once make one administrator and one group', async () => {
  const link = await newLink();
  const answers = await Promise.all(['a', 'b', 'c', 'd'].map((name) => setUp(link, { email: `${name}@example.org` })));
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 410, 410, 410]);
  const { rows } = await server.pool.query('select from administrators');
  expect([rows.length, server.groups.length]).toEqual([1, 1]);
});

test('when the group cannot be made, nothing has happened and the link still works', async () => {
  const link = await newLink();
  expect((await setUp(link, { zone: 'Nowhere/Land' })).status).toBe(500);
  expect(await hasAdministrator(server.pool)).toBe(false);
  expect((await setUp(link)).status).toBe(201);
});

test('using one link ends the others, and a day ends them all', async () => {
  const [first, second] = [await newLink(), await newLink()];
  expect((await setUp(first)).status).toBe(201);
  expect((await setUp(second, { email: 'eve@example.org' })).status).toBe(410);
  const third = await newLink();
  await server.pool.query(`update set_up_links set made_at = made_at - interval '25 hours', used_at = null`);
  expect((await setUp(third, { email: 'eve@example.org' })).status).toBe(410);
});

test('P12 nobody becomes another person by it', async () => {
  const victim = await ensurePerson(server.pool, { name: 'Vera', email: 'vera@example.org' });
  const link = await newLink();
  const stolen = await setUp(link, { email: 'vera@example.org' });
  expect([stolen.status, stolen.cookie]).toEqual([401, '']);
  const { cookies } = await server.signIn.signInAs(victim, {});
  const own = await setUp(link, { email: 'vera@example.org' }, { cookie: cookies.join('').split(';', 1).join('') });
  expect([own.status, own.body.person?.email]).toEqual([201, 'vera@example.org']);
});
