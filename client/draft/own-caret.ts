import { BLUR_COMMAND, COMMAND_PRIORITY_LOW, FOCUS_COMMAND, type LexicalEditor, mergeRegister } from 'lexical';
import type { Awareness } from 'y-protocols/awareness';

/**
 * Tells the others where one edits: only while the text has the focus, and never of somebody who reads. The
 * server writes the name it knows over the one given here. The place itself is told by the binding.
 * @returns `tell` to say that editing has ended, and `close`
 */
export function ownCaret(editor: LexicalEditor, awareness: Awareness, me: { name: string; colour: string }) {
  const tell = (isFocused: boolean) => {
    const before = awareness.getLocalState();
    if (!before && !isFocused) return;
    const place = before ?? { anchorPos: null, focusPos: null };
    awareness.setLocalState({ ...place, name: me.name, color: me.colour, focusing: isFocused, awarenessData: {} });
  };
  const tells = (isFocused: boolean) => () => {
    tell(isFocused);
    return false;
  };
  const goodbye = () => awareness.setLocalState(null);
  addEventListener('pagehide', goodbye);
  const close = mergeRegister(
    editor.registerCommand(FOCUS_COMMAND, tells(true), COMMAND_PRIORITY_LOW),
    editor.registerCommand(BLUR_COMMAND, tells(false), COMMAND_PRIORITY_LOW),
    () => removeEventListener('pagehide', goodbye),
  );
  return { tell, close };
}
