import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import {
  CLOSE,
  MAX_PRESENCE,
  MESSAGE_AWARENESS,
  MESSAGE_QUERY_AWARENESS,
  MESSAGE_SAVED,
  MESSAGE_SYNC,
} from '../../shared/draft/contract.ts';
import type { Carets } from './carets.ts';
import type { Writer } from './log.ts';
import type { DraftRoom, Guest } from './room.ts';

const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;
const MAX_QUEUED = 4_194_304;
const PRESENCE_PAUSES_AT = 1_048_576;
const STOP_READING_AT = 256;

/** What the server knows of the person behind a socket; `writer` is null for those who only read. */
export interface Identity {
  personId: string;
  name: string;
  organisation: string;
  writer: Writer | null;
}

/** One socket of the text wire: frames in, committed words out. */
export class SocketGuest implements Guest {
  private received = 0;
  private committed = 0;
  private firstSteps: number[] = [];
  private caretClient: number | null = null;

  constructor(
    private readonly socket: WebSocket,
    private readonly room: DraftRoom,
    private readonly carets: Carets,
    public identity: Identity,
  ) {}

  /** Reads one frame; whatever does not decode ends the connection for good, with nothing applied. */
  receive(frame: Uint8Array): void {
    try {
      const decoder = decoding.createDecoder(frame);
      const type = decoding.readVarUint(decoder);
      if (type === MESSAGE_SYNC) this.receiveSync(decoder);
      else if (type === MESSAGE_AWARENESS) this.receiveCaret(decoder);
      else if (type === MESSAGE_QUERY_AWARENESS) this.sendCarets();
      else this.end(CLOSE.malformed, 'unknown message');
    } catch {
      this.end(CLOSE.malformed, 'not understood');
    }
  }

  private receiveSync(decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (step === STEP_1) return this.answerStep1(bytes);
    if (step !== STEP_2 && step !== UPDATE) return this.end(CLOSE.malformed, 'unknown step');
    const outcome = this.room.accept(this, this.identity.writer, bytes);
    if (outcome === 'taken') {
      this.received += 1;
      if (this.received - this.committed >= STOP_READING_AT) this.socket.pause();
    } else if (outcome === 'gap') this.end(CLOSE.resync, 'something before this is missing');
    else if (outcome === 'not-allowed') this.end(CLOSE.notAllowed, 'this text is read-only for you');
    else if (outcome === 'malformed') this.end(CLOSE.malformed, 'not a change of this text');
    else this.end(CLOSE.tooLarge, outcome === 'draft-full' ? 'the text is too long' : 'too much at once');
  }

  /** Answers with what is accepted now, once that is committed; two questions in ten seconds are enough for anybody. */
  private answerStep1(vector: Uint8Array): void {
    const now = Date.now();
    this.firstSteps = [...this.firstSteps.filter((at) => now - at < 10_000), now];
    if (this.firstSteps.length > 3) return this.end(CLOSE.resync, 'too many questions');
    const state = Y.encodeStateAsUpdate(this.room.doc, vector);
    this.room.whenCommitted(() => this.send(syncMessage(STEP_2, state), true));
  }

  /** Asks the newcomer for what the room does not have. */
  greet(): void {
    this.send(syncMessage(STEP_1, Y.encodeStateVector(this.room.doc)), true);
    this.sendCarets();
  }

  private receiveCaret(decoder: decoding.Decoder): void {
    const bytes = decoding.readVarUint8Array(decoder);
    if (bytes.byteLength > MAX_PRESENCE) return this.end(CLOSE.tooLarge, 'presence too large');
    this.caretClient = this.carets.receive(this, bytes, this.identity, this.caretClient);
  }

  /** Also when there are none: an editor that asks wants to hear that the connection lives. */
  private sendCarets(): void {
    this.caret(this.carets.all());
  }

  /** Somebody's caret; left out for a reader who is far behind. */
  caret(bytes: Uint8Array): void {
    if (this.socket.bufferedAmount > PRESENCE_PAUSES_AT) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE_AWARENESS);
    encoding.writeVarUint8Array(encoder, bytes);
    this.send(encoding.toUint8Array(encoder));
  }

  update(bytes: Uint8Array): void {
    this.send(syncMessage(UPDATE, bytes));
  }

  saved(frames: number, through: number): void {
    this.committed = frames;
    if (this.received - frames < STOP_READING_AT && this.socket.isPaused) this.socket.resume();
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE_SAVED);
    encoding.writeVarUint(encoder, frames);
    encoding.writeVarUint(encoder, through);
    this.send(encoding.toUint8Array(encoder));
  }

  leave(why: 'restarted' | 'not-allowed'): void {
    if (why === 'not-allowed') this.end(CLOSE.notAllowed, 'this text is read-only for you');
    else this.end(CLOSE.draftRestarted, 'the text is opened again');
  }

  /** A reader who is too far behind is let go: it comes again and reads the state. */
  private send(frame: Uint8Array, isAnswer = false): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (!isAnswer && this.socket.bufferedAmount > MAX_QUEUED) return this.end(CLOSE.resync, 'too far behind');
    this.socket.send(frame);
  }

  end(code: number, reason: string): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.close(code, reason);
    this.room.leave(this);
    this.carets.leave(this, this.caretClient);
  }
}

function syncMessage(step: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_SYNC);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}
