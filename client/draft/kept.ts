import * as Y from 'yjs';

const shelf = 'rapporteur.draft';
/** Longer ones are left to the page alone: storage holds some 5 MB for everything. */
const mostBytes = 1_500_000;
const wait = 400;

/**
 * What one person wrote into one draft and the server does not have yet, kept on the device: a tab that is
 * closed while there is no network loses nothing. Each tab has its own place; whoever opens the draft next
 * takes over what lies there, and it goes away when the server has it.
 */
export class KeptWords {
  readonly #prefix: string;
  readonly #own: string;
  readonly #adopted = new Set<string>();
  #updates: Uint8Array[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(paperId: string, who: string) {
    this.#prefix = `${shelf}.${paperId}.${encodeURIComponent(who)}.`;
    this.#own = this.#prefix + crypto.randomUUID();
  }

  /** Puts what was kept back into the document. What this device cannot read is left out and forgotten. */
  putInto(doc: Y.Doc): void {
    for (const key of keysOf(this.#prefix)) {
      try {
        Y.applyUpdate(doc, fromBase64(localStorage.getItem(key) ?? ''), this);
      } catch {
        localStorage.removeItem(key);
        continue;
      }
      this.#adopted.add(key);
    }
  }

  add(update: Uint8Array): void {
    this.#updates.push(update);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.write(), wait);
  }

  /** Writes now: a page that is about to go has no time to wait. */
  write(): void {
    clearTimeout(this.#timer);
    if (this.#updates.length === 0) return;
    this.#updates = [Y.mergeUpdates(this.#updates)];
    const [update] = this.#updates;
    if (!update || update.byteLength > mostBytes) return;
    try {
      localStorage.setItem(this.#own, toBase64(update));
    } catch {
      // Without storage the words live as long as the page.
    }
  }

  /** The server has everything, or will never take it: nothing is kept any more. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#updates = [];
    for (const key of [this.#own, ...this.#adopted]) {
      try {
        localStorage.removeItem(key);
      } catch {
        return;
      }
    }
    this.#adopted.clear();
  }
}

function keysOf(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
