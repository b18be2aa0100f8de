import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { canonicalText } from '../../shared/versions/canonical.ts';

const run = promisify(execFile);
const root = join(__dirname, '../..');
/** The verifiers that anybody may run without our code: one in JavaScript, and where this machine has Python, one in that. */
const hasPython = spawnSync('python3', ['--version']).status === 0;
type Verify = (...words: string[]) => Promise<{ agrees: boolean; says: string }>;
const verifyMjs: Verify = (...words) => answerOf(process.execPath, [join(root, 'scripts/verify.mjs'), ...words]);
const verifiers: Record<string, Verify> = {
  'verify.mjs': verifyMjs,
  ...(hasPython && {
    'verify.py': (...words: string[]) => answerOf('python3', [join(root, 'docs/verify.py'), ...words]),
  }),
};

/** What a verifier says, in one line, and whether it agrees. A missing program is an error, not an answer. */
async function answerOf(program: string, words: string[]): Promise<{ agrees: boolean; says: string }> {
  try {
    return { agrees: true, says: (await run(program, words)).stdout.trim() };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number | string; stdout: string; stderr: string };
    if (code !== 1) throw error;
    return { agrees: false, says: `${stdout}${stderr}`.trim() };
  }
}

const hashOf = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');

interface Frozen {
  text: string;
  hash: string;
}

/** Three versions of a paper in a chain; the words bring all that is delicate in JSON. */
function frozenChain(): [Frozen, Frozen, Frozen] {
  const freeze = (number: number, previous: string | null): Frozen => {
    const words = `Paragraph “${number}”\tof 报告 😀\u2028\u0001\u007f \\ / é`;
    const text = canonicalText({
      paper: { id: '0b0e7c1c-6f55-4f0c-9a57-1d6f3a1f7b11', symbol: 'WG/1', title: 'Report', language: 'en' },
      number,
      name: `Draft ${number}`,
      frozenAt: `2016-03-0${number}T10:00:00.000Z`,
      previous,
      paragraphs: [{ id: 'p1', kind: 'paragraph', level: null, text: words, runs: [{ text: words, bold: true }] }],
    });
    return { text, hash: hashOf(text) };
  };
  const one = freeze(1, null);
  const two = freeze(2, one.hash);
  return [one, two, freeze(3, two.hash)];
}

const [one, two, three] = frozenChain();
let folder: string;

async function file(content: string | Buffer): Promise<string> {
  const path = join(folder, `${hashOf(content).slice(0, 16)}.json`);
  await writeFile(path, content);
  return path;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(Object.entries(verifiers))('%s', (_name, verify) => {
  test('the frozen text and its hash agree, however the hash is grouped', async () => {
    const path = await file(two.text);
    expect(await verify(path, two.hash)).toMatchObject({
      agrees: true,
      says: expect.stringMatching(/^Unchanged: version 2 of WG\/1/),
    });
    expect((await verify(path, two.hash.slice(0, 32), two.hash.slice(32).toUpperCase())).agrees).toBe(true);
  });

  test('a copy with other white space and another order of members is the same text', async () => {
    const value = JSON.parse(two.text) as Record<string, unknown>;
    const copy = JSON.stringify(Object.fromEntries(Object.entries(value).reverse()), null, 2);
    expect((await verify(await file(copy), two.hash)).agrees).toBe(true);
  });

  test('another hash, no hash, another version and no file do not agree, each said in one line', async () => {
    const path = await file(two.text);
    for (const words of [
      [path, one.hash],
      [path],
      [await file(one.text), two.hash],
      [join(folder, 'none.json'), two.hash],
      [],
    ]) {
      const { agrees, says } = await verify(...words);
      expect({ words, agrees, lines: says.split('\n').length }).toEqual({ words, agrees: false, lines: 1 });
    }
  });

  test('a member that stands twice does not agree, whichever is read', async () => {
    const twice = two.text.replace('"name":"Draft 2"', '"name":"Evil","name":"Draft 2"');
    expect((await verify(await file(twice), two.hash)).agrees).toBe(false);
  });

  test('of a sample of mutated bytes each is found', async () => {
    const bytes = Buffer.from(two.text);
    const sample = fc.sample(fc.record({ at: fc.nat(bytes.length - 1), byte: fc.nat(254) }), 20);
    const missed = [];
    for (const { at, byte } of sample) {
      const changed = Buffer.from(bytes);
      changed[at] = byte >= (bytes[at] ?? 0) ? byte + 1 : byte;
      if (sameValue(changed, two.text)) continue;
      if ((await verify(await file(changed), two.hash)).agrees) missed.push({ at, byte });
    }
    expect(missed).toEqual([]);
  });
});

/** A few bytes may change without the content changing, such as a small letter in an escape. */
function sameValue(changed: Buffer, text: string): boolean {
  try {
    return canonicalText(JSON.parse(changed.toString())) === text;
  } catch {
    return false;
  }
}

describe('verify.mjs on addresses', () => {
  let server: Server;
  let pages: Map<string, { body: string; hash?: string }>;
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const page = pages.get(request.url ?? '');
      response.writeHead(page ? 200 : 404, page?.hash ? { 'X-Version-Hash': page.hash } : {});
      response.end(page?.body ?? 'not here');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => {
    pages = new Map([['/p/WG-1', { body: '<a href="/p/WG-1/3.json">Canonical text</a>' }]]);
    for (const [at, { text, hash }] of [one, two, three].entries())
      pages.set(`/p/WG-1/${at + 1}.json`, { body: text, hash });
  });

  test('the canonical text, its page and the newest page agree, and the chain is followed to its start', async () => {
    for (const address of ['/p/WG-1/3.json', '/p/WG-1/3', '/p/WG-1/3/#6.2', '/p/WG-1']) {
      const { agrees, says } = await verifyMjs(`${origin()}${address}`);
      expect({ address, agrees, says }).toMatchObject({
        agrees: true,
        says: expect.stringMatching(/^Unchanged: version 3/),
      });
      expect(says).toContain('holds back to the first version');
    }
  });

  test('where earlier versions are not public, it says how far back the chain holds', async () => {
    pages.delete('/p/WG-1/1.json');
    const { agrees, says } = await verifyMjs(`${origin()}/p/WG-1/3`, three.hash);
    expect({ agrees, says }).toEqual({
      agrees: true,
      says: expect.stringContaining('holds back to version 2, before which none is public'),
    });
  });

  test('a changed earlier version breaks the chain, even with a hash that fits it', async () => {
    const body = two.text.replace('报告', '报纸');
    pages.set('/p/WG-1/2.json', { body, hash: hashOf(body) });
    expect(await verifyMjs(`${origin()}/p/WG-1/3`)).toMatchObject({
      agrees: false,
      says: expect.stringContaining('chain is broken'),
    });
  });

  test('a swapped version, a wrong header and a missing page do not agree', async () => {
    pages.set('/p/WG-1/3.json', { body: two.text, hash: three.hash });
    expect((await verifyMjs(`${origin()}/p/WG-1/3`)).agrees).toBe(false);
    expect((await verifyMjs(`${origin()}/p/WG-1/4`)).says).toContain('404');
  });

  test('a hash may come beside the text', async () => {
    pages.set('/api/versions/x', { body: JSON.stringify({ hash: two.hash, version: JSON.parse(two.text) }) });
    pages.set('/api/versions/y', { body: JSON.stringify({ ...(JSON.parse(two.text) as object), hash: one.hash }) });
    expect((await verifyMjs(`${origin()}/api/versions/x`)).agrees).toBe(true);
    expect((await verifyMjs(`${origin()}/api/versions/y`)).agrees).toBe(false);
  });
});
