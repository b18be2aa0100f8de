import type { PoolClient } from 'pg';
import { newId } from '../../shared/ids.ts';
import { type Caller, quoteIn } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let secretariat: Caller;
let delegate: Caller;
let paperId: string;

beforeAll(async () => {
  server = await startServer();
  secretariat = await server.as('secretariat');
  delegate = await server.as('delegate-a');
  paperId = (await secretariat.papers())[0]?.id ?? '';
});
afterAll(() => server.stop());

/** Lets the n-th question of every transaction fail, as a database does that goes away in the middle. */
async function failingAt<T>(n: number, work: () => Promise<T>): Promise<T> {
  const { pool } = server.deps;
  const connect = pool.connect.bind(pool) as (...given: unknown[]) => unknown;
  const failing = async (...given: unknown[]): Promise<unknown> => {
    if (given.length > 0) return connect(...given);
    const client = (await connect()) as PoolClient;
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    const release = client.release.bind(client);
    let asked = 0;
    client.query = ((...words: unknown[]) => {
      asked += 1;
      return asked === n && words[0] !== 'rollback'
        ? Promise.reject(new Error('the database went away'))
        : query(...words);
    }) as typeof client.query;
    client.release = (broken) => {
      client.query = query as typeof client.query;
      client.release = release;
      release(broken);
    };
    return client;
  };
  pool.connect = failing as typeof pool.connect;
  try {
    return await work();
  } finally {
    pool.connect = connect as typeof pool.connect;
  }
}

/** Everything that a reader of the paper can see, as one text. */
async function everything(): Promise<string> {
  const [events, threads, paragraphs, versions] = await Promise.all([
    secretariat.get(`/api/papers/${paperId}/events?since=0`),
    secretariat.threads(paperId),
    secretariat.paragraphs(paperId),
    secretariat.versions(paperId),
  ]);
  return JSON.stringify([events.body, threads, paragraphs, versions]);
}

/** Fails a deed at its first question, its second, and so on, until it goes through; after each failure nothing has changed. */
async function survives(deed: () => Promise<{ status: number }>): Promise<number> {
  const before = await everything();
  for (let n = 1; n < 200; n++) {
    const { status } = await failingAt(n, deed);
    if (status < 300) return n;
    expect(status).toBe(500);
    expect(await everything()).toBe(before);
  }
  throw new Error('the deed never went through');
}

test('P1 whichever question of the database fails, a comment is there whole or not at all, and sent again it arrives once', async () => {
  const threadId = newId<string>();
  const text = (await delegate.paragraph(paperId, '6.2')).text;
  const paragraphId = (await delegate.paragraph(paperId, '6.2')).id;
  const wish = {
    anchor: { paragraphId, quote: quoteIn(text, 'only appropriate') },
    kind: 'substantive',
    text: 'Because of 7.2.',
    proposal: { mark: 'MOD', text: 'appropriate' },
  };
  const failures = await survives(() =>
    delegate.call('PUT', `/api/papers/${paperId}/threads/${threadId}`, wish, threadId),
  );
  expect(failures).toBeGreaterThan(10);
  expect((await delegate.threads(paperId)).map((thread) => thread.number)).toEqual([1]);
});

test('P1 whichever question fails, a proposal is applied with its answer, or neither is', async () => {
  const [thread] = await secretariat.threads(paperId);
  const id = newId<string>();
  const seen = (await secretariat.paragraph(paperId, '6.2')).text;
  const wish = { seen, answer: { answer: 'accepted', rationale: 'It agrees with 7.2.' } };
  const path = `/api/papers/${paperId}/threads/${thread?.id}/applications/${id}`;
  expect(await survives(() => secretariat.call('PUT', path, wish, id))).toBeGreaterThan(10);
  expect((await secretariat.paragraph(paperId, '6.2')).text).toBe(seen.replace('only appropriate', 'appropriate'));
});

test('P1 whichever question fails, a version is frozen whole or not at all', async () => {
  const id = newId<string>();
  expect(
    await survives(() => secretariat.call('PUT', `/api/papers/${paperId}/versions/${id}`, { name: 'Final' }, id)),
  ).toBeGreaterThan(10);
  expect((await secretariat.versions(paperId)).map((version) => version.number)).toEqual([1, 2]);
});
