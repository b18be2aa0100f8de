import { $getNodeByKey, $getSelection, $isRangeSelection, $setSelection, type LexicalEditor } from 'lexical';

/**
 * Does a deed of a menu or dialog and brings the caret back to where it then is. A dialog that closes gives the
 * focus to the text, and the browser would put the caret at its start: so the place is kept and set in the same
 * moment, before a key can be pressed. A menu gives the focus to its button: then it is taken two frames later.
 */
export function backToText(editor: LexicalEditor, deed: () => void): void {
  deed();
  queueMicrotask(() => {
    const root = editor.getRootElement();
    const kept = editor.getEditorState().read(() => $getSelection()?.clone() ?? null);
    let isDone = false;
    const restore = () => {
      if (isDone) return;
      isDone = true;
      root?.removeEventListener('focus', restore);
      editor.update(
        () => {
          const isThere = $isRangeSelection(kept) && $getNodeByKey(kept.anchor.key) && $getNodeByKey(kept.focus.key);
          if (isThere) $setSelection(kept.clone());
        },
        { discrete: true },
      );
      if (document.activeElement !== root) editor.focus();
    };
    root?.addEventListener('focus', restore);
    requestAnimationFrame(() => requestAnimationFrame(restore));
  });
}
