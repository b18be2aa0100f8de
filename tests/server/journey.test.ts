import type { Comparison } from '../../shared/changes/contract.ts';
import { newId } from '../../shared/ids.ts';
import { sha256 } from '../../shared/versions/chain.ts';
import type { VersionContent } from '../../shared/versions/contract.ts';
import type { Caller } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let secretariat: Caller;
let delegateA: Caller;
let delegateB: Caller;
let paperId: string;

beforeAll(async () => {
  server = await startServer();
  secretariat = await server.as('secretariat');
  delegateA = await server.as('delegate-a');
  delegateB = await server.as('delegate-b');
  paperId = (await secretariat.papers())[0]?.id ?? '';
});
afterAll(() => server.stop());

test('the whole way of a text, from a comment to the published final, each change with its reason', async () => {
  const threadId = await delegateA.opensThread(paperId, '6.2', {
    quote: 'only appropriate to acknowledge',
    mark: 'MOD',
    wording: 'appropriate to welcome',
    text: '7.2 welcomes it.',
  });
  await delegateB.write('PUT', `/api/papers/${paperId}/threads/${threadId}/position`, { stance: 'supports', text: '' });
  const seen = (await secretariat.paragraph(paperId, '6.2')).text;
  await secretariat.write('PUT', `/api/papers/${paperId}/threads/${threadId}/applications/${newId()}`, {
    seen,
    answer: { answer: 'accepted', rationale: 'It agrees with 7.2.' },
  });
  expect((await delegateA.paragraph(paperId, '6.2')).text).toContain('it is appropriate to welcome the value');

  const [thread] = await delegateA.threads(paperId);
  expect(thread).toMatchObject({
    number: 1,
    opening: { stamp: 'in time', speaker: { organisation: 'Delegation A' } },
    positions: [{ organisation: 'Delegation B', stance: 'supports' }],
    dispositions: [{ answer: 'accepted', rationale: 'It agrees with 7.2.', by: 'Secretariat 1' }],
  });

  const finalId = await secretariat.freezes(paperId, 'Final');
  const [draft1] = await secretariat.versions(paperId);
  const compared = (await delegateB.get<Comparison>(`/api/versions/${draft1?.id}/compare/${finalId}`)).body;
  const changes = compared.rows.flatMap((row) => ('change' in row ? [row.change] : []));
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatchObject({
    kind: 'changed',
    after: { address: '6.2' },
    reasons: [{ thread: { number: 1, organisation: 'Delegation A', answer: 'accepted' } }],
  });

  const text = (
    await fetch(`${server.origin}/api/versions/${finalId}`, { headers: { cookie: secretariat.cookie } })
  ).text();
  const hash = await sha256(await text);
  await secretariat.write('PUT', `/api/versions/${finalId}/publication`, { hash });
  const page = await fetch(`${server.origin}/p/WG-CP-11-OR/2`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('appropriate to welcome the value');
  const canonical = await fetch(`${server.origin}/p/WG-CP-11-OR/2.json`);
  const published = await canonical.text();
  expect(await sha256(published)).toBe(hash);
  expect((JSON.parse(published) as VersionContent).previous).toBe(draft1?.hash);
});

test('V1 publishing names the hash that was seen, and asks for a reason while threads stand unanswered', async () => {
  await delegateB.opensThread(paperId, '6.3', { text: 'Please check the date.' });
  const versionId = await secretariat.freezes(paperId, 'Final 2');
  const version = (await secretariat.versions(paperId)).find((each) => each.id === versionId);
  const publish = (body: unknown) =>
    secretariat.call<Record<string, unknown>>('PUT', `/api/versions/${versionId}/publication`, body);
  expect((await publish({ hash: '0'.repeat(64) })).status).toBe(409);
  const refused = await publish({ hash: version?.hash });
  expect(refused.body).toMatchObject({ type: '/problems/threads-unanswered', numbers: [2] });
  const made = await publish({ hash: version?.hash, reason: 'The date is checked after publication.' });
  expect(made.status).toBe(201);
  expect((await publish({ hash: version?.hash, reason: 'again' })).body).toMatchObject({
    type: '/problems/already-published',
  });
  expect(await (await fetch(`${server.origin}/p/WG-CP-11-OR`)).text()).toContain(
    'The date is checked after publication.',
  );
});

test('a reader at a wrong address gets a page that says so, and a script the problem', async () => {
  for (const address of ['/p/WG-NONE', '/p/WG-CP-11-OR/99', '/p/WG-CP-11-OR/x', '/p/%00', '/p/%E0%A4%A']) {
    const page = await fetch(server.origin + address, { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('There is nothing here for you.');
    const problem = await fetch(server.origin + address);
    expect(problem.headers.get('content-type')).toContain('application/problem+json');
    expect(problem.status).toBeLessThan(500);
  }
});

test('an earlier version comes back as a new change, and the versions in between stay', async () => {
  const [draft1] = await secretariat.versions(paperId);
  await secretariat.write('PUT', `/api/papers/${paperId}/restorations/${newId()}`, {
    versionId: draft1?.id,
    reason: 'The group decided to go back.',
  });
  expect((await delegateA.paragraph(paperId, '6.2')).text).toContain('only appropriate to acknowledge');
  expect(await secretariat.versions(paperId)).toHaveLength(3);
});

test('U1 a proposal on a paragraph that has changed since shows both and applies nothing', async () => {
  const threadId = await delegateA.opensThread(paperId, '7.1', { quote: 'posted', mark: 'MOD', wording: 'published' });
  const other = await delegateB.opensThread(paperId, '7.1', {
    quote: 'allow members',
    mark: 'MOD',
    wording: 'invite members',
  });
  const seen = (await secretariat.paragraph(paperId, '7.1')).text;
  const apply = (thread: string, body: unknown) =>
    secretariat.call<Record<string, unknown>>(
      'PUT',
      `/api/papers/${paperId}/threads/${thread}/applications/${newId()}`,
      body,
    );
  expect((await apply(other, { seen })).status).toBe(201);
  const refused = await apply(threadId, { seen });
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({ type: '/problems/text-changed', before: seen });
  const today = (await secretariat.paragraph(paperId, '7.1')).text;
  expect(refused.body).toMatchObject({ today, proposed: today.replace('posted', 'published') });
  expect((await apply(threadId, { seen: today, wording: today.replace('posted', 'put online') })).status).toBe(201);
  expect((await delegateA.paragraph(paperId, '7.1')).text).toContain('invite members');
  expect((await delegateA.paragraph(paperId, '7.1')).text).toContain('put online');
});

test('the same request twice does one thing, and its key does not serve for another', async () => {
  const threadId = newId<string>();
  const path = `/api/papers/${paperId}/threads/${threadId}`;
  const wish = { anchor: null, kind: 'general', text: 'A general remark.' };
  const first = await delegateA.call('PUT', path, wish, threadId);
  const second = await delegateA.call('PUT', path, wish, threadId);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body).toEqual(first.body);
  const other = await delegateA.call('PUT', path, { ...wish, text: 'Another remark.' }, threadId);
  expect(other.body).toMatchObject({ status: 422, type: '/problems/key-reused' });
  expect((await delegateA.threads(paperId)).filter((thread) => thread.id === threadId)).toHaveLength(1);
});
