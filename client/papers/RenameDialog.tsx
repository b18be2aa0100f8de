import { useState } from 'react';
import { type PaperPage, symbol as symbolSchema } from '../../shared/papers/contract.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Dialog } from '../base/ui/Dialog.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import { useRename } from './deeds.ts';

/** Changes what the paper is called. Addresses that were given stay good. */
export function RenameDialog({ paper, onClose }: { paper: PaperPage; onClose: () => void }) {
  const say = useLanguage();
  const rename = useRename(paper.id);
  const [symbol, setSymbol] = useState(paper.symbol);
  const [title, setTitle] = useState(paper.title);
  const [language, setLanguage] = useState(paper.language);
  const isSymbol = symbolSchema.safeParse(symbol).success;
  const isReady = isSymbol && title.trim() !== '' && language.trim() !== '';
  const go = () => {
    if (isReady)
      rename.mutate({ symbol: symbol.trim(), title: title.trim(), language: language.trim() }, { onSuccess: onClose });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      onSubmit={go}
      title={say('paper.rename.title', { symbol: paper.symbol })}
      lead={say('paper.rename.lead')}
      note={say('paper.rename.recorded')}
      actions={
        <>
          <Button kind="main" type="submit" isDisabled={!isReady} isPending={rename.isPending}>
            {say('paper.rename.go')}
          </Button>
          <Button kind="bare" onPress={onClose}>
            {say('base.cancel')}
          </Button>
        </>
      }
    >
      <div className="two">
        <TextField
          label={say('paper.rename.symbol')}
          value={symbol}
          onChange={setSymbol}
          maxLength={80}
          dir="ltr"
          fault={isSymbol ? null : say('paper.rename.symbol-fault')}
        />
        <TextField
          label={say('paper.rename.language')}
          help={say('paper.rename.language-help')}
          value={language}
          onChange={setLanguage}
          maxLength={35}
          dir="ltr"
        />
      </div>
      <TextField label={say('paper.rename.name')} value={title} onChange={setTitle} lines={2} maxLength={500} />
      <ProblemNote problem={rename.error} />
    </Dialog>
  );
}
