import { $getNodeByKey, $getRoot, $isElementNode, COLLABORATION_TAG, type LexicalEditor, type NodeKey } from 'lexical';
import type { ParagraphId } from '../../shared/ids.ts';
import { addressed } from '../../shared/text/address.ts';
import type { Paragraph, Run } from '../../shared/text/paragraph.ts';
import { textOf } from '../../shared/text/paragraph.ts';
import { $readBlocks, $runsOf } from './reading.ts';

/** What one update changed: paragraphs that are new or have other words, and paragraphs that are not there any more. */
export interface TextChange {
  dirty: ReadonlySet<ParagraphId>;
  gone: ReadonlySet<ParagraphId>;
  /** Whether it came from others (or from undo) instead of being typed here. */
  isRemote: boolean;
}
type DirtyElements = ReadonlyMap<NodeKey, boolean>;

/**
 * The living text as paragraphs, kept up with the editor. It only reads: a write from an update listener
 * would corrupt the shared document. Typing in one block costs that block; only a change of structure
 * reads the whole text again (words of unchanged blocks are remembered).
 */
export class ParagraphIndex {
  readonly #editor: LexicalEditor;
  readonly #tell = new Set<(change: TextChange) => void>();
  readonly #runs = new Map<NodeKey, Run[]>();
  #paragraphs: Paragraph[] = [];
  #keys: NodeKey[] = [];
  #placeOf = new Map<ParagraphId, number>();
  readonly #stop: () => void;

  constructor(editor: LexicalEditor) {
    this.#editor = editor;
    this.#read(new Map(), true, true);
    this.#stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, editorState, prevEditorState, tags }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      const before = prevEditorState.read(() => $getRoot().getChildrenSize());
      const stoodBefore = (key: NodeKey) => prevEditorState._nodeMap.has(key);
      const isOtherShape = editorState.read(
        () => before !== $getRoot().getChildrenSize() || $hasOtherShape(dirtyElements, stoodBefore),
      );
      this.#read(dirtyElements, isOtherShape, tags.has(COLLABORATION_TAG));
    });
  }

  /** The text in its order; the same values as the server reads. */
  paragraphs(): readonly Paragraph[] {
    return this.#paragraphs;
  }

  find(id: ParagraphId): Paragraph | undefined {
    const place = this.#placeOf.get(id);
    return place === undefined ? undefined : this.#paragraphs[place];
  }

  keyOf(id: ParagraphId): NodeKey | undefined {
    const place = this.#placeOf.get(id);
    return place === undefined ? undefined : this.#keys[place];
  }

  /** The drawn block of a paragraph. */
  elementOf(id: ParagraphId): HTMLElement | null {
    const key = this.keyOf(id);
    return key === undefined ? null : this.#editor.getElementByKey(key);
  }

  /** The paragraph above or below another; the first or last one without one. */
  neighbour(id: ParagraphId | null, step: 1 | -1): Paragraph | undefined {
    const place = id === null ? undefined : this.#placeOf.get(id);
    return place === undefined ? this.#paragraphs.at(step === 1 ? 0 : -1) : this.#paragraphs[place + step];
  }

  /** Calls after each update that changed the text, when it is drawn and before it is painted. */
  subscribe(listener: (change: TextChange) => void): () => void {
    this.#tell.add(listener);
    return () => this.#tell.delete(listener);
  }

  close(): void {
    this.#stop();
    this.#tell.clear();
  }

  #read(dirtyElements: DirtyElements, isOtherShape: boolean, isRemote: boolean): void {
    const change = this.#editor
      .getEditorState()
      .read(() => (isOtherShape ? this.#readAll(dirtyElements) : this.#readSome(dirtyElements)));
    this.#mark(dirtyElements, isOtherShape);
    if (change.dirty.size > 0 || change.gone.size > 0)
      for (const tell of [...this.#tell]) tell({ ...change, isRemote });
  }

  #readAll(dirtyElements: DirtyElements): Omit<TextChange, 'isRemote'> {
    const past = new Map(this.#paragraphs.map((paragraph) => [paragraph.id, paragraph]));
    for (const key of dirtyElements.keys()) this.#runs.delete(key);
    const read = $readBlocks((node) => {
      const runs = this.#runs.get(node.getKey()) ?? $runsOf(node);
      this.#runs.set(node.getKey(), runs);
      return runs;
    });
    this.#keys = read.map(({ key }) => key);
    const standing = new Set(this.#keys);
    for (const key of this.#runs.keys()) if (!standing.has(key)) this.#runs.delete(key);
    this.#paragraphs = addressed(read.map(({ block }) => block));
    this.#placeOf = new Map(this.#paragraphs.map((paragraph, place) => [paragraph.id, place]));
    const dirty = new Set<ParagraphId>();
    this.#paragraphs.forEach((paragraph, place) => {
      const before = past.get(paragraph.id);
      past.delete(paragraph.id);
      if (!before || before.text !== paragraph.text || dirtyElements.has(read[place]?.key ?? ''))
        dirty.add(paragraph.id);
    });
    return { dirty, gone: new Set(past.keys()) };
  }

  /** Only words changed: the blocks, their order and their addresses are what they were. */
  #readSome(dirtyElements: DirtyElements): Omit<TextChange, 'isRemote'> {
    const dirty = new Set<ParagraphId>();
    const next = [...this.#paragraphs];
    this.#keys.forEach((key, place) => {
      const node = dirtyElements.has(key) ? $getNodeByKey(key) : null;
      const paragraph = next[place];
      if (!paragraph || !$isElementNode(node)) return;
      const runs = $runsOf(node);
      this.#runs.set(key, runs);
      next[place] = { ...paragraph, runs, text: textOf(runs) };
      dirty.add(paragraph.id);
    });
    this.#paragraphs = next;
    return { dirty, gone: new Set() };
  }

  /** Marks the drawn blocks: `data-pid` for anchors, `data-label` hangs in the margin, `dir` by the first strong letter. */
  #mark(dirtyElements: DirtyElements, isOtherShape: boolean): void {
    if (isOtherShape) this.#unmark(dirtyElements);
    this.#keys.forEach((key, place) => {
      const paragraph = this.#paragraphs[place];
      if (!paragraph || !(isOtherShape || dirtyElements.has(key))) return;
      const element = this.#editor.getElementByKey(key);
      if (!element) return;
      if (element.dataset.pid !== paragraph.id) element.dataset.pid = paragraph.id;
      if (element.dataset.label !== paragraph.address) element.dataset.label = paragraph.address;
      if (element.dir !== 'auto') element.dir = 'auto';
    });
  }

  /** An item into which a list was nested by somebody else keeps its drawn element, but is no block any more. */
  #unmark(dirtyElements: DirtyElements): void {
    const standing = new Set(this.#keys);
    for (const key of dirtyElements.keys()) {
      const element = standing.has(key) ? null : this.#editor.getElementByKey(key);
      element?.removeAttribute('data-pid');
      element?.removeAttribute('data-label');
    }
  }
}

/**
 * Whether blocks came, went, or changed what they are. Lexical marks a block as changed itself (`true`)
 * unless only its texts changed; the root is always marked.
 */
function $hasOtherShape(dirtyElements: DirtyElements, stoodBefore: (key: NodeKey) => boolean): boolean {
  for (const [key, isChangedItself] of dirtyElements) {
    if (key === 'root') continue;
    const node = $getNodeByKey(key);
    if (isChangedItself || node === null || !node.isAttached() || !stoodBefore(key)) return true;
  }
  return false;
}
