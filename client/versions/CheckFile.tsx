import './verify.css';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { SelectField } from '../base/ui/SelectField.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import { type Comparand, FileVerdict } from './FileVerdict.tsx';
import { addressFrom, type Brought, hashFrom, readBrought } from './verifying.ts';

/** The choices of those who come with something: a hash from a mail or a printed page, an address of a public text. */
const OWN_HASH = 'own-hash';
const OWN_ADDRESS = 'own-address';

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
  const hash = key === OWN_HASH ? hashFrom(words) : null;
  const address = key === OWN_ADDRESS ? addressFrom(words) : null;
  const comparand = address ? publicText(address) : comparands.find((each) => each.key === key);
  const isMissing = (key === OWN_HASH && hash === null) || (key === OWN_ADDRESS && address === null);
  const choose = (next: string) => {
    setChosen(next);
    setWords('');
  };
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
      <div className="two check-with">
        <SelectField
          label={say('verify.file.with')}
          value={key}
          onChange={choose}
          options={[
            ...comparands.map((each) => ({ value: each.key, label: each.label })),
            { value: OWN_HASH, label: say('verify.file.own-hash') },
            { value: OWN_ADDRESS, label: say('verify.file.own-address') },
          ]}
        />
        {(key === OWN_HASH || key === OWN_ADDRESS) && (
          <TextField
            label={say(`verify.file.${key}-label`)}
            hint={say(`verify.file.${key}-hint`)}
            dir="ltr"
            value={words}
            onChange={setWords}
            fault={words.trim() !== '' && isMissing ? say(`verify.file.${key}-fault`) : null}
          />
        )}
      </div>
      <p className="acts">
        <FileTrigger acceptedFileTypes={['.json', 'application/json']} onSelect={(files) => void read(files)}>
          <Button icon="up">{say('verify.file.choose')}</Button>
        </FileTrigger>
        {brought && <span className="file-name">{brought.name}</span>}
      </p>
      {isUnreadable && (
        <div className="say-no" role="alert">
          <Icon name="warn" />
          <b>{say('verify.file.not-text')}</b>
          <span>{say('verify.file.not-text-mend')}</span>
        </div>
      )}
      {brought && isMissing && <p className="hint">{say(`verify.file.${key}-missing`)}</p>}
      {brought && (comparand || hash !== null) && (
        <FileVerdict brought={brought} comparand={comparand ?? null} ownHash={hash} zone={zone} place={place} />
      )}
    </section>
  );
}

function publicText(address: string): Comparand {
  return { key: address, label: address, source: { kind: 'public', address } };
}
