import { ensurePerson } from '../../server/groups/people.ts';
import { type Answer, ask, type SignInServer, startSignIn } from '../support/sign-in.ts';

const anna = { name: 'Anna Ek', email: 'anna@example.org' };
let server: SignInServer;

beforeAll(async () => {
  server = await startSignIn();
});
afterAll(() => server.close());

async function signIn(headers: Record<string, string> = {}): Promise<Answer> {
  const { session, cookies } = await server.signIn.signInAs(await ensurePerson(server.pool, anna), headers);
  const cookie = cookies.map((line) => line.split(';', 1).join('')).join('; ');
  return { status: 200, body: { sessionId: session.sessionId }, text: '', headers: new Headers(), cookie };
}
const statusFor = async (cookie: string): Promise<number> =>
  (await ask(server.url, 'GET', '/api/session', undefined, { cookie })).status;

describe('the cookie', () => {
  test('on loopback it is HttpOnly, Lax, of the whole site, without Secure and prefix', async () => {
    const answer = await ask(server.url, 'POST', '/api/session', { as: 'delegate-a' });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(answer.headers.getSetCookie()).toHaveLength(1);
    expect(attributesOf(cookie)).toEqual(['httponly', 'max-age=604800', 'path=/', 'samesite=lax']);
    expect(cookie).toMatch(/^rapporteur=[\w.%-]{60,}/);
  });

  test('over TLS it has the prefix __Host- and is Secure', async () => {
    const overTls = await startSignIn({ publicUrl: 'https://review.example.org' });
    try {
      const personId = await ensurePerson(overTls.pool, anna);
      const [cookie = ''] = (await overTls.signIn.signInAs(personId, {})).cookies;
      expect(cookie).toMatch(/^__Host-rapporteur=/);
      expect(attributesOf(cookie)).toEqual(['httponly', 'max-age=604800', 'path=/', 'samesite=lax', 'secure']);
      const sent = { cookie: cookie.split(';', 1).join('') };
      expect((await ask(overTls.url, 'GET', '/api/session', undefined, sent)).body.person?.email).toBe(anna.email);
      const away = await ask(overTls.url, 'DELETE', '/api/session', undefined, {
        ...sent,
        origin: 'https://review.example.org',
      });
      expect(away.headers.getSetCookie().join()).toMatch(/^__Host-rapporteur=; Max-Age=0.*Secure/);
    } finally {
      await overTls.close();
    }
  });

  test('without the signature by SECRET a token from the table is worth nothing', async () => {
    const { cookie } = await signIn();
    const { rows } = await server.pool.query<{ token: string }>(
      'select token from sessions order by created_at desc limit 1',
    );
    const token = rows[0]?.token ?? '';
    expect(decodeURIComponent(cookie)).toContain(`rapporteur=${token}.`);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(await statusFor(cookie)).toBe(200);
    expect(await statusFor(`rapporteur=${token}`)).toBe(401);
    expect(await statusFor(`rapporteur=${token}.${'A'.repeat(43)}=`)).toBe(401);
    expect(await statusFor(`rapporteur=${encodeURIComponent(`x${token.slice(1)}.${cookie.split('.')[1]}`)}`)).toBe(401);
  });
});

describe('a session', () => {
  test('ends after twelve hours without use, and each use counts', async () => {
    const { cookie } = await signIn();
    await age('updated_at', '11 hours');
    expect(await statusFor(cookie)).toBe(200);
    await age('updated_at', '11 hours');
    expect(await statusFor(cookie)).toBe(200);
    await age('updated_at', '12 hours 1 second');
    expect(await statusFor(cookie)).toBe(401);
  });

  test('ends after seven days however much it is used', async () => {
    const { cookie } = await signIn();
    await age('expires_at', '6 days 23 hours');
    expect(await statusFor(cookie)).toBe(200);
    await age('expires_at', '1 hour 1 second');
    expect(await statusFor(cookie)).toBe(401);
  });

  test('an open connection keeps it alive only by being used', async () => {
    const { sessionId } = (await signIn()).body;
    await age('updated_at', '11 hours');
    expect(await server.signIn.isOpen(String(sessionId), false)).toBe(true);
    await age('updated_at', '2 hours');
    expect(await server.signIn.isOpen(String(sessionId), true)).toBe(false);
  });

  test('sign-out closes it in the table and takes the cookie away', async () => {
    const { cookie } = await signIn();
    const answer = await ask(server.url, 'DELETE', '/api/session', undefined, { cookie });
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie().join()).toMatch(/^rapporteur=; Max-Age=0/);
    expect(await statusFor(cookie)).toBe(401);
    expect((await ask(server.url, 'DELETE', '/api/session')).status).toBe(204);
  });

  test('closing a person’s sessions closes all of theirs', async () => {
    const [first, second] = [await signIn(), await signIn()];
    await server.signIn.closeSessionsOf(await ensurePerson(server.pool, anna));
    expect([await statusFor(first.cookie), await statusFor(second.cookie)]).toEqual([401, 401]);
  });

  test('a cookie planted before sign-in is not the session after it, and the earlier session is over', async () => {
    const planted = await ask(server.url, 'POST', '/api/session', { as: 'delegate-a' });
    const after = await ask(server.url, 'POST', '/api/session', { as: 'delegate-a' }, { cookie: planted.cookie });
    expect(after.cookie).not.toBe(planted.cookie);
    expect([await statusFor(planted.cookie), await statusFor(after.cookie)]).toEqual([401, 200]);
    const invented = await ask(
      server.url,
      'POST',
      '/api/session',
      { as: 'delegate-a' },
      { cookie: 'rapporteur=chosen.by.another' },
    );
    expect(invented.cookie).not.toContain('chosen');
  });
});

