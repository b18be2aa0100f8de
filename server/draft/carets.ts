import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

interface Listener {
  caret(bytes: Uint8Array): void;
}
interface Caret {
  personId: string;
  client: number;
  clock: number;
  state: string;
}

interface Who {
  personId: string;
  name: string;
  organisation: string;
}

const COLOURS = ['#165c3b', '#3d4a66', '#744600'];

/**
 * The carets of those who have a draft open, in the wire format of y-protocols/awareness. The server says
 * who somebody is: name, organisation and colour are written over whatever came, and a socket speaks for
 * one client id only, so nobody can move another's caret or wear another's name. Nothing is stored.
 */
export class Carets {
  private readonly carets = new Map<Listener, Caret>();
  private readonly listeners = new Set<Listener>();

  join(listener: Listener): void {
    this.listeners.add(listener);
  }

  /** @returns the client id that this socket speaks for from now on */
  receive(from: Listener, bytes: Uint8Array, who: Who, client: number | null): number | null {
    const decoder = decoding.createDecoder(bytes);
    const count = decoding.readVarUint(decoder);
    let own = client;
    for (let at = 0; at < count && at < 8; at++) {
      const id = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const state: unknown = JSON.parse(decoding.readVarString(decoder));
      own ??= this.isTaken(id, who) ? null : id;
      if (id !== own) continue;
      const caret = { personId: who.personId, client: id, clock, state: stateOf(state, id, who) };
      if (state === null) this.carets.delete(from);
      else this.carets.set(from, caret);
      const told = encode([caret]);
      for (const listener of this.listeners) if (listener !== from) listener.caret(told);
    }
    return own;
  }

  /** The same person may come back with the same client id while the old socket is not yet known to be dead. */
  private isTaken(client: number, by: Who): boolean {
    return [...this.carets.values()].some((caret) => caret.client === client && caret.personId !== by.personId);
  }

  /** Every caret in one message. */
  all(): Uint8Array {
    return encode([...this.carets.values()]);
  }

  leave(listener: Listener, client: number | null): void {
    this.listeners.delete(listener);
    const caret = this.carets.get(listener);
    this.carets.delete(listener);
    if (!caret || client === null) return;
    const gone = encode([{ ...caret, clock: caret.clock + 1, state: 'null' }]);
    for (const other of this.listeners) other.caret(gone);
  }
}

function stateOf(state: unknown, client: number, who: Who): string {
  if (state === null || typeof state !== 'object') return 'null';
  const colour = COLOURS[client % COLOURS.length];
  const { name, organisation } = who;
  return JSON.stringify({ ...state, name, organisation, color: colour, user: { name, organisation, colour } });
}

function encode(carets: readonly Caret[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, carets.length);
  for (const caret of carets) {
    encoding.writeVarUint(encoder, caret.client);
    encoding.writeVarUint(encoder, caret.clock);
    encoding.writeVarString(encoder, caret.state);
  }
  return encoding.toUint8Array(encoder);
}
