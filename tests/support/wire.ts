import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { MESSAGE_AWARENESS, MESSAGE_SAVED } from '../../shared/draft/contract.ts';
import { blocksOf, rootOf } from '../../shared/text/nodes.ts';
import { readDraft } from '../../shared/text/read.ts';
import type { Caller } from './people.ts';
import { until } from './until.ts';

/** A public y-websocket client with a cookie: nothing of ours but the reading of *saved*. */
export class Editor {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  frames = 0;
  through = 0;
  closed: { code: number; reason: string } | null = null;

  constructor(caller: Caller, paperId: string) {
    const { cookie, origin } = caller;
    class Socket extends WebSocket {
      constructor(address: string | URL) {
        super(address, { headers: { cookie, origin } });
      }
    }
    this.provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/collab`, paperId, this.doc, {
      WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      maxBackoffTime: 300,
    });
    this.provider.messageHandlers[MESSAGE_SAVED] = (_encoder, decoder) => {
      this.frames = decoding.readVarUint(decoder);
      this.through = decoding.readVarUint(decoder);
    };
    this.provider.on('connection-close', (event: { code: number; reason: string } | null) => {
      if (event) this.closed = { code: event.code, reason: event.reason };
      this.frames = 0;
    });
  }

  synced(): Promise<void> {
    return until(() => this.provider.synced, 'the editor to be in step');
  }

  text(): string {
    return readDraft(this.doc)
      .map((paragraph) => paragraph.text)
      .join('\n');
  }

  /** Types at the end of the paragraph that is called so. */
  types(address: string, words: string): void {
    const at = readDraft(this.doc).findIndex((paragraph) => paragraph.address === address);
    const node = [...blocksOf(rootOf(this.doc))][at]?.toArray().findLast((child) => child instanceof Y.XmlText);
    if (!(node instanceof Y.XmlText)) throw new Error(`no text in ${address}`);
    node.insert(node.length, words);
  }

  /** Sends a caret of whatever client and name. */
  forges(client: number, clock: number, name: string): void {
    const states = encoding.createEncoder();
    encoding.writeVarUint(states, 1);
    encoding.writeVarUint(states, client);
    encoding.writeVarUint(states, clock);
    encoding.writeVarString(states, JSON.stringify({ name, user: { name }, focusing: true }));
    const frame = encoding.createEncoder();
    encoding.writeVarUint(frame, MESSAGE_AWARENESS);
    encoding.writeVarUint8Array(frame, encoding.toUint8Array(states));
    this.provider.ws?.send(encoding.toUint8Array(frame));
  }

  leaves(): void {
    this.provider.destroy();
    this.provider.awareness.destroy();
    this.doc.destroy();
  }
}
