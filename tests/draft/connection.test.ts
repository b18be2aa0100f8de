import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket as NodeSocket, type WebSocket as ServerSocket, WebSocketServer } from 'ws';
import * as Y from 'yjs';
import { DraftConnection } from '../../client/draft/connection.ts';
import type { SavedState } from '../../client/draft/saved-state.ts';
import { CLOSE, MESSAGE_SAVED, MESSAGE_SYNC } from '../../shared/draft/contract.ts';

/** A text server that does only what it is told: it greets, takes frames, and tells what is committed when asked to. */
class Wire {
  readonly doc = new Y.Doc();
  readonly frames: { step: number; bytes: Uint8Array }[] = [];
  sockets: ServerSocket[] = [];
  greets = true;
  readonly #http: Server = createServer();
  readonly #sockets = new WebSocketServer({ server: this.#http });

  async start(): Promise<string> {
    this.#sockets.on('connection', (socket) => {
      this.sockets.push(socket);
      this.frames.length = 0;
      if (this.greets) this.greet();
      socket.on('message', (raw: Buffer) => {
        const frame = decoding.createDecoder(new Uint8Array(raw));
        if (decoding.readVarUint(frame) !== MESSAGE_SYNC) return;
        const step = decoding.readVarUint(frame);
        const bytes = decoding.readVarUint8Array(frame);
        if (step === 0) socket.send(message(1, Y.encodeStateAsUpdate(this.doc, bytes)));
        else {
          this.frames.push({ step, bytes });
          Y.applyUpdate(this.doc, bytes);
        }
      });
    });
    await new Promise<void>((ready) => this.#http.listen(0, '127.0.0.1', ready));
    return `ws://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  greet(): void {
    this.sockets.at(-1)?.send(message(0, Y.encodeStateVector(this.doc)));
  }

  tell(frames: number, through: number): void {
    const told = encoding.createEncoder();
    for (const number of [MESSAGE_SAVED, frames, through]) encoding.writeVarUint(told, number);
    this.sockets.at(-1)?.send(encoding.toUint8Array(told));
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.terminate();
    this.#sockets.close();
    await new Promise((closed) => this.#http.close(closed));
    this.doc.destroy();
  }
}

function message(step: number, bytes: Uint8Array): Uint8Array {
  const frame = encoding.createEncoder();
  encoding.writeVarUint(frame, MESSAGE_SYNC);
  encoding.writeVarUint(frame, step);
  encoding.writeVarUint8Array(frame, bytes);
  return encoding.toUint8Array(frame);
}

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error('It did not come to be.');
    await new Promise((next) => setTimeout(next, 5));
  }
}

async function connected(wire: Wire) {
  const url = await wire.start();
  const doc = new Y.Doc();
  const seen = {
    state: null as SavedState | null,
    through: null as number | null,
    refused: [] as number[],
    resyncs: 0,
  };
  const connection = new DraftConnection(
    doc,
    { url, paperId: 'paper', socket: NodeSocket as unknown as typeof WebSocket },
    {
      onState: (state, through) => Object.assign(seen, { state, through }),
      onRefused: (code) => seen.refused.push(code),
      onResync: () => {
        seen.resyncs += 1;
      },
    },
  );
  connection.connect();
  const write = (words: string) => doc.getText('words').insert(0, words);
  const stop = async () => {
    connection.close();
    doc.destroy();
    await wire.stop();
  };
  return { connection, doc, seen, write, stop };
}

test('S1 every frame is counted, step 2 included, and Saved waits for the last', async () => {
  const wire = new Wire();
  const { seen, write, stop } = await connected(wire);
  await until(() => wire.frames.length === 1);
  write('one ');
  write('two ');
  await until(() => wire.frames.length === 3);
  expect(wire.frames.map((frame) => frame.step)).toEqual([1, 2, 2]);
  wire.tell(2, 41);
  await until(() => seen.through === 41);
  expect(seen.state?.kind).toBe('saving');
  wire.tell(3, 42);
  await until(() => seen.state?.kind === 'saved');
  expect(seen.through).toBe(42);
  await stop();
});

test('no frame goes ahead of step 2, so that nothing written without a connection leaves a gap', async () => {
  const wire = new Wire();
  wire.greets = false;
  const { write, stop } = await connected(wire);
  write('before the connection ');
  await until(() => wire.sockets.length === 1);
  write('before step 2 ');
  await new Promise((next) => setTimeout(next, 50));
  expect(wire.frames).toEqual([]);
  wire.greet();
  await until(() => wire.frames.length === 1);
  expect(wire.doc.getText('words').toString()).toBe('before step 2 before the connection ');
  await stop();
});

test('after a cut the words that were on their way are sent again and counted anew', async () => {
  const wire = new Wire();
  const { seen, write, stop } = await connected(wire);
  await until(() => wire.frames.length === 1);
  write('lost? ');
  wire.sockets[0]?.terminate();
  await until(() => wire.sockets.length === 2 && wire.frames.length === 1);
  expect(wire.doc.getText('words').toString()).toBe('lost? ');
  expect(seen.state?.kind).not.toBe('saved');
  wire.tell(1, 7);
  await until(() => seen.state?.kind === 'saved');
  await stop();
});

test('a refusal is final and told with its code', async () => {
  const wire = new Wire();
  const { seen, stop } = await connected(wire);
  await until(() => wire.frames.length === 1);
  wire.sockets[0]?.close(CLOSE.notAllowed, 'no');
  await until(() => seen.refused.length === 1);
  expect(seen.refused).toEqual([CLOSE.notAllowed]);
  await stop();
});

test('sent home again and again with nothing saved in between, it asks for a fresh document', async () => {
  const wire = new Wire();
  const { seen, write, stop } = await connected(wire);
  write('never ');
  for (let time = 0; seen.resyncs === 0; time++) {
    await until(() => wire.sockets.length > time && wire.frames.length > 0);
    expect(seen.resyncs).toBe(0);
    wire.sockets[time]?.close(CLOSE.resync, 'a gap');
    await until(() => wire.sockets.length > time + 1 || seen.resyncs > 0);
    expect(time).toBeLessThan(3);
  }
  await stop();
});

test('what others write waits while it is held, and comes in when it is released', async () => {
  const wire = new Wire();
  const { connection, doc, stop } = await connected(wire);
  await until(() => wire.frames.length === 1);
  connection.hold();
  wire.doc.getText('words').insert(0, 'theirs ');
  wire.sockets[0]?.send(message(2, Y.encodeStateAsUpdate(wire.doc)));
  await new Promise((next) => setTimeout(next, 50));
  expect(doc.getText('words').toString()).toBe('');
  connection.release();
  expect(doc.getText('words').toString()).toBe('theirs ');
  await stop();
});
