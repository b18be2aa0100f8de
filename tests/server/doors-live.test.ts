import * as encoding from 'lib0/encoding';
import { io } from 'socket.io-client';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { CLOSE } from '../../shared/draft/contract.ts';
import { mayOnPaper, PAPER_STATES, type PaperState, STANDINGS, type Standing } from '../../shared/groups/rights.ts';
import type { Answer } from '../../shared/live.ts';
import { rootOf } from '../../shared/text/nodes.ts';
import { type Cast, castOf } from '../support/cast.ts';
import type { Caller } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let cast: Cast;

beforeAll(async () => {
  server = await startServer();
  cast = await castOf(server);
});
afterAll(() => server.stop());

const everyCase = PAPER_STATES.flatMap((state) => STANDINGS.map((standing) => [state, standing] as const));
const paperOf = (state: PaperState): string => cast.papers.get(state) ?? '';
const callerOf = (standing: Standing): Caller => cast.callers.get(standing) as Caller;

/** What a socket is told when it follows the paper, its group, and another person's inbox. */
async function follows(caller: Caller, streams: readonly string[]): Promise<string[]> {
  const socket = io(caller.origin, {
    transports: ['websocket'],
    extraHeaders: { cookie: caller.cookie, origin: caller.origin },
  });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.on('connect', resolve);
      socket.on('connect_error', reject);
    });
    const told: string[] = [];
    for (const stream of streams) {
      const answer = (await socket.emitWithAck('follow', { stream, since: 0 })) as Answer<object>;
      told.push(answer.ok ? 'ok' : answer.problem);
    }
    return told;
  } finally {
    socket.disconnect();
  }
}

test('P10 by the socket, each person follows what they may read and nothing else', async () => {
  const surprises: string[] = [];
  for (const [state, standing] of everyCase) {
    const streams = [
      `paper/${paperOf(state)}`,
      `paper/${paperOf(state)}/secretariat`,
      `group/${cast.groupId}`,
      `person/${cast.groupId}`,
    ];
    const told = await follows(callerOf(standing), streams);
    const isMember = standing !== 'stranger' && standing !== 'administrator';
    const expected = [
      mayOnPaper(standing, state, 'paper.read') ? 'ok' : 'not-found',
      'not-found',
      isMember ? 'ok' : 'not-found',
      'not-found',
    ];
    if (told.join() !== expected.join()) surprises.push(`${standing}, ${state}: ${told} instead of ${expected}`);
  }
  expect(surprises).toEqual([]);
});

/** How the text wire answers an honest new paragraph: with which close code, else taken. */
function knocks(caller: Caller, paperId: string): Promise<string> {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  rootOf(doc).insert(0, [paragraph]);
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, 2);
  encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc));
  const frame = encoding.toUint8Array(encoder);
  return new Promise((resolve) => {
    const socket = new WebSocket(`${caller.origin.replace('http', 'ws')}/collab/${paperId}`, {
      headers: { cookie: caller.cookie, origin: caller.origin },
    });
    let frames = -1;
    socket.on('open', () => socket.send(frame));
    socket.on('message', (message: Buffer) => {
      if (message[0] !== 4) return;
      frames = message[1] ?? 0;
      if (frames >= 1) {
        resolve('taken');
        socket.close();
      }
    });
    socket.on('close', (code) => resolve(String(code)));
    socket.on('error', () => undefined);
  });
}

test('P10 by the text wire, only who may edit changes the text, and who may not read does not get in', async () => {
  const surprises: string[] = [];
  for (const [state, standing] of everyCase) {
    const answer = await knocks(callerOf(standing), paperOf(state));
    const expected = !mayOnPaper(standing, state, 'paper.read')
      ? String(CLOSE.gone)
      : mayOnPaper(standing, state, 'text.edit')
        ? 'taken'
        : String(CLOSE.notAllowed);
    if (answer !== expected) surprises.push(`${standing}, ${state}: ${answer} instead of ${expected}`);
  }
  expect(surprises).toEqual([]);
});
