import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { CLOSE, MOST_SOCKETS } from '../../shared/draft/contract.ts';
import { rootOf } from '../../shared/text/nodes.ts';
import type { Caller } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { Editor } from '../support/wire.ts';

let server: TestServer;
let secretariat: Caller;
let chair: Caller;
let delegate: Caller;
let paperId: string;
const open: Editor[] = [];

beforeAll(async () => {
  server = await startServer();
  [secretariat, chair, delegate] = await Promise.all([
    server.as('secretariat'),
    server.as('chair'),
    server.as('delegate-a'),
  ]);
  paperId = (await secretariat.papers())[0]?.id ?? '';
});
afterEach(() => {
  for (const editor of open.splice(0)) editor.leaves();
});
afterAll(() => server.stop());

async function opens(caller: Caller): Promise<Editor> {
  const editor = new Editor(caller, paperId);
  open.push(editor);
  await editor.synced();
  return editor;
}

test('any y-websocket client types, is told what is saved, and the others read it', async () => {
  const writer = await opens(secretariat);
  const reader = await opens(delegate);
  const before = writer.frames;
  writer.types('6.1', ' Typed by the Secretariat.');
  await until(() => writer.frames > before, 'the frame to be saved');
  expect((await secretariat.paragraph(paperId, '6.1')).text).toContain('Typed by the Secretariat.');
  await until(() => reader.text().includes('Typed by the Secretariat.'), 'the reader to see it');
});

test('two editors who type at once end with the same text', async () => {
  const [a, b] = [await opens(secretariat), await opens(chair)];
  for (let n = 0; n < 20; n++) {
    a.types('6.3', ` a${n}`);
    b.types('6.3', ` b${n}`);
  }
  await until(
    () => a.text() === b.text() && a.text().includes(' a19') && a.text().includes(' b19'),
    'both to be equal',
  );
  await until(async () => (await chair.paragraph(paperId, '6.3')).text.includes(' b19'), 'the log to hold it');
});

test('whoever may not edit reads the living text, and an own change is refused for good', async () => {
  const reader = await opens(delegate);
  const other = await opens(chair);
  expect(reader.closed).toBeNull();
  reader.types('6.1', ' FORGED');
  await until(() => reader.closed !== null, 'the refusal');
  expect(reader.closed?.code).toBe(CLOSE.notAllowed);
  expect(other.text()).not.toContain('FORGED');
  expect((await secretariat.paragraph(paperId, '6.1')).text).not.toContain('FORGED');
});

test('a drafter of the paper may edit, and no longer once that is taken back', async () => {
  const { members } = (
    await secretariat.get<{ members: { id: string; name: string }[] }>(
      `/api/groups/${(await secretariat.paper(paperId)).groupId}`,
    )
  ).body;
  const memberId = members.find((member) => member.name === 'Delegate of B')?.id;
  await secretariat.write('PUT', `/api/papers/${paperId}/drafters`, { memberIds: [memberId] });
  const drafter = await server.as('delegate-b');
  const editor = await opens(drafter);
  editor.types('6.4', ' By the drafter.');
  await until(
    async () => (await secretariat.paragraph(paperId, '6.4')).text.includes('By the drafter.'),
    'the drafter’s words',
  );
  await secretariat.write('PUT', `/api/papers/${paperId}/drafters`, { memberIds: [] });
  await until(() => editor.closed?.code === CLOSE.notAllowed, 'the socket to be closed');
});

