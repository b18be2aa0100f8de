import { readFileSync } from 'node:fs';
import { newId } from '../../shared/ids.ts';
import type { ImportPreview } from '../../shared/papers/contract.ts';
import type { Caller } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let secretariat: Caller;
let groupId: string;
const report = readFileSync('tests/fixtures/outcome-report.docx');

beforeAll(async () => {
  server = await startServer();
  secretariat = await server.as('secretariat');
  groupId = (await secretariat.papers())[0]?.groupId ?? '';
});
afterAll(() => server.stop());

/** Sends a file as a browser's form does. */
async function sends(
  caller: Caller,
  file: { name: string; bytes: Uint8Array<ArrayBuffer> },
  fields: Record<string, string>,
  { preview = false, key = newId<string>() } = {},
): Promise<{ status: number; body: { type?: string; id?: string } & Partial<ImportPreview> }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([file.bytes]), file.name);
  const reply = await fetch(`${server.origin}/api/papers${preview ? '?preview=1' : ''}`, {
    method: 'POST',
    headers: { cookie: caller.cookie, origin: server.origin, 'idempotency-key': key },
    body: form,
  });
  return { status: reply.status, body: (await reply.json()) as { type?: string; id?: string } };
}
const word = { name: 'outcome-report.docx', bytes: new Uint8Array(report) };

test('a preview shows every paragraph and stores nothing', async () => {
  const before = (await secretariat.papers()).length;
  const { status, body } = await sends(secretariat, word, { groupId }, { preview: true });
  expect(status).toBe(200);
  expect(body.paragraphs).toHaveLength(47);
  expect(body.title).toMatch(/^Outcome report/);
  expect(await secretariat.papers()).toHaveLength(before);
});

test('posted twice with the same key it is one paper; another symbol or file needs another key', async () => {
  const key = newId<string>();
  const first = await sends(secretariat, word, { groupId, symbol: 'POST/1' }, { key });
  const again = await sends(secretariat, word, { groupId, symbol: 'POST/1' }, { key });
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.body.id).toBe(first.body.id);
  expect((await sends(secretariat, word, { groupId, symbol: 'POST/2' }, { key })).body.type).toBe(
    '/problems/key-reused',
  );
  expect(await secretariat.paragraphs(first.body.id ?? '')).toHaveLength(47);
});

test('a symbol is given once: also where only its slashes differ, and after a paper was renamed', async () => {
  const { body } = await sends(secretariat, word, { groupId, symbol: 'TAKEN/1' });
  expect((await sends(secretariat, word, { groupId, symbol: 'TAKEN-1' })).body.type).toBe('/problems/symbol-taken');
  await secretariat.write('PUT', `/api/papers/${body.id}`, { symbol: 'TAKEN/2', title: 'Renamed', language: 'en' });
  expect((await sends(secretariat, word, { groupId, symbol: 'TAKEN/1' })).body.type).toBe('/problems/symbol-taken');
});

const refusals: [string, { name: string; bytes: Uint8Array<ArrayBuffer> }, string][] = [
  ['no Word file', { name: 'report.docx', bytes: new TextEncoder().encode('hello') }, 'not-a-word-file'],
  [
    'a kind that cannot be read',
    { name: 'report.pdf', bytes: new TextEncoder().encode('%PDF-1.7') },
    'unknown-file-kind',
  ],
  ['a truncated file', { name: 'report.docx', bytes: new Uint8Array(report.subarray(0, 7000)) }, 'damaged-file'],
  ['an empty file', { name: 'report.docx', bytes: new Uint8Array() }, 'empty-file'],
  ['a file of over 25 MB', { name: 'report.docx', bytes: new Uint8Array(26_300_000) }, 'file-too-large'],
];
test.each(refusals)('%s is refused in words, and nothing is half made', async (_what, file, slug) => {
  const before = (await secretariat.papers()).length;
  const { body } = await sends(secretariat, file, { groupId, symbol: `REFUSED/${slug}` });
  expect(body.type).toBe(`/problems/${slug}`);
  expect(await secretariat.papers()).toHaveLength(before);
  expect((await sends(secretariat, word, { groupId, symbol: `REFUSED/${slug}` })).status).toBe(201);
});

test('only the secretariat posts, also no preview for others', async () => {
  const delegate = await server.as('delegate-a');
  expect((await sends(delegate, word, { groupId }, { preview: true })).body.type).toBe('/problems/not-allowed');
  expect((await sends(delegate, word, { groupId, symbol: 'X/1' })).body.type).toBe('/problems/not-allowed');
});
