import {
  $getAnchorAndFocusForUserState,
  type BindingV2,
  createBindingV2__EXPERIMENTAL as createBinding,
  type Provider,
  syncLexicalUpdateToYjsV2__EXPERIMENTAL as syncLexicalUpdateToYjs,
  syncYjsChangesToLexicalV2__EXPERIMENTAL as syncYjsChangesToLexical,
  syncYjsStateToLexicalV2__EXPERIMENTAL as syncYjsStateToLexical,
  type UserState,
} from '@lexical/yjs';
import {
  $createRangeSelection,
  $getNodeByKey,
  $isTextNode,
  $setSelection,
  COLLABORATION_TAG,
  COMMAND_PRIORITY_EDITOR,
  type LexicalEditor,
  mergeRegister,
  REDO_COMMAND,
  SKIP_COLLAB_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  UNDO_COMMAND,
} from 'lexical';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { DRAFT_ROOT } from '../../shared/draft/contract.ts';
import { unsharedProperties } from './schema.ts';

/** An editor bound to a shared document. `history` is null where nothing may be written. */
export interface DraftBinding {
  binding: BindingV2;
  history: Y.UndoManager | null;
  close: () => void;
}
export interface BindOptions {
  /** Null where nobody shall see a caret. */
  awareness: Awareness | null;
  mayWrite: boolean;
  /** Takes what the editor's `onError` has to call: what could not be drawn is then read anew from the document. */
  onErrors: (note: () => void) => void;
  /** The document holds what this editor cannot show. Nothing may be written from now on: it would delete that. */
  onUnreadable?: () => void;
}

/**
 * Binds an editor to a document that already holds the text, over the V2 functions of `@lexical/yjs`
 * (the shipped plugin stays empty over a filled document). Without `mayWrite` there is no way from the
 * editor to the document: whatever happens in a member's view, nothing of it is sent.
 *
 * V2 cannot follow every change: where two people empty one list between them, Lexical drops the list and
 * the document keeps it, and the next change in it throws. The text is then read anew as a whole.
 */
export function bindDraft(editor: LexicalEditor, doc: Y.Doc, options: BindOptions): DraftBinding {
  const { awareness, mayWrite, onUnreadable } = options;
  const binding = createBinding(editor, 'draft', doc, new Map(), {
    rootName: DRAFT_ROOT,
    excludedProperties: unsharedProperties,
  });
  const provider = mayWrite && awareness ? ownCaretOnly(awareness) : noCarets;
  let isBroken = false;
  options.onErrors(() => {
    isBroken = true;
  });
  const readAnew = () => {
    isBroken = false;
    syncYjsStateToLexical(binding, provider);
    if (!isBroken) return putCaretBack(editor, binding, provider);
    stopSending();
    onUnreadable?.();
  };
  const onChange = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
    if (transaction.origin === binding) return;
    isBroken = false;
    const isUndo = transaction.origin instanceof Y.UndoManager;
    syncYjsChangesToLexical(binding, provider, events as Y.YEvent<Y.XmlElement | Y.XmlText>[], transaction, isUndo);
    if (isBroken) readAnew();
  };
  binding.root.observeDeep(onChange);
  const onOwnChange = (transaction: Y.Transaction) => {
    if (transaction.origin === binding) forgetDeleted(binding, transaction);
  };
  doc.on('afterTransaction', onOwnChange);
  const stopSending = mayWrite ? sendUpdates(editor, binding, provider) : keepMappingStraight(editor, binding);
  const history = mayWrite ? new Y.UndoManager(binding.root, { trackedOrigins: new Set([binding]) }) : null;
  const stopHistory = history ? registerHistory(editor, history) : () => {};
  readAnew();
  return {
    binding,
    history,
    close: () => {
      binding.root.unobserveDeep(onChange);
      doc.off('afterTransaction', onOwnChange);
      stopSending();
      stopHistory();
      history?.destroy();
    },
  };
}

