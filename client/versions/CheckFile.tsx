import './verify.css';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { SelectField } from '../base/ui/SelectField.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import { FileVerdict } from './FileVerdict.tsx';
import { type Brought, hashFrom, readBrought } from './verifying.ts';

/** Something to compare a file with: a version whose chain can be read, or a hash that somebody was sent. */
export interface Comparand {
  key: string;
  label: string;
  source: { kind: 'public'; address: string } | { kind: 'member'; paperId: string; versionId: string };
}

/** The choice of those who hold a hash: from the mail about a freeze, or from a printed page. */
const OWN_HASH = 'own-hash';

/** Checks a file of the reader's own. It is read in this browser and sent nowhere. */
export function CheckFile({
  comparands,
  zone,
  place,
}: {
  comparands: readonly Comparand[];
  zone: string;
  place: string;
}) {
  const say = useLanguage();
  const [chosen, setChosen] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const [brought, setBrought] = useState<Brought | null>(null);
  const [isUnreadable, setUnreadable] = useState(false);
  const key = chosen ?? comparands[0]?.key ?? OWN_HASH;
  const comparand = comparands.find((each) => each.key === key);
  const hash = hashFrom(words);
  const read = async (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    setUnreadable(false);
    setBrought(null);
    await readBrought(file.name, new Uint8Array(await file.arrayBuffer())).then(setBrought, () => setUnreadable(true));
  };
  return (
    <section aria-labelledby="check-file">
      <h2 id="check-file">{say('verify.file.title')}</h2>
      <p className="quiet">{say('verify.file.words')}</p>
      <div className="two check">
        <SelectField
          label={say('verify.file.with')}
          value={key}
          onChange={setChosen}
          options={[
            ...comparands.map((each) => ({ value: each.key, label: each.label })),
            { value: OWN_HASH, label: say('verify.file.own-hash') },
          ]}
        />
        {key === OWN_HASH && (
          <TextField
            label={say('verify.file.hash')}
            hint={say('verify.file.hash-hint')}
            dir="ltr"
            value={words}
            onChange={setWords}
            fault={words.trim() !== '' && hash === null ? say('verify.file.hash-fault') : null}
          />
        )}
      </div>
      <p className="acts">
        <FileTrigger acceptedFileTypes={['.json', 'application/json']} onSelect={(files) => void read(files)}>
          <Button icon="up">{say('verify.file.choose')}</Button>
        </FileTrigger>
        {brought && <span className="chosen">{brought.name}</span>}
      </p>
      {isUnreadable && (
        <div className="say-no" role="alert">
          <Icon name="warn" />
          <b>{say('verify.file.not-text')}</b>
          <span>{say('verify.file.not-text-mend')}</span>
        </div>
      )}
      {brought && key === OWN_HASH && hash === null && <p className="hint">{say('verify.file.hash-missing')}</p>}
      {brought && (comparand || hash !== null) && (
        <FileVerdict brought={brought} comparand={comparand ?? null} ownHash={hash} zone={zone} place={place} />
      )}
    </section>
  );
}
