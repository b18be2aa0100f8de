import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import pino from 'pino';
import { z } from 'zod';
import { readInput } from '../../server/http/input.ts';
import { jsonBody, networkOf } from '../../server/http/limits.ts';
import { problemReply } from '../../server/http/problem-reply.ts';
import { PROBLEMS, Problem } from '../../shared/problems.ts';

const lines: string[] = [];
const log = pino({ level: 'info' }, { write: (line) => void lines.push(line) });
const wish = z.strictObject({ name: z.string().min(1), group: z.strictObject({ zone: z.string() }) });

const failures: Record<string, () => unknown> = {
  problem: () => new Problem('threads-unanswered', { numbers: [1, 4], status: 999, type: 'forged' }),
  waiting: () => new Problem('too-many', { retryAfter: 61 }),
  lock: () => Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' }),
  nul: () => Object.assign(new Error('invalid byte sequence for encoding "UTF8": 0x00'), { code: '22021' }),
  unique: () =>
    Object.assign(new Error('duplicate key'), {
      code: '23505',
      constraint: 'one',
      detail: 'Key (text)=(secret draft)',
    }),
  thrown: () => 'a word',
};

const app = express();
app.use(jsonBody);
app.post('/wish', (req, res) => void res.json(readInput(wish, req.body)));
app.post('/parsed', (req, res) => void res.json(wish.parse(req.body)));
app.get('/late', (_req, res) => {
  res.write('half');
  throw new Error('too late');
});
app.get('/fails/:how', async (req) => {
  throw failures[req.params.how]?.();
});
app.use(problemReply(log));
const server = createServer(app);

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => lines.splice(0));

async function get(path: string, init?: RequestInit) {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init);
  const body = (await answer.json()) as Record<string, unknown>;
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    wait: answer.headers.get('retry-after'),
    body,
  };
}
const post = (path: string, body: string) =>
  get(path, { method: 'POST', body, headers: { 'content-type': 'application/json' } });

test('a problem comes as problem details with its remedy and facts, and facts never take its place', async () => {
  const { title, mend } = PROBLEMS['threads-unanswered'];
  expect(await get('/fails/problem')).toEqual({
    status: 409,
    type: 'application/problem+json; charset=utf-8',
    wait: null,
    body: { type: '/problems/threads-unanswered', title, status: 409, mend, numbers: [1, 4] },
  });
  expect(lines).toEqual([]);
});

test('what is to be tried later says when', async () => {
  expect(await get('/fails/waiting')).toMatchObject({ status: 429, wait: '61' });
  expect(await get('/fails/lock')).toMatchObject({ status: 503, wait: '2', body: { type: '/problems/busy' } });
});

test('input that does not fit is answered field by field, without its values', async () => {
  const body = JSON.stringify({ name: '', group: { zone: 4 }, secret: 1 });
  for (const path of ['/wish', '/parsed']) {
    const answer = await post(path, body);
    expect(answer).toMatchObject({ status: 400, body: { type: '/problems/invalid-input' } });
    const errors = answer.body.errors as { path: string; message: string }[];
    expect(errors.map((error) => error.path)).toEqual(['name', 'group.zone', '']);
  }
});

test('a body that is no JSON, and one that is too large', async () => {
  expect(await post('/wish', '{"name":')).toMatchObject({ status: 400, body: { type: '/problems/invalid-input' } });
  expect(await post('/wish', `"${'x'.repeat(300_000)}"`)).toMatchObject({
    status: 413,
    body: { type: '/problems/too-large' },
  });
  expect(await get('/fails/%E0%A4%A')).toMatchObject({ status: 400, body: { type: '/problems/invalid-input' } });
  expect(await get('/fails/nul')).toMatchObject({ status: 400, body: { type: '/problems/invalid-input' } });
  expect(lines).toEqual([]);
});

test('anything else is logged once under a reference, without rows and keys', async () => {
  const answer = await get('/fails/unique?token=key-in-the-address');
  expect(answer).toMatchObject({ status: 500, body: { type: '/problems/unexpected' } });
  expect(lines).toHaveLength(1);
  const line = JSON.parse(lines[0] ?? '{}');
  expect(line).toMatchObject({
    reference: answer.body.reference,
    path: '/fails/unique',
    error: { state: '23505', constraint: 'one' },
  });
  expect(lines[0]).not.toMatch(/secret draft|key-in-the-address/);
  expect(JSON.stringify(answer.body)).not.toContain('duplicate');
  expect(await get('/fails/thrown')).toMatchObject({ status: 500 });
});

test('an answer that has begun is cut off, not finished with a problem inside', async () => {
  await expect(get('/late')).rejects.toThrow();
});

test('rates count an IPv4 address, but the whole network of an IPv6 one', () => {
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
  expect(networkOf('2001:db8:0:7::1')).toBe('2001:db8:0:7::/64');
  expect(networkOf('2001:0db8:0000:0007:aaaa:bbbb:cccc:dddd')).toBe('2001:db8:0:7::/64');
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  expect(networkOf('::1')).toBe('0:0:0:0::/64');
  expect(networkOf(undefined)).toBe('');
});
