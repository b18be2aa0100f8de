import { createEditor, type LexicalEditor, mergeRegister } from 'lexical';
import * as Y from 'yjs';
import type { ParagraphId } from '../../shared/ids.ts';
import { readDraft } from '../../shared/text/read.ts';
import { bindDraft, type DraftBinding } from './binding.ts';
import { blockCursor, focusedParagraph } from './block-cursor.ts';
import { $blockByKey, $selectInBlock } from './blocks.ts';
import { DraftConnection } from './connection.ts';
import { dragGuard } from './drag-guard.ts';
import { Geometry } from './geometry.ts';
import { QuoteHighlights } from './highlights.ts';
import { KeptWords } from './kept.ts';
import { ownCaret } from './own-caret.ts';
import { ParagraphIndex, type TextChange } from './paragraph-index.ts';
import type { SavedState } from './saved-state.ts';
import { draftNodes, draftTheme } from './schema.ts';
import { keepSelection } from './selection.ts';
import { type Unsaved, unsavedParagraphs, unsavedSince } from './unsaved.ts';

export interface SessionOptions {
  paperId: string;
  /** The address of the text wire, without the paper. */
  url: string;
  root: HTMLElement;
  /** Where boxes are drawn when the browser has no highlights. */
  boxes: HTMLElement;
  mayWrite: boolean;
  /** What the text is called for those who do not see it. */
  label: string;
  me: { name: string; colour: string };
  /** What editing needs beside the text (lists, tables, typing): registered before the text comes in. */
  equip?: (editor: LexicalEditor) => () => void;
}
export interface SessionEvents {
  onState: (state: SavedState, throughUpdate: number | null) => void;
  onRefused: (code: number) => void;
  onResync: () => void;
  onUnreadable: () => void;
  onText: (index: ParagraphIndex) => void;
  onComment: (id: ParagraphId) => void;
}

/**
 * One draft that is open on this screen: its document, the editor over it, and the wire. It is thrown away
 * as a whole, never repaired: after a refusal a new one begins with a fresh document.
 */
export class DraftSession {
  readonly root: HTMLElement;
  readonly editor: LexicalEditor;
  readonly doc = new Y.Doc();
  readonly index: ParagraphIndex;
  readonly connection: DraftConnection;
  readonly highlights: QuoteHighlights;
  readonly geometry: Geometry;
  readonly bound: DraftBinding;
  readonly #options: SessionOptions;
  readonly #kept: KeptWords;
  readonly #caret: ReturnType<typeof ownCaret> | null;
  readonly #stop: () => void;
  #savedTexts = new Map<ParagraphId, string>();
  isEditing = false;

