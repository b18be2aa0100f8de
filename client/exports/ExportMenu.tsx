import type { VersionSummary } from '../../shared/versions/contract.ts';
import { announce } from '../base/announce.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Menu, MenuChoice } from '../base/ui/Menu.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { exportFormats, useExport } from './queries.ts';

/** A version as a file: Word, Markdown, or the canonical text that its hash is made of. */
export function ExportMenu({
  version,
  symbol,
  hasIcon,
}: {
  version: VersionSummary;
  symbol: string;
  hasIcon?: boolean;
}) {
  const say = useLanguage();
  const download = useExport(version, symbol);
  return (
    <>
      <Menu
        label={say('versions.download-name', { name: version.name })}
        trigger={
          <Button
            icon={hasIcon ? 'get' : undefined}
            label={say('versions.download-name', { name: version.name })}
            isPending={download.isPending}
          >
            {say('versions.download')}
          </Button>
        }
      >
        {exportFormats.map((format) => (
          <MenuChoice
            key={format}
            hint={say(`versions.formats.${format}-hint`)}
            onChoose={() =>
              download.mutate(format, { onSuccess: (file) => announce(say('versions.downloaded', { file })) })
            }
          >
            {say(`versions.formats.${format}`)}
          </MenuChoice>
        ))}
      </Menu>
      <ProblemNote problem={download.error} />
    </>
  );
}
