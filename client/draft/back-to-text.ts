import { $getNodeByKey, $getSelection, $isRangeSelection, $setSelection, type LexicalEditor } from 'lexical';

/**
 * Does a deed of a menu or dialog and brings the caret back to where it then is. A dialog that closes gives the
 * focus to the text itself, and the browser puts the caret at its start: so the place is kept, and set two
 * frames later.
 */
export function backToText(editor: LexicalEditor, deed: () => void): void {
  deed();
  queueMicrotask(() => {
    const kept = editor.getEditorState().read(() => $getSelection()?.clone() ?? null);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        editor.update(() => {
          const isThere = $isRangeSelection(kept) && $getNodeByKey(kept.anchor.key) && $getNodeByKey(kept.focus.key);
          if (isThere) $setSelection(kept.clone());
        });
        editor.focus();
      }),
    );
  });
}
