import { newId } from '../../shared/ids.ts';
import type { Caller } from '../support/people.ts';
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
  const threadId = await delegate.opensThread(paperId, '6.2', {
    quote: 'only appropriate',
    mark: 'MOD',
    wording: 'appropriate',
  });
  const at = `/api/papers/${paperId}/threads/${threadId}`;
  await (await server.as('delegate-b')).write('PUT', `${at}/position`, { stance: 'supports' });
  await delegate.write('PUT', `${at}/comments/${newId()}`, { text: 'One more word.' });
  const seen = (await secretariat.paragraph(paperId, '6.2')).text;
  const application = newId<string>();
  await secretariat.write('PUT', `${at}/applications/${application}`, {
    seen,
    answer: { answer: 'accepted', rationale: 'Yes.' },
  });
  await secretariat.write('PUT', `${at}/applications/${application}`, { seen, undo: true });
  const versionId = await secretariat.freezes(paperId, 'Final');
  const version = (await secretariat.versions(paperId)).find((each) => each.id === versionId);
  await secretariat.write('PUT', `/api/versions/${versionId}/publication`, { hash: version?.hash });
  await secretariat.write('PUT', `/api/papers/${paperId}/drafters`, { memberIds: [] });
  const [draft1] = await secretariat.versions(paperId);
  await secretariat.write('PUT', `/api/papers/${paperId}/restorations/${newId()}`, {
    versionId: draft1?.id,
    reason: 'Back.',
  });
  const paragraphId = (await secretariat.paragraph(paperId, '7.1')).id;
  const other = await delegate.opensThread(paperId, '7.1', { quote: 'posted', mark: 'MOD', wording: 'published' });
  const text = (await secretariat.paragraph(paperId, '7.1')).text;
  await secretariat.write('PUT', `/api/papers/${paperId}/threads/${other}/applications/${newId()}`, { seen: text });
  await secretariat.write('PUT', `/api/papers/${paperId}/reasons/${newId()}`, {
    older: draft1?.id,
    newer: null,
    paragraphId,
    text: 'Editorial.',
  });
});
afterAll(() => server.stop());

const HISTORY = [
  'events',
  'draft_updates',
  'versions',
  'threads',
  'comments',
  'positions',
  'dispositions',
  'applications',
  'application_undoings',
  'change_reasons',
  'publications',
  'sources',
];

test.each(HISTORY)('P19 the application’s own role of the database changes no row of %s', async (table) => {
  const { pool } = server.deps;
  const before = await pool.query(
    `select md5(string_agg(t::text, '|' order by t::text)) as sum, count(*)::int as count from ${table} t`,
  );
  expect(before.rows[0].count).toBeGreaterThan(0);
  const { rows: columns } = await pool.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_schema = 'public' and table_name = $1`,
    [table],
  );
  for (const { column_name: column } of columns.filter((each) => each.column_name !== 'withdrawn_at'))
    await expect(pool.query(`update ${table} set "${column}" = "${column}"`)).rejects.toThrow();
  await expect(pool.query(`delete from ${table}`)).rejects.toThrow();
  await expect(pool.query(`truncate ${table} cascade`)).rejects.toThrow();
  const after = await pool.query(`select md5(string_agg(t::text, '|' order by t::text)) as sum from ${table} t`);
  expect(after.rows[0].sum).toBe(before.rows[0].sum);
});

test('P19 a thread is taken back once, and only so', async () => {
  const { pool } = server.deps;
  const id = await delegate.opensThread(paperId, null, { text: 'To be taken back.' });
  await delegate.write('PUT', `/api/papers/${paperId}/threads/${id}/withdrawal`, { withdrawn: true });
  await expect(pool.query('update threads set withdrawn_at = null where id = $1', [id])).rejects.toThrow();
  await expect(pool.query('update threads set withdrawn_at = clock_timestamp() where id = $1', [id])).rejects.toThrow();
});

test('the history of the paper tells every event once, in order, with who and in whose name', async () => {
  const { events } = (
    await delegate.get<{ events: { seq: number; kind: string; by: { name: string; organisation: string } }[] }>(
      `/api/papers/${paperId}/events?since=0`,
    )
  ).body;
  expect(events.map((event) => event.seq)).toEqual(events.map((_, at) => at + 1));
  expect(events.filter((event) => event.by.name === '').map((event) => event.kind)).toEqual([]);
  expect(events.find((event) => event.kind === 'thread.opened')?.by).toMatchObject({
    name: 'Delegate of A',
    organisation: 'Delegation A',
  });
  const tail = (await delegate.get<{ events: { seq: number }[] }>(`/api/papers/${paperId}/events?since=5`)).body.events;
  expect(tail[0]?.seq).toBe(6);
});

test('how a paragraph came to be: its versions, the threads on it and what was answered, in the order of time', async () => {
  const { id } = await delegate.paragraph(paperId, '6.2');
  const { body } = await delegate.get<{ steps: { kind: string; name?: string; answer?: string }[] }>(
    `/api/papers/${paperId}/paragraphs/${id}/history`,
  );
  expect(body.steps.map((step) => step.kind)).toEqual(['version', 'thread', 'version']);
  expect(body.steps[1]).toMatchObject({ answer: 'accepted', organisation: 'Delegation A' });
  const page = await fetch(`${server.origin}/p/WG-CP-11-OR/2/paragraphs/${id}`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('Delegation A');
});
