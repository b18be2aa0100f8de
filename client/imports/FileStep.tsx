import { useState } from 'react';
import type { Group } from '../../shared/groups/contract.ts';
import { useLanguage } from '../base/language.ts';
import { ProblemError } from '../base/problem-error.ts';
import { Button, ButtonLink } from '../base/ui/Button.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { RadioCards } from '../base/ui/RadioCards.tsx';
import { SelectField } from '../base/ui/SelectField.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import { DropZone } from './DropZone.tsx';
import { isSymbol, languages, type PastedFormat, type PostWish, publicAddress } from './post-wish.ts';

/** Refusals that are about the file, so they stand at the file and not under the form. */
function isAboutFile(problem: Error | null): problem is ProblemError {
  if (!(problem instanceof ProblemError)) return false;
  return problem.status === 413 || problem.status === 415 || (problem.status === 422 && problem.slug !== 'key-reused');
}

/** Step 1: the text, and what the paper is called. What was filled in stays when a file is refused. */
export function FileStep({
  group,
  wish,
  onChange,
  onCheck,
  isChecking,
  problem,
  takenSymbols,
}: {
  group: Group;
  wish: PostWish;
  onChange: (wish: PostWish) => void;
  onCheck: () => void;
  isChecking: boolean;
  problem: Error | null;
  takenSymbols: readonly string[];
}) {
  const say = useLanguage();
  const [isAsked, setAsked] = useState(false);
  const isTaken = takenSymbols.some((taken) => taken.toLowerCase() === wish.symbol.trim().toLowerCase());
  const hasText = wish.file !== null || wish.text.trim() !== '';
  const refused = isAboutFile(problem) ? problem : null;
  const check = () => {
    setAsked(true);
    if (hasText && isSymbol(wish.symbol) && !isTaken) onCheck();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        check();
      }}
    >
      <h1>{say('imports.title')}</h1>
      <p className="lead">{say('imports.lead', { group: group.acronym })}</p>
      <DropZone
        file={wish.file}
        refusal={refused && wish.file ? refused.title : null}
        onFile={(file) => onChange({ ...wish, file })}
      />
      {refused && (
        <div className="say-no" role="alert">
          <Icon name="warn" />
          <b>{refused.mend}</b>
          <span>{say('imports.refused-then')}</span>
        </div>
      )}
      <p className="or">{say('imports.or')}</p>
      <TextField
        label={say('imports.paste')}
        hint={say('imports.paste-hint')}
        lines={3}
        isSerif
        isDisabled={wish.file !== null}
        value={wish.text}
        onChange={(text) => onChange({ ...wish, text })}
        fault={isAsked && !hasText ? say('imports.no-text') : null}
      />
      {wish.file === null && wish.text.trim() !== '' && (
        <RadioCards<PastedFormat>
          label={say('imports.format')}
          value={wish.format}
          onChange={(format) => onChange({ ...wish, format })}
          options={[
            { value: 'text', label: say('imports.formats.text'), hint: say('imports.formats.text-hint') },
            { value: 'markdown', label: say('imports.formats.markdown'), hint: say('imports.formats.markdown-hint') },
          ]}
        />
      )}
      <div className="grid3">
        <TextField
          label={say('imports.symbol')}
          dir="ltr"
          maxLength={80}
          value={wish.symbol}
          onChange={(symbol) => onChange({ ...wish, symbol })}
          fault={symbolFault()}
        />
        <TextField
          label={say('imports.paper-title')}
          hint={say('imports.paper-title-hint')}
          dir="auto"
          maxLength={500}
          value={wish.title}
          onChange={(title) => onChange({ ...wish, title })}
        />
        <SelectField
          label={say('imports.language')}
          value={wish.language}
          options={languages}
          onChange={(language) => onChange({ ...wish, language })}
        />
      </div>
      <p className="help">
        {isSymbol(wish.symbol) && !isTaken
          ? say('imports.symbol-free', { address: publicAddress(wish.symbol) })
          : say('imports.symbol-help')}
      </p>
      {problem && !refused && <ProblemNote problem={problem} />}
      <p className="acts">
        <Button kind="main" type="submit" isPending={isChecking}>
          {say(isChecking ? 'imports.checking' : 'imports.check')}
        </Button>
        <ButtonLink kind="bare" to={`/groups/${group.id}`}>
          {say('base.cancel')}
        </ButtonLink>
      </p>
    </form>
  );

  function symbolFault(): string | null {
    if (isTaken) return say('imports.symbol-taken');
    return isAsked && !isSymbol(wish.symbol) ? say('imports.symbol-fault') : null;
  }
}
