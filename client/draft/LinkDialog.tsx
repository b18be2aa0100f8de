import { TOGGLE_LINK_COMMAND } from '@lexical/link';
import type { LexicalEditor } from 'lexical';
import { useState } from 'react';
import { safeLink } from '../../shared/text/paragraph.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Dialog } from '../base/ui/Dialog.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import type { FormatState } from './format.ts';

/** Gives the chosen words an address, changes the one at the caret, or takes it away. */
export function LinkDialog({
  editor,
  format,
  onClose,
}: {
  editor: LexicalEditor;
  format: FormatState;
  onClose: () => void;
}) {
  const say = useLanguage();
  const [address, setAddress] = useState(format.link ?? 'https://');
  const [fault, setFault] = useState<string | null>(null);
  const hasWords = format.hasWords || format.link !== null;
  const set = (url: string | null) => {
    editor.dispatchCommand(TOGGLE_LINK_COMMAND, url);
    onClose();
  };
  const submit = () => {
    const url = address.trim();
    if (!hasWords || safeLink(url) === undefined || url === 'https://') setFault(say('draft.link-dialog.fault'));
    else set(url);
  };
  const actions = (
    <>
      <Button kind="main" type="submit" isDisabled={!hasWords}>
        {say('draft.link-dialog.go')}
      </Button>
      {format.link !== null && <Button onPress={() => set(null)}>{say('draft.link-dialog.delete')}</Button>}
      <Button kind="bare" onPress={onClose}>
        {say('base.cancel')}
      </Button>
    </>
  );
  return (
    <Dialog
      isOpen
      size="slim"
      title={say('draft.link-dialog.title')}
      lead={hasWords ? undefined : say('draft.link-dialog.no-words')}
      actions={actions}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        label={say('draft.link-dialog.address')}
        hint={say('draft.link-dialog.hint')}
        type="url"
        dir="ltr"
        value={address}
        onChange={setAddress}
        fault={fault}
        autoFocus
        maxLength={2000}
      />
    </Dialog>
  );
}
