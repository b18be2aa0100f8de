import {
  COMMAND_PRIORITY_HIGH,
  FORMAT_TEXT_COMMAND,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { memo, type ReactNode, useEffect, useState } from 'react';
import { Button, ToggleButton, Toolbar } from 'react-aria-components';
import type * as Y from 'yjs';
import { useLanguage } from '../base/language.ts';
import { Icon, type IconName } from '../base/ui/Icon.tsx';
import { Menu, MenuChoice } from '../base/ui/Menu.tsx';
import { backToText } from './back-to-text.ts';
import { type BlockStyle, blockStyles, setStyle, toggleList, useFormat } from './format.ts';
import { LinkDialog } from './LinkDialog.tsx';
import { TableMenu } from './TableMenu.tsx';

/**
 * The format bar: its own row, one tab stop, arrows inside. Pressing a button leaves the caret in the text;
 * after a menu the caret goes back to it. It is drawn anew only when the format at the caret changes.
 */
export const FormatBar = memo(function FormatBar({
  editor,
  history,
  isOff,
}: {
  editor: LexicalEditor;
  history: Y.UndoManager | null;
  /** Nothing can be edited just now. */
  isOff: boolean;
}) {
  const say = useLanguage();
  const format = useFormat(editor, history);
  const [isLinkOpen, openLink] = useState(false);
  useEffect(
    () =>
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k')
            return false;
          event.preventDefault();
          openLink(true);
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor],
  );
  const does = (command: typeof UNDO_COMMAND) => () => void editor.dispatchCommand(command, undefined);
  const formats = (type: 'bold' | 'italic' | 'underline') => () =>
    void editor.dispatchCommand(FORMAT_TEXT_COMMAND, type);
  return (
    <Toolbar className="fmt" aria-label={say('draft.format')}>
      <StyleMenu
        style={format.style}
        isOff={isOff}
        onChoose={(style) => backToText(editor, () => setStyle(editor, style))}
      />
      <Toggle words="draft.bold" isOn={format.bold} isOff={isOff} onPress={formats('bold')}>
        <b>B</b>
      </Toggle>
      <Toggle words="draft.italic" isOn={format.italic} isOff={isOff} onPress={formats('italic')}>
        <em>I</em>
      </Toggle>
      <Toggle words="draft.underline" isOn={format.underline} isOff={isOff} onPress={formats('underline')}>
        <u>U</u>
      </Toggle>
      <Press words="draft.link" icon="link" isOff={isOff} onPress={() => openLink(true)} />
      <span className="cut" />
      <Toggle
        words="draft.dashes"
        isOn={format.list === 'bullet'}
        isOff={isOff}
        onPress={() => toggleList(editor, 'bullet', format.list)}
      >
        <Icon name="ul" />
      </Toggle>
      <Toggle
        words="draft.numbers"
        isOn={format.list === 'number'}
        isOff={isOff}
        onPress={() => toggleList(editor, 'number', format.list)}
      >
        <Icon name="ol" />
      </Toggle>
      <TableMenu
        editor={editor}
        isInTable={format.isInTable}
        isOff={isOff}
        onDone={(deed) => backToText(editor, deed)}
      />
      <span className="cut" />
      <Press words="draft.undo" icon="undo" isFirst isOff={isOff || !format.canUndo} onPress={does(UNDO_COMMAND)} />
      <Press words="draft.redo" icon="redo" isOff={isOff || !format.canRedo} onPress={does(REDO_COMMAND)} />
      <span className="tell">{say(isOff ? 'draft.you-cannot-edit' : 'draft.you-edit')}</span>
      {isLinkOpen && (
        <LinkDialog
          editor={editor}
          format={format}
          onClose={() => {
            openLink(false);
            backToText(editor, () => {});
          }}
        />
      )}
    </Toolbar>
  );
});

function StyleMenu({
  style,
  isOff,
  onChoose,
}: {
  style: BlockStyle;
  isOff: boolean;
  onChoose: (style: BlockStyle) => void;
}) {
  const say = useLanguage();
  const name = say(`draft.styles.${style}`);
  const trigger = (
    <Button className="style" isDisabled={isOff} aria-label={say('draft.style-of-block', { style: name })}>
      {name}
      <Icon name="down" />
    </Button>
  );
  return (
    <Menu trigger={trigger} label={say('draft.style-of-block', { style: name })} placement="bottom start">
      {blockStyles.map((one) => (
        <MenuChoice key={one} isChosen={one === style} onChoose={() => onChoose(one)}>
          {say(`draft.styles.${one}`)}
        </MenuChoice>
      ))}
    </Menu>
  );
}

interface Pressed {
  words: string;
  isOff: boolean;
  onPress: () => void;
}

function Toggle({ words, isOn, isOff, onPress, children }: Pressed & { isOn: boolean; children: ReactNode }) {
  const say = useLanguage();
  return (
    <ToggleButton aria-label={say(words)} isSelected={isOn} isDisabled={isOff} preventFocusOnPress onPress={onPress}>
      {children}
    </ToggleButton>
  );
}

function Press({ words, icon, isOff, onPress, isFirst }: Pressed & { icon: IconName; isFirst?: boolean }) {
  const say = useLanguage();
  return (
    <Button
      className={isFirst ? 'first' : ''}
      aria-label={say(words)}
      isDisabled={isOff}
      preventFocusOnPress
      onPress={onPress}
    >
      <Icon name={icon} />
    </Button>
  );
}
