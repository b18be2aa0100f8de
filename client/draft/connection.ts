import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { Awareness } from 'y-protocols/awareness';
import * as syncProtocol from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { CLOSE, MESSAGE_QUERY_AWARENESS, MESSAGE_SAVED, MESSAGE_SYNC } from '../../shared/draft/contract.ts';
import {
  type Ledger,
  type LedgerEvent,
  newLedger,
  nextChangeAt,
  noted,
  type SavedState,
  savedStateOf,
} from './saved-state.ts';

export interface ConnectionEvents {
  onState: (state: SavedState, throughUpdate: number | null) => void;
  /** The server ended it for good (codes 4400 to 4499). */
  onRefused: (code: number) => void;
  /** The server cannot go on from what this document holds: begin with a fresh one. */
  onResync: () => void;
}
type Receive = WebsocketProvider['messageHandlers'][number];

/** Told this often in a row to come again, without a word saved in between, the document itself is at fault. */
const patience = 2;
/** y-websocket gives a connection up after 30 s of silence; these keep a quiet one alive and find a dead one. */
const askAfter = 12_000;
const askAgainAfter = 21_000;

/**
 * The wire between a document and the server: y-websocket, with its own way of sending replaced.
 * Every update frame that leaves is counted (`shared/draft/contract.ts` says how the server answers), and
 * none leaves before step 2: what was written without a connection is in it, and a frame that goes ahead
 * of it would leave a gap, which the server refuses.
 */
export class DraftConnection {
  readonly awareness: Awareness;
  readonly #provider: WebsocketProvider;
  readonly #events: ConnectionEvents;
  #ledger: Ledger = newLedger(Date.now());
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #pulse: ReturnType<typeof setInterval>;
  readonly #receiveSync: Receive | undefined;
  #held: { frame: decoding.Decoder; emitSynced: boolean }[] | null = null;
  #sentHomeInARow = 0;
  #isClosed = false;

  constructor(doc: Y.Doc, at: { url: string; paperId: string; socket?: typeof WebSocket }, events: ConnectionEvents) {
    this.#events = events;
    this.awareness = new Awareness(doc);
    this.awareness.setLocalState(null);
    this.#provider = new WebsocketProvider(at.url, at.paperId, doc, {
      connect: false,
      disableBc: true,
      maxBackoffTime: 2500,
      awareness: this.awareness,
      ...(at.socket && { WebSocketPolyfill: at.socket }),
    });
    doc.off('update', this.#provider._updateHandler);
    doc.on('update', this.#onUpdate);
    const handlers = this.#provider.messageHandlers;
    this.#receiveSync = handlers[MESSAGE_SYNC];
    handlers[MESSAGE_SYNC] = this.#onSync;
    handlers[MESSAGE_SAVED] = (_reply, frame) => {
      const [frames, through] = [decoding.readVarUint(frame), decoding.readVarUint(frame)];
      this.#note({ kind: 'told', frames, through, at: Date.now() });
      if (this.#ledger.unsavedSince === null && this.#ledger.hasSentStep2) this.#sentHomeInARow = 0;
    };
    this.#provider.on('status', ({ status }) => {
      if (status === 'connected') this.#note({ kind: 'opened' });
    });
    this.#provider.on('connection-close', (event) => this.#onClose(event?.code));
    this.#provider.on('closed', ({ code }) => this.#events.onRefused(code));
    this.#pulse = setInterval(() => this.#keepAlive(), 3_000);
  }

  connect(): void {
    this.#tell();
    this.#provider.connect();
  }

  get hasUnsaved(): boolean {
    return this.#ledger.unsavedSince !== null;
  }

  get throughUpdate(): number | null {
    return this.#ledger.through;
  }

  /** Keeps what others write out of the document until `release`: a change under a mouse that drags ends its selection. */
  hold(): void {
    this.#held ??= [];
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const { frame, emitSynced } of held) {
      const reply = encoding.createEncoder();
      this.#onSync(reply, frame, this.#provider, emitSynced, MESSAGE_SYNC);
      if (encoding.length(reply) > 1) this.#provider.ws?.send(encoding.toUint8Array(reply));
    }
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    clearInterval(this.#pulse);
    this.#held = null;
    this.#provider.doc.off('update', this.#onUpdate);
    this.#provider.destroy();
    this.awareness.destroy();
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === this.#provider) return;
    this.#note({ kind: 'written', at: Date.now() });
    const { ws } = this.#provider;
    if (!this.#ledger.isOpen || !this.#ledger.hasSentStep2 || !ws || ws.readyState !== ws.OPEN) return;
    const frame = encoding.createEncoder();
    encoding.writeVarUint(frame, MESSAGE_SYNC);
    syncProtocol.writeUpdate(frame, update);
    ws.send(encoding.toUint8Array(frame));
    this.#note({ kind: 'sent', isStep2: false });
  };

  /** The only answer that a sync message gets is step 2, to the server's step 1. */
  readonly #onSync: Receive = (reply, frame, provider, emitSynced, type) => {
    if (this.#held) {
      this.#held.push({ frame, emitSynced });
      return;
    }
    this.#receiveSync?.(reply, frame, provider, emitSynced, type);
    if (encoding.length(reply) > 1) this.#note({ kind: 'sent', isStep2: true });
  };

  #onClose(code: number | undefined): void {
    this.#note({ kind: 'closed', at: Date.now() });
    if (code !== CLOSE.resync && code !== CLOSE.draftRestarted) return;
    this.#sentHomeInARow += 1;
    if (code === CLOSE.resync && this.#sentHomeInARow > patience) this.#events.onResync();
  }

  #keepAlive(): void {
    const { ws, wsLastMessageReceived } = this.#provider;
    const silent = Date.now() - wsLastMessageReceived;
    if (!this.#ledger.isOpen || !ws || ws.readyState !== ws.OPEN || silent < askAfter) return;
    const frame = encoding.createEncoder();
    if (silent < askAgainAfter) encoding.writeVarUint(frame, MESSAGE_QUERY_AWARENESS);
    else {
      encoding.writeVarUint(frame, MESSAGE_SYNC);
      syncProtocol.writeSyncStep1(frame, this.#provider.doc);
    }
    ws.send(encoding.toUint8Array(frame));
  }

  #note(event: LedgerEvent): void {
    if (this.#isClosed) return;
    this.#ledger = noted(this.#ledger, event);
    this.#tell();
  }

  #tell(): void {
    const now = Date.now();
    clearTimeout(this.#timer);
    const next = nextChangeAt(this.#ledger, now);
    if (next !== null) this.#timer = setTimeout(() => this.#tell(), next - now);
    this.#events.onState(savedStateOf(this.#ledger, now), this.#ledger.through);
  }
}
