import { useState } from 'react';
import type { ImportWarning } from '../../shared/imports/contract.ts';
import { useLanguage } from '../base/language.ts';
import { TextButton } from '../base/ui/Button.tsx';

/** One doubt of the reader, beside its cause. Ochre: look at it. Grey: only told. Left-out words can be seen. */
export function WarningNote({ warning, id }: { warning: ImportWarning; id?: string }) {
  const say = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const { code, look, facts } = warning;
  const words = facts.text;
  return (
    <div className={look ? 'w' : 'w ok'} id={id}>
      <b>{say(`imports.warning.${code}.what`, countable(facts))}</b>
      <span dir="auto">{say(`imports.warning.${code}.then`, countable(facts))}</span>
      {typeof words === 'string' && words !== '' && (
        <>
          {' '}
          <TextButton onPress={() => setWhole(!isWhole)}>
            {say(isWhole ? 'imports.hide-text' : 'imports.show-text')}
          </TextButton>
          {isWhole && (
            <blockquote className="left-out" dir="auto">
              {words}
            </blockquote>
          )}
        </>
      )}
    </div>
  );
}

/** `count` chooses the plural: facts that count words or entries say so by another name. */
function countable(facts: ImportWarning['facts']): ImportWarning['facts'] {
  const count = facts.count ?? facts.boxes ?? facts.entries ?? facts.words;
  return count === undefined ? facts : { ...facts, count: Number(count) };
}
