import { useState } from 'react';
import { DropZone as AriaDropZone, FileTrigger } from 'react-aria-components';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Icon } from '../base/ui/Icon.tsx';

export const acceptedEndings = ['.docx', '.md', '.markdown', '.txt'];

/** Where the file is dropped, pasted or chosen. Says which file was taken, or why one was refused. */
export function DropZone({
  file,
  refusal,
  onFile,
}: {
  file: File | null;
  /** Why the file was refused: its title. */
  refusal: string | null;
  onFile: (file: File) => void;
}) {
  const say = useLanguage();
  const [isOver, setOver] = useState(false);
  const state = refusal === null ? '' : ' no';
  const name = file?.name ?? '';
  return (
    <AriaDropZone
      className={`drop${isOver ? ' over' : state}`}
      aria-label={say('imports.drop')}
      getDropOperation={() => 'copy'}
      onDropEnter={() => setOver(true)}
      onDropExit={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const dropped = event.items.find((each) => each.kind === 'file');
        if (dropped) void dropped.getFile().then(onFile);
      }}
    >
      <Icon name={refusal === null ? 'up' : 'lock'} />
      <b dir="auto">{headline()}</b>
      <p>{say(hintKey())}</p>
      <FileTrigger
        acceptedFileTypes={acceptedEndings}
        onSelect={(files) => {
          const chosen = files?.[0];
          if (chosen) onFile(chosen);
        }}
      >
        <Button>{say(file ? 'imports.choose-another' : 'imports.choose')}</Button>
      </FileTrigger>
    </AriaDropZone>
  );

  function headline(): string {
    if (isOver) return say('imports.let-go');
    if (refusal !== null) return say('imports.refused', { name, why: refusal });
    return file ? say('imports.taken', { name }) : say('imports.drop');
  }

  function hintKey(): string {
    if (isOver) return 'imports.let-go-then';
    if (refusal !== null) return 'imports.nothing-stored';
    return file ? 'imports.taken-then' : 'imports.kinds-of-file';
  }
}
