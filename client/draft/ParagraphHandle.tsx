import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Paragraph } from '../../shared/text/paragraph.ts';
import { announce } from '../base/announce.ts';
import { useLanguage } from '../base/language.ts';
import { paperAddress } from '../base/place.ts';
import { Icon } from '../base/ui/Icon.tsx';
import { backToText } from './back-to-text.ts';
import { $blockByKey, $setLabel } from './blocks.ts';
import { addParagraphAfter, canMove, deleteBlock, moveBlock } from './moving.ts';
import { NumberDialog } from './NumberDialog.tsx';
import type { DraftSession } from './session.ts';
import { isTapped, useHandlePlace } from './use-handle-place.ts';

interface HandleDeeds {
  onComment: (id: Paragraph['id']) => void;
  onHistory?: (id: Paragraph['id']) => void;
}

/**
 * The number of a paragraph is its handle. While one edits, it stands at the paragraph with the caret (and at
 * the one under the mouse) and opens a menu; while one reads, it comments.
 */
export function ParagraphHandle({
  session,
  frame,
  paperId,
  isEditing,
  ...deeds
}: HandleDeeds & { session: DraftSession; frame: HTMLElement; paperId: string; isEditing: boolean }) {
  const say = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const [numbered, setNumbered] = useState<Paragraph | null>(null);
  const place = useHandlePlace(session, frame, isEditing, isOpen);
  const { editor, index, highlights } = session;
  if (numbered) {
    return (
      <NumberDialog
        paragraph={numbered}
        paragraphs={index.paragraphs()}
        onClose={() => setNumbered(null)}
        onGive={(number) => {
          const key = index.keyOf(numbered.id);
          setNumbered(null);
          editor.update(() => {
            const block = key === undefined ? null : $blockByKey(key);
            if (block) $setLabel(block, number?.label ?? null, number?.typed ?? null);
          });
        }}
      />
    );
  }
  if (!place) return null;
  const { id, kind, address } = place;
  const look = {
    style: { insetBlockStart: place.top, blockSize: place.height },
    className: `draft-handle ${kind}`,
  };
  if (!isEditing && isTapped()) return null;
  if (!isEditing) {
    return (
      <Button {...look} aria-label={say('draft.comment-on', { address })} onPress={() => deeds.onComment(id)}>
        <Icon name="talk" />
        <bdi dir="ltr">{address}</bdi>
      </Button>
    );
  }
  const count = highlights.countOn(id);
  const copy = () => {
    const link = new URL(paperAddress(paperId, { paragraphId: id }), location.href).href;
    void navigator.clipboard.writeText(link).then(() => announce(say('draft.menu.copied', { address })));
  };
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button {...look} aria-label={say('draft.handle', { address })}>
        <span className="grip" aria-hidden="true" />
        <bdi dir="ltr">{address}</bdi>
      </Button>
      <Popover className="menu draft-menu" placement="bottom start" offset={2}>
        <div className="about">
          <b>
            <bdi dir="ltr">{address}</bdi>
          </b>
          {say(`draft.kinds.${kind}`)}
          {count > 0 && <p className="help">{say('draft.menu.threads', { count, address })}</p>}
        </div>
        <Menu aria-label={say('draft.handle', { address })}>
          <Choice words={say('draft.menu.number')} onChoose={() => setNumbered(index.find(id) ?? null)} />
          <Choice
            words={say('draft.menu.up')}
            keys={['Alt', '↑']}
            isDisabled={!canMove(editor, place.key, -1)}
            onChoose={() => backToText(editor, () => moveBlock(editor, place.key, -1))}
          />
          <Choice
            words={say('draft.menu.down')}
            keys={['Alt', '↓']}
            isDisabled={!canMove(editor, place.key, 1)}
            onChoose={() => backToText(editor, () => moveBlock(editor, place.key, 1))}
          />
          <Choice
            words={say('draft.menu.after')}
            keys={['Ctrl', 'Enter']}
            onChoose={() => backToText(editor, () => addParagraphAfter(editor, place.key))}
          />
          <Choice
            words={say('draft.menu.comment', { address })}
            keys={['Ctrl', 'Alt', 'M']}
            onChoose={() => deeds.onComment(id)}
          />
          <Choice words={say('draft.menu.copy')} onChoose={copy} />
          {deeds.onHistory && (
            <Choice words={say('draft.menu.history', { address })} onChoose={() => deeds.onHistory?.(id)} />
          )}
          <Choice
            words={say('draft.menu.delete', { address })}
            isDanger
            onChoose={() => backToText(editor, () => deleteBlock(editor, place.key))}
          />
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Choice({
  words,
  keys = [],
  onChoose,
  isDisabled,
  isDanger,
}: {
  words: string;
  keys?: readonly string[];
  onChoose: () => void;
  isDisabled?: boolean;
  isDanger?: boolean;
}) {
  return (
    <MenuItem textValue={words} isDisabled={isDisabled} className={isDanger ? 'danger' : ''} onAction={onChoose}>
      <span className="words">{words}</span>
      {keys.length > 0 && (
        <span className="keys-of">
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </span>
      )}
    </MenuItem>
  );
}
