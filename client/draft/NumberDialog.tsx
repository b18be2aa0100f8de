import { useState } from 'react';
import type { Paragraph } from '../../shared/text/paragraph.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Dialog } from '../base/ui/Dialog.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import { labelFromField } from './labels.ts';

const longest = 40;

/** Gives a paragraph its number, or takes it away. Numbers are given by people and never change by themselves. */
export function NumberDialog({
  paragraph,
  paragraphs,
  onGive,
  onClose,
}: {
  paragraph: Paragraph;
  paragraphs: readonly Paragraph[];
  onGive: (number: { label: string; typed: string } | null) => void;
  onClose: () => void;
}) {
  const say = useLanguage();
  const [words, setWords] = useState(paragraph.labelAsTyped ?? '');
  const number = labelFromField(words);
  const isTaken = number !== null && paragraphs.some(({ id, label }) => id !== paragraph.id && label === number.label);
  const isTooLong = words.trim().length > longest;
  const fault = isTaken ? say('draft.number-dialog.taken') : isTooLong ? say('draft.number-dialog.too-long') : null;
  const actions = (
    <>
      <Button kind="main" type="submit" isDisabled={fault !== null}>
        {say('draft.number-dialog.go')}
      </Button>
      <Button kind="bare" onPress={onClose}>
        {say('base.cancel')}
      </Button>
    </>
  );
  return (
    <Dialog
      isOpen
      size="slim"
      title={say('draft.number-dialog.title', { address: paragraph.address })}
      lead={say('draft.number-dialog.lead')}
      actions={actions}
      onClose={onClose}
      onSubmit={() => {
        if (fault === null) onGive(number);
      }}
    >
      <TextField
        label={say('draft.number-dialog.number')}
        hint={say('draft.number-dialog.hint')}
        dir="ltr"
        value={words}
        onChange={setWords}
        fault={fault}
        autoFocus
      />
    </Dialog>
  );
}
