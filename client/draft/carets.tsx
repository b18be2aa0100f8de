import { createDOMRange } from '@lexical/selection';
import { $getAnchorAndFocusForUserState, type UserState } from '@lexical/yjs';
import { $getNodeByKey } from 'lexical';
import { useEffect, useState } from 'react';
import { HighlightSet } from './highlight-set.ts';
import { blockElementOf } from './offsets.ts';
import type { DraftSession } from './session.ts';

/** The colours that the server gives out, as names of ours, so that they suit the dark theme too. */
const tones = ['add', 'note', 'warn'] as const;
const givenColours = ['#165c3b', '#3d4a66', '#744600'];

interface Caret {
  client: number;
  name: string;
  tone: (typeof tones)[number];
  x: number;
  y: number;
  height: number;
  /** Where the name stands: on the caret's line, or below the number when that is the first line of its paragraph. */
  nameAt: number;
}

/**
 * The carets of others: a bar in the text, the name in the number column, so that it never covers a word.
 * Only carets that can be placed are drawn: one in a block that was just deleted here is simply not there.
 */
export function Carets({ session, frame }: { session: DraftSession; frame: HTMLElement }) {
  const [carets, setCarets] = useState<Caret[]>([]);
  useEffect(() => {
    const { awareness } = session.connection;
    const layer = document.createElement('div');
    const selections = new HighlightSet(frame, layer, ['draft-peer-add', 'draft-peer-note', 'draft-peer-warn']);
    const draw = () => setCarets(place(session, frame, selections));
    const note = () => session.geometry.note();
    const stopDrawing = session.geometry.subscribe(draw);
    awareness.on('change', note);
    draw();
    return () => {
      stopDrawing();
      awareness.off('change', note);
      selections.close();
    };
  }, [session, frame]);
  return (
    <div className="draft-carets" aria-hidden="true">
      {carets.map(({ client, name, tone, x, y, height, nameAt }) => (
        <div key={client} className={tone}>
          <i style={{ insetBlockStart: y, left: x, blockSize: height }} />
          <b style={{ insetBlockStart: nameAt }}>
            <span data-s={initialsOf(name)}>{name}</span>
          </b>
        </div>
      ))}
    </div>
  );
}

function place(session: DraftSession, frame: HTMLElement, selections: HighlightSet): Caret[] {
  const { awareness } = session.connection;
  const origin = frame.getBoundingClientRect();
  const taken = new Set<number>();
  const shown = new Set<string>();
  const carets: Caret[] = [];
  for (const [client, state] of awareness.getStates() as Map<number, UserState>) {
    const range = client === awareness.clientID || !state.focusing ? null : rangeOf(session, state);
    if (!range) continue;
    const tone = toneOf(client, state.color);
    const { start, end, caret } = range;
    if (start !== end) shown.add(String(client));
    selections.put(String(client), start === end ? null : range.selected, `draft-peer-${tone}`);
    let nameAt = caret.top - origin.top + (range.isBesideNumber ? caret.height : 0);
    while (taken.has(Math.round(nameAt / 12))) nameAt += 20;
    taken.add(Math.round(nameAt / 12));
    const name = typeof state.name === 'string' ? state.name : '';
    carets.push({
      client,
      name,
      tone,
      x: caret.left - origin.left,
      y: caret.top - origin.top,
      height: caret.height,
      nameAt,
    });
  }
  selections.keepOnly(shown);
  return carets;
}

interface Drawn {
  start: string;
  end: string;
  selected: Range;
  caret: { left: number; top: number; height: number };
  /** On the first line of a paragraph whose number stands in the column; list items and cells have none there. */
  isBesideNumber: boolean;
}

/** Where somebody's caret and selection are drawn; null when the place is not in the text (any more). */
function rangeOf(session: DraftSession, state: UserState): Drawn | null {
  const { editor, bound } = session;
  try {
    return editor.getEditorState().read(() => {
      const { anchorKey, anchorOffset, focusKey, focusOffset } = $getAnchorAndFocusForUserState(bound.binding, state);
      const anchor = anchorKey === null ? null : $getNodeByKey(anchorKey);
      const focus = focusKey === null ? null : $getNodeByKey(focusKey);
      const selected = anchor && focus && createDOMRange(editor, anchor, anchorOffset, focus, focusOffset);
      const at = focus && createDOMRange(editor, focus, focusOffset, focus, focusOffset);
      if (!selected || !at) return null;
      const block = blockElementOf(at.startContainer);
      const caret = boxOf(at, block);
      const isOnFirstLine = block !== null && caret.top - block.getBoundingClientRect().top < caret.height * 0.8;
      const hasNumber = block !== null && block.closest('li, td, th') === null;
      return {
        start: `${anchorKey}/${anchorOffset}`,
        end: `${focusKey}/${focusOffset}`,
        selected,
        caret,
        isBesideNumber: isOnFirstLine && hasNumber,
      };
    });
  } catch {
    return null;
  }
}

/** A range in an empty block has no box of its own: the block's first line is taken. */
function boxOf(range: Range, block: HTMLElement | null): Drawn['caret'] {
  const box = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
  if (box.height > 0 || !block) return { left: box.left, top: box.top, height: box.height };
  const { left, right, top, height } = block.getBoundingClientRect();
  const { direction, paddingInlineStart } = getComputedStyle(block);
  const start =
    direction === 'rtl' ? right - Number.parseFloat(paddingInlineStart) : left + Number.parseFloat(paddingInlineStart);
  return { left: start, top, height };
}

function toneOf(client: number, colour: unknown): Caret['tone'] {
  const given = givenColours.indexOf(String(colour));
  return tones[given === -1 ? client % tones.length : given] ?? 'note';
}

/** "Secretariat 2" is S2. */
const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .slice(0, 2)
    .join('');