  /** @param state the draft as the server has committed it. A session never begins without one: an empty text would be a lie. */
  constructor(state: Uint8Array, options: SessionOptions, events: SessionEvents) {
    const { root, boxes, mayWrite, me } = options;
    this.#options = options;
    this.root = root;
    Y.applyUpdate(this.doc, state, 'loaded');
    this.#kept = new KeptWords(options.paperId, me.name);
    this.connection = new DraftConnection(this.doc, options, {
      onState: (next, through) => {
        if (next.kind === 'saved') this.#rememberSaved();
        events.onState(next, through);
      },
      onRefused: events.onRefused,
      onResync: events.onResync,
    });
    let noteError = () => {};
    this.editor = createEditor({
      namespace: 'draft',
      nodes: draftNodes,
      theme: draftTheme,
      editable: false,
      onError: (error) => {
        noteError();
        console.error(error);
      },
    });
    this.editor.setRootElement(root);
    const stopEditing = mayWrite ? options.equip?.(this.editor) : undefined;
    this.index = new ParagraphIndex(this.editor);
    this.highlights = new QuoteHighlights(root, boxes, this.index);
    this.geometry = new Geometry(root, this.index);
    const awareness = mayWrite ? this.connection.awareness : null;
    this.bound = bindDraft(this.editor, this.doc, {
      awareness,
      mayWrite,
      onErrors: (note) => {
        noteError = note;
      },
      onUnreadable: events.onUnreadable,
    });
    this.#caret = awareness && ownCaret(this.editor, awareness, me);
    this.#savedTexts = textsOf(this.index);
    const isReading = () => !this.isEditing;
    this.#stop = mergeRegister(
      () => stopEditing?.(),
      this.index.subscribe((change) => {
        if (change.isRemote) this.#followOthers(change);
        events.onText(this.index);
      }),
      keepSelection(root, this.index, isReading),
      blockCursor(root, this.index, { isReading, onComment: events.onComment }),
      dragGuard(root, this.connection),
      mayWrite ? this.#keepOwnWords() : () => {},
      () => this.#caret?.close(),
    );
    root.style.minBlockSize = '';
    if (mayWrite) this.#kept.putInto(this.doc);
    this.connection.connect();
  }

  /** Whether the text is edited or read on this screen; who may not write never edits. */
  setEditing(isEditing: boolean): void {
    const { root } = this;
    const at = focusedParagraph(root);
    this.isEditing = isEditing && this.#options.mayWrite;
    this.editor.setEditable(this.isEditing);
    root.contentEditable = this.isEditing ? 'true' : 'false';
    root.spellcheck = this.isEditing;
    root.tabIndex = 0;
    root.role = this.isEditing ? 'textbox' : 'group';
    root.ariaMultiLine = this.isEditing ? 'true' : null;
    root.ariaLabel = this.#options.label;
    if (!this.isEditing) this.#caret?.tell(false);
    else if (at !== null) this.putCaret(at);
  }

  /** Puts the caret at the start of a paragraph, and the focus into the text. */
  putCaret(id: ParagraphId): void {
    const key = this.index.keyOf(id);
    this.editor.update(
      () => {
        const block = key === undefined ? null : $blockByKey(key);
        if (block) $selectInBlock(block, 0);
      },
      { onUpdate: () => this.editor.focus() },
    );
  }

  /** The words written here that the server does not have yet. */
  unsaved(): Unsaved {
    if (!this.connection.hasUnsaved) return { places: [], words: 0, address: null };
    return unsavedSince(this.#savedTexts, this.index.paragraphs());
  }

  /**
   * The paragraphs that would be lost with this document: compared with the server's state, or, when that
   * cannot be had, with what was saved last.
   */
  unsavedAgainst(state: Uint8Array | null): string[] {
    if (!this.connection.hasUnsaved) return [];
    const own = this.index.paragraphs();
    if (state === null) return own.filter(({ id, text }) => this.#savedTexts.get(id) !== text).map(({ text }) => text);
    const fresh = new Y.Doc();
    Y.applyUpdate(fresh, state);
    const lost = unsavedParagraphs(own, readDraft(fresh));
    fresh.destroy();
    return lost;
  }

  /** Nothing written here will be sent any more. */
  forgetKept(): void {
    this.#kept.clear();
  }

  close(): void {
    this.#stop();
    this.highlights.close();
    this.geometry.close();
    this.bound.close();
    this.index.close();
    this.connection.close();
    // The place of the text is kept until the next session has filled it, so that the page does not jump.
    this.root.style.minBlockSize = `${this.root.offsetHeight}px`;
    this.editor.setRootElement(null);
    this.root.replaceChildren();
    this.doc.destroy();
  }

  #rememberSaved(): void {
    this.#kept.clear();
    if (this.index) this.#savedTexts = textsOf(this.index);
  }

  /** What others wrote into a paragraph that nobody touched here is saved by them, not unsaved here. */
  #followOthers({ dirty }: TextChange): void {
    for (const id of dirty) {
      const text = this.index.find(id)?.text ?? '';
      if (!this.connection.hasUnsaved || !this.#savedTexts.has(id)) this.#savedTexts.set(id, text);
    }
  }

  #keepOwnWords(): () => void {
    const keep = (update: Uint8Array, origin: unknown) => {
      if (origin === this.bound.binding || origin === this.bound.history) this.#kept.add(update);
    };
    const write = () => this.#kept.write();
    this.doc.on('update', keep);
    addEventListener('pagehide', write);
    return () => {
      this.#kept.write();
      this.doc.off('update', keep);
      removeEventListener('pagehide', write);
    };
  }
}

const textsOf = (index: ParagraphIndex): Map<ParagraphId, string> =>
  new Map(index.paragraphs().map(({ id, text }) => [id, text]));
