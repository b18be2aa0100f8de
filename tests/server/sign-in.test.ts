import { getMigrations } from 'better-auth/db/migration';
import { makeAuth } from '../../server/groups/auth.ts';
import { ensurePerson } from '../../server/groups/people.ts';
import { ask, askWithHost, type SignInServer, startSignIn } from '../support/sign-in.ts';

let server: SignInServer;
const anna = { name: 'Anna Ek', email: 'anna@example.org' };

beforeEach(async () => {
  server = await startSignIn();
  await ensurePerson(server.pool, anna);
});
afterEach(() => server.close());

const tokenOf = (link: string): string => new URL(link).searchParams.get('token') ?? '';
const confirm = (link: string, headers?: Record<string, string>) =>
  ask(server.url, 'POST', '/api/session/confirm', { token: tokenOf(link) }, headers);
const whoAmI = (cookie: string) => ask(server.url, 'GET', '/api/session', undefined, { cookie });

describe('the mailed link', () => {
  test('P22 signs its reader in, once', async () => {
    const link = await server.linkFor(anna.email);
    const first = await confirm(link);
    expect(first.status).toBe(200);
    expect((await whoAmI(first.cookie)).body.person?.email).toBe(anna.email);
    const second = await confirm(link);
    expect([second.status, second.body.type, second.cookie]).toEqual([410, '/problems/link-spent', '']);
  });

  test('P22 ten confirmations at once open one session', async () => {
    const link = await server.linkFor(anna.email);
    const answers = await Promise.all(Array.from({ length: 10 }, () => confirm(link)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.cookie !== '')).toHaveLength(1);
    const { rows } = await server.pool.query('select id from sessions');
    expect(rows).toHaveLength(1);
  });

  test('P22 scanners that open it by HEAD, GET or prefetch consume nothing', async () => {
    const link = await server.linkFor(anna.email);
    const { search } = new URL(link);
    for (const path of [
      '/sign-in/confirm',
      '/api/session/confirm',
      '/api/session',
      '/api/auth/magic-link/verify',
      '/magic-link/verify',
    ])
      for (const [method, headers] of [
        ['HEAD', {}],
        ['GET', {}],
        ['GET', { 'sec-purpose': 'prefetch;prerender', purpose: 'prefetch' }],
      ] as const)
        expect((await ask(server.url, method, path + search, undefined, headers)).cookie).toBe('');
    expect((await confirm(link)).status).toBe(200);
  });

  test('P22 it ends after 15 minutes', async () => {
    const link = await server.linkFor(anna.email);
    const { rows } = await server.pool.query<{ minutes: number }>(
      'select round(extract(epoch from expires_at - clock_timestamp()) / 60)::int as minutes from verifications',
    );
    expect(rows).toEqual([{ minutes: 15 }]);
    await server.pool.query(`update verifications set expires_at = expires_at - interval '16 minutes'`);
    expect((await confirm(link)).body.type).toBe('/problems/link-spent');
  });

  test('P22 of a thousand guesses none signs in, and they are slowed down', async () => {
    const link = await server.linkFor(anna.email);
    const counts = new Map<number, number>();
    for (let guess = 0; guess < 1000; guess++) {
      const { status } = await ask(server.url, 'POST', '/api/session/confirm', {
        token: guessOf(guess, tokenOf(link)),
      });
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({ 410: 299, 429: 701 });
  });

  test('P22 a forged Host appears in no link', async () => {
    const body = { email: anna.email };
    expect(await askWithHost(server.url, 'evil.example', '/api/session/link', body)).toBe(202);
    await ask(server.url, 'POST', '/api/session/link', body, { 'x-forwarded-host': 'evil.example' });
    await ask(server.url, 'POST', '/api/session/link', body, { forwarded: 'host=evil.example;proto=https' });
    const links = (await server.mails()).map((mail) => new URL(mail.link).origin);
    expect(links).toEqual([server.url, server.url, server.url]);
  });

  test('P22 known and unknown addresses get the same answer, the unknown one no mail', async () => {
    const [known, unknown] = [
      await ask(server.url, 'POST', '/api/session/link', { email: anna.email }),
      await ask(server.url, 'POST', '/api/session/link', { email: 'nobody@example.org' }),
    ];
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
    expect(namesOf(unknown.headers)).toEqual(namesOf(known.headers));
    expect((await server.mails()).map((mail) => mail.to)).toEqual([anna.email]);
  });

  test('an invited address gets one and becomes a person by it; after withdrawal it does not', async () => {
    server.invited.set('ben@example.org', 'Ben Okri');
    const link = await server.linkFor('ben@example.org');
    const later = await server.linkFor('ben@example.org');
    server.invited.clear();
    expect((await confirm(later)).body.type).toBe('/problems/link-spent');
    server.invited.set('ben@example.org', 'Ben Okri');
    expect((await confirm(link)).body.person).toMatchObject({ name: 'Ben Okri', email: 'ben@example.org' });
  });

  test('the table keeps no token that could be used', async () => {
    const link = await server.linkFor(anna.email);
    const { rows } = await server.pool.query<{ row: string }>('select v::text as row from verifications v');
    expect(rows[0]?.row).not.toContain(tokenOf(link));
    expect(Buffer.from(tokenOf(link), 'base64url')).toHaveLength(32);
  });

  test('proving an address closes the sessions that somebody opened in its name before', async () => {
    const personId = await ensurePerson(server.pool, anna);
    const { session } = await server.signIn.signInAs(personId, {});
    await confirm(await server.linkFor(anna.email));
    expect(await server.signIn.isOpen(session.sessionId, false)).toBe(false);
  });
});

describe('rates', () => {
  test('one address gets five mails an hour, known or not', async () => {
    for (const email of [anna.email, 'nobody@example.org']) {
      const answers = [];
      for (let at = 0; at < 6; at++) answers.push(await ask(server.url, 'POST', '/api/session/link', { email }));
      expect(answers.map((answer) => answer.status)).toEqual([202, 202, 202, 202, 202, 429]);
      expect(Number(answers[5]?.headers.get('retry-after'))).toBeGreaterThan(3000);
    }
    expect(await server.mails()).toHaveLength(5);
    await server.pool.query(
      `update rate_counts set instants = array(select t - interval '1 hour' from unnest(instants) t)`,
    );
    expect((await ask(server.url, 'POST', '/api/session/link', { email: anna.email })).status).toBe(202);
  });

  test('one account is signed in to ten times in a quarter of an hour; the link of the eleventh is not spent', async () => {
    for (let at = 0; at < 10; at++) {
      await server.pool.query(`delete from rate_counts where what = 'sign-in mail'`);
      expect((await confirm(await server.linkFor(anna.email))).status).toBe(200);
    }
    await server.pool.query(`delete from rate_counts where what = 'sign-in mail'`);
    const link = await server.linkFor(anna.email);
    expect((await confirm(link)).status).toBe(429);
    await server.pool.query('delete from rate_counts');
    expect((await confirm(link)).status).toBe(200);
  });

  test('many at once are counted one by one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => ask(server.url, 'POST', '/api/session/link', { email: 'nobody@example.org' })),
    );
    expect(answers.filter((answer) => answer.status === 202)).toHaveLength(5);
  });
});

describe('the tables', () => {
  test('better-auth misses no table and no column', async () => {
    const { pool, config } = server;
    const { options } = makeAuth({ pool, config, log: { warn: () => {}, error: () => {} }, mailLink: async () => {} });
    const { toBeCreated, toBeAdded } = await getMigrations(options);
    expect([toBeCreated, toBeAdded]).toEqual([[], []]);
  });
});

/** A guess that is near: the true token with one letter changed, a part of it, or a number. */
function guessOf(number: number, token: string): string {
  const at = number % token.length;
  const letter = token[at] === 'A' ? 'B' : 'A';
  return (
    [token.slice(0, at) + letter + token.slice(at + 1), token.slice(0, 1 + at).slice(0, -1) || '0', `${number}`][
      number % 3
    ] ?? '0'
  );
}

function namesOf(headers: Headers): string[] {
  return [...headers.keys()].sort();
}