/** After the text was read anew its nodes have other keys; the own caret is known by its place in the document. */
function putCaretBack(editor: LexicalEditor, binding: BindingV2, provider: Provider): void {
  const own = provider.awareness.getLocalState();
  if (!own?.anchorPos || !own.focusPos) return;
  editor.update(
    () => {
      const { anchorKey, anchorOffset, focusKey, focusOffset } = $getAnchorAndFocusForUserState(binding, own);
      const [anchor, focus] = [anchorKey, focusKey].map((key) => (key === null ? null : $getNodeByKey(key)));
      if (!anchor || !focus) return;
      const selection = $createRangeSelection();
      selection.anchor.set(anchor.getKey(), anchorOffset, $isTextNode(anchor) ? 'text' : 'element');
      selection.focus.set(focus.getKey(), focusOffset, $isTextNode(focus) ? 'text' : 'element');
      $setSelection(selection);
    },
    // At once: words typed in the meantime would join this update, and as one that came from others be sent to nobody.
    { discrete: true, tag: [COLLABORATION_TAG, SKIP_SCROLL_INTO_VIEW_TAG], skipTransforms: true },
  );
}

function sendUpdates(editor: LexicalEditor, binding: BindingV2, provider: Provider): () => void {
  return editor.registerUpdateListener(
    ({ prevEditorState, editorState, dirtyElements, dirtyLeaves, normalizedNodes, tags }) => {
      if (tags.has(SKIP_COLLAB_TAG)) return;
      syncLexicalUpdateToYjs(
        binding,
        provider,
        prevEditorState,
        editorState,
        dirtyElements,
        dirtyLeaves,
        normalizedNodes,
        tags,
      );
    },
  );
}

/**
 * Where nothing is written: texts that Lexical joined by itself are no longer those that the mapping names,
 * so their entries are dropped and the block is read anew at its next change.
 */
function keepMappingStraight(editor: LexicalEditor, binding: BindingV2): () => void {
  return editor.registerUpdateListener(({ normalizedNodes }) => {
    for (const key of normalizedNodes) binding.mapping.deleteNode(key);
  });
}

/** Types deleted by this editor stay in the mapping, where a remote caret in them would throw: drop them. */
function forgetDeleted(binding: BindingV2, transaction: Y.Transaction): void {
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return;
    const { type } = struct.content;
    if (type instanceof Y.XmlElement || type instanceof Y.XmlText) binding.mapping.delete(type);
  });
}

function registerHistory(editor: LexicalEditor, history: Y.UndoManager): () => void {
  const does = (step: () => unknown) => () => {
    step();
    return true;
  };
  return mergeRegister(
    editor.registerCommand(
      UNDO_COMMAND,
      does(() => history.undo()),
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(
      REDO_COMMAND,
      does(() => history.redo()),
      COMMAND_PRIORITY_EDITOR,
    ),
  );
}

/**
 * What the V2 functions want of a provider. They write where the own caret stands; the carets of others are
 * hidden from them, because drawing is ours (`carets.tsx`) and theirs throws inside deleted blocks.
 */
function ownCaretOnly(awareness: Awareness): Provider {
  return providerWith({
    getLocalState: () => awareness.getLocalState() as UserState | null,
    setLocalState: (state) => awareness.setLocalState(state),
    setLocalStateField: (field, value) => awareness.setLocalStateField(field, value),
  });
}
const noCarets = providerWith({ getLocalState: () => null, setLocalState: () => {}, setLocalStateField: () => {} });

function providerWith(
  own: Pick<Provider['awareness'], 'getLocalState' | 'setLocalState' | 'setLocalStateField'>,
): Provider {
  const nothing = () => {};
  const awareness = { ...own, getStates: () => new Map<number, UserState>(), on: nothing, off: nothing };
  return { awareness, connect: nothing, disconnect: nothing, on: nothing, off: nothing };
}