test('a stranger, a foreign page and a signed-out person reach no text', async () => {
  const codeOf = (headers: Record<string, string>) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/collab/${paperId}`, { headers });
      socket.on('error', (error: Error) => resolve(error.message));
      socket.on('message', () => resolve('text'));
      socket.on('close', (code) => resolve(String(code)));
    });
  expect(await codeOf({ origin: server.origin })).toBe(String(CLOSE.signedOut));
  expect(await codeOf({ origin: 'https://elsewhere.example', cookie: secretariat.cookie })).toMatch(
    /hang up|ECONNRESET/,
  );
  expect(await codeOf({ cookie: secretariat.cookie })).toMatch(/hang up|ECONNRESET/);
});

describe('frames that no honest editor sends', () => {
  const refusals: [string, (doc: Y.Doc) => Uint8Array, number][] = [
    ['bytes that are no update', () => Uint8Array.from([1, 2, 3, 250, 9]), CLOSE.malformed],
    ['another root', () => updateOf((doc) => doc.getMap('elsewhere').set('a', 1)), CLOSE.malformed],
    ['an unknown node', () => updateOf((doc) => rootOf(doc).insert(0, [new Y.XmlElement('script')])), CLOSE.malformed],
    ['a gap', gapped, CLOSE.resync],
  ];
  test.each(refusals)('%s: refused, nothing applied', async (_what, make, code) => {
    const before = (await secretariat.paragraphs(paperId)).length;
    const seen = await codeAfter(await sends(make(new Y.Doc())));
    expect(seen).toBe(code);
    expect(await secretariat.paragraphs(paperId)).toHaveLength(before);
  });

  function updateOf(change: (doc: Y.Doc) => void): Uint8Array {
    const doc = new Y.Doc();
    change(doc);
    const update = Y.encodeStateAsUpdate(doc);
    doc.destroy();
    return update;
  }
  function gapped(): Uint8Array {
    const doc = new Y.Doc();
    rootOf(doc).insert(0, [new Y.XmlElement('paragraph')]);
    const vector = Y.encodeStateVector(doc);
    rootOf(doc).insert(1, [new Y.XmlElement('paragraph')]);
    return Y.encodeStateAsUpdate(doc, vector);
  }
  function sends(update: Uint8Array): Promise<WebSocket> {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, 2);
    encoding.writeVarUint8Array(encoder, update);
    return new Promise((resolve) => {
      const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/collab/${paperId}`, {
        headers: { cookie: secretariat.cookie, origin: server.origin },
      });
      socket.on('open', () => {
        socket.send(encoding.toUint8Array(encoder));
        resolve(socket);
      });
    });
  }
  const codeAfter = (socket: WebSocket) => new Promise<number>((resolve) => socket.on('close', resolve));
});

test('P12 a caret wears the name of the person signed in, whatever its socket says', async () => {
  const watcher = await opens(chair);
  const forger = await opens(delegate);
  forger.provider.awareness.setLocalState({ name: 'Secretariat 1', user: { name: 'Secretariat 1' }, focusing: true });
  await until(() => watcher.provider.awareness.getStates().has(forger.doc.clientID), 'the caret');
  const state = watcher.provider.awareness.getStates().get(forger.doc.clientID);
  expect(JSON.stringify(state)).not.toContain('Secretariat 1');
  expect(state).toMatchObject({ name: 'Delegate of A' });
});

test('P12 of a thousand forged carets, also with another person’s client id, none shows a forged name', async () => {
  const victim = await opens(secretariat);
  const watcher = await opens(chair);
  victim.provider.awareness.setLocalState({ focusing: true });
  await until(() => watcher.provider.awareness.getStates().has(victim.doc.clientID), 'the caret of the Secretariat');
  const forger = await opens(delegate);
  const seen = new Set<string>();
  watcher.provider.awareness.on('change', () => {
    for (const state of watcher.provider.awareness.getStates().values()) seen.add(JSON.stringify(state));
  });
  for (let n = 0; n < 1000; n++)
    forger.forges(n % 2 === 0 ? victim.doc.clientID : forger.doc.clientID, n + 10, `Forged ${n}`);
  await until(() => [...seen].some((state) => state.includes('Delegate of A')), 'a caret of the forger');
  expect([...seen].filter((state) => state.includes('Forged'))).toEqual([]);
  expect(watcher.provider.awareness.getStates().get(victim.doc.clientID)).toMatchObject({ name: 'Secretariat 1' });
});

test('a freeze takes what the screen was told is saved, and refuses to run ahead of it', async () => {
  const writer = await opens(secretariat);
  writer.types('7.1', ' Frozen.');
  await until(() => writer.frames >= 2, 'the words to be saved');
  const refused = await secretariat.call<{ type: string }>(
    'PUT',
    `/api/papers/${paperId}/versions/${crypto.randomUUID()}`,
    {
      name: 'Too early',
      throughUpdate: writer.through + 1000,
    },
  );
  expect(refused.body.type).toBe('/problems/draft-behind');
  const id = crypto.randomUUID();
  await secretariat.write('PUT', `/api/papers/${paperId}/versions/${id}`, {
    name: 'Draft 2',
    throughUpdate: writer.through,
  });
  expect(JSON.stringify((await secretariat.get(`/api/versions/${id}`)).body)).toContain('Frozen.');
});

test('one session opens a text forty times and no more', async () => {
  const other = await server.as('chair');
  const sockets = Array.from(
    { length: MOST_SOCKETS.session + 1 },
    () =>
      new WebSocket(`${server.origin.replace('http', 'ws')}/collab/${paperId}`, {
        headers: { cookie: other.cookie, origin: server.origin },
      }),
  );
  const codes: number[] = [];
  for (const socket of sockets) socket.on('close', (code) => codes.push(code));
  await until(() => codes.length > 0, 'one to be refused');
  expect(codes).toEqual([CLOSE.tooMany]);
  for (const socket of sockets) socket.terminate();
});
