import { COMMAND_PRIORITY_LOW, mergeRegister, type NodeKey, SELECTION_CHANGE_COMMAND } from 'lexical';
import { useEffect, useRef, useState } from 'react';
import type { ParagraphId } from '../../shared/ids.ts';
import type { Paragraph } from '../../shared/text/paragraph.ts';
import { $blockAtCaret, $idOf } from './blocks.ts';
import { blockElementOf } from './offsets.ts';
import type { DraftSession } from './session.ts';

export interface HandlePlace {
  id: ParagraphId;
  kind: Paragraph['kind'];
  address: string;
  key: NodeKey;
  /** Pixels from the top of the frame, and the height of the paragraph's first line. */
  top: number;
  height: number;
}

/**
 * At which paragraph the handle stands: the one under the mouse, else the one with the caret (editing) or
 * the focus (reading). While its menu is open it stays.
 */
export function useHandlePlace(
  session: DraftSession,
  frame: HTMLElement,
  isEditing: boolean,
  isHeld: boolean,
): HandlePlace | null {
  const [place, setPlace] = useState<HandlePlace | null>(null);
  const held = useRef(isHeld);
  held.current = isHeld;
  useEffect(() => {
    const { editor, index, geometry } = session;
    let hovered: ParagraphId | null = null;
    let focused: ParagraphId | null = null;
    const settle = () => {
      if (held.current) return;
      const caret = isEditing ? editor.getEditorState().read(() => $idOfCaret()) : focused;
      const id = [hovered, caret].find((one) => one !== null && index.find(one)) ?? null;
      setPlace((before) => {
        const next = id === null ? null : placeOf(session, frame, id);
        return JSON.stringify(before) === JSON.stringify(next) ? before : next;
      });
    };
    const hover = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || event.buttons !== 0) return;
      const id = idAt(frame, event);
      if (id === undefined || id === hovered) return;
      hovered = id;
      settle();
    };
    const leave = () => {
      hovered = null;
      settle();
    };
    const focus = (event: Event) => {
      const block = event.target instanceof Node ? blockElementOf(event.target) : null;
      focused = (block?.dataset.pid as ParagraphId | undefined) ?? focused;
      settle();
    };
    const watched: [string, (event: never) => void][] = [
      ['pointermove', hover],
      ['pointerleave', leave],
      ['focusin', focus],
      ['click', focus],
    ];
    for (const [name, listener] of watched) frame.addEventListener(name, listener as EventListener);
    const stop = mergeRegister(
      geometry.subscribe(settle),
      editor.registerUpdateListener(() => geometry.note()),
      editor.registerCommand(
        SELECTION_CHANGE_COMMAND,
        () => {
          geometry.note();
          return false;
        },
        COMMAND_PRIORITY_LOW,
      ),
    );
    settle();
    return () => {
      stop();
      for (const [name, listener] of watched) frame.removeEventListener(name, listener as EventListener);
    };
  }, [session, frame, isEditing]);
  return place;
}

function $idOfCaret(): ParagraphId | null {
  const block = $blockAtCaret();
  return block && $idOf(block);
}

/** The paragraph at the height of the mouse, also when it is over the number column; undefined over a handle. */
function idAt(frame: HTMLElement, event: PointerEvent): ParagraphId | null | undefined {
  if (event.target instanceof Element && event.target.closest('.draft-handle')) return undefined;
  const block = event.target instanceof Node ? blockElementOf(event.target) : null;
  const { left, width } = frame.getBoundingClientRect();
  const beside = block ?? blockElementOf(document.elementFromPoint(left + width / 2, event.clientY));
  return (beside?.dataset.pid as ParagraphId | undefined) ?? null;
}

/** On a narrow screen the number stands above its paragraph; where it does not, the handle goes above the words. */
const narrow = '(max-width: 900px)';
const narrowHeight = 24;

function placeOf(session: DraftSession, frame: HTMLElement, id: ParagraphId): HandlePlace | null {
  const { index } = session;
  const [paragraph, key, element] = [index.find(id), index.keyOf(id), index.elementOf(id)];
  if (!paragraph || key === undefined || !element) return null;
  const { kind, address } = paragraph;
  const top = element.getBoundingClientRect().top - frame.getBoundingClientRect().top;
  if (matchMedia(narrow).matches) {
    const { content, display } = getComputedStyle(element, '::before');
    const hasRow = content !== 'none' && display === 'block';
    return { id, kind, address, key, top: hasRow ? top : top - narrowHeight, height: narrowHeight };
  }
  return { id, kind, address, key, top, height: Number.parseFloat(getComputedStyle(element).lineHeight) || 26 };
}

/** While one reads on a narrow screen, a tap chooses the paragraph, and what can be done with it is the page's to say. */
export const isTapped = (): boolean => matchMedia(narrow).matches;