describe('writes', () => {
  const link = { email: 'nobody@example.org' };
  const send = async (headers: Record<string, string>): Promise<number> =>
    (await ask(server.url, 'POST', '/api/session/link', link, headers)).status;

  test('of another site, another port, a subdomain, null or no origin are refused', async () => {
    const port = new URL(server.url).port;
    for (const origin of [
      'https://evil.example',
      'http://127.0.0.1:1',
      `https://127.0.0.1:${port}`,
      `${server.url}.evil.example`,
      'null',
      '',
    ])
      expect([origin, await send({ origin })]).toEqual([origin, 403]);
    const answer = await fetch(`${server.url}/api/session/link`, { method: 'POST' });
    expect(((await answer.json()) as { type: string }).type).toBe('/problems/foreign-origin');
  });

  test('that the browser calls cross-site are refused, same-origin ones pass', async () => {
    for (const [site, status] of [
      ['cross-site', 403],
      ['same-site', 403],
      ['same-origin', 202],
      ['none', 202],
    ] as const)
      expect([site, await send({ 'sec-fetch-site': site })]).toEqual([site, status]);
  });

  test('from this machine’s other names pass', async () => {
    const port = new URL(server.url).port;
    expect(await send({ origin: `http://localhost:${port}` })).toBe(202);
    expect(await send({ origin: `http://[::1]:${port}` })).toBe(202);
  });

  test('sign-out by another site’s page does nothing', async () => {
    const { cookie } = await signIn();
    expect(
      (await ask(server.url, 'DELETE', '/api/session', undefined, { cookie, origin: 'https://evil.example' })).status,
    ).toBe(403);
    expect(await statusFor(cookie)).toBe(200);
  });
});

describe('the sample', () => {
  const offered = async (at: SignInServer, headers: Record<string, string> = {}) => {
    const page = await ask(at.url, 'GET', '/api/sign-in', undefined, headers);
    const origin = at.config.publicUrl ?? at.url;
    const entry = await ask(at.url, 'POST', '/api/session', { as: 'delegate-a' }, { origin, ...headers });
    return [page.body.sampleGroup, entry.status];
  };

  test('is offered at this machine, by slug, without ids', async () => {
    expect(await offered(server)).toEqual(['CWG-X', 200]);
    const page = await ask(server.url, 'GET', '/api/sign-in');
    expect(page.body.sample).toEqual([
      { slug: 'delegate-a', name: 'Sample Person', role: 'delegate', organisation: 'Ruritania' },
    ]);
    expect((await ask(server.url, 'POST', '/api/session', { as: 'secretariat-of-nothing' })).body.type).toBe(
      '/problems/sample-gone',
    );
  });

  test('is closed to what a proxy forwards', async () => {
    expect(await offered(server, { 'x-forwarded-for': '203.0.113.7' })).toEqual([null, 404]);
    expect(await offered(server, { forwarded: 'for=127.0.0.1' })).toEqual([null, 404]);
  });

  test('is closed where a real database or a public address is set', async () => {
    for (const settings of [
      { databaseUrl: 'postgres://127.0.0.1/rapporteur' },
      { publicUrl: 'https://review.example.org' },
    ]) {
      const real = await startSignIn(settings);
      try {
        expect(await offered(real)).toEqual([null, 404]);
      } finally {
        await real.close();
      }
    }
  });
});

describe('every answer', () => {
  test('bears the headers that keep it from being framed, sniffed, cached or found', async () => {
    const { headers } = await ask(server.url, 'GET', '/api/sign-in');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(policy).toMatch(/style-src 'self' 'nonce-[\w+/]{22}=='/);
    expect(policy).toMatch(/frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'$/);
    expect(headers.get('content-security-policy-report-only')).toBe("require-trusted-types-for 'script'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('vary')).toBe('Cookie');
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect((await ask(server.url, 'GET', '/api/sign-in')).headers.get('content-security-policy')).not.toBe(policy);
  });
});

/** Makes every session look that much older. */
async function age(column: 'updated_at' | 'expires_at', by: string): Promise<void> {
  await server.pool.query(`update sessions set ${column} = ${column} - $1::interval`, [by]);
}

function attributesOf(cookie: string): string[] {
  return cookie
    .split('; ')
    .slice(1)
    .map((attribute) => attribute.toLowerCase())
    .sort();
}
