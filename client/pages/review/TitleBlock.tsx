import type { Group } from '../../../shared/groups/contract.ts';
import type { PaperPage } from '../../../shared/papers/contract.ts';
import { inZone } from '../../base/dates.ts';
import { languageTag, useLanguage } from '../../base/language.ts';
import { TextButton } from '../../base/ui/Button.tsx';

/** Over the text: symbol, version, language; what the text is, and the way to the text as it was posted. */
export function TitleBlock({
  paper,
  group,
  isPosted,
  mayEdit,
  onPosted,
  onPaper,
}: {
  paper: PaperPage;
  group: Group;
  isPosted: boolean;
  mayEdit: boolean;
  onPosted: (isPosted: boolean) => void;
  /** Comments on the paper as a whole; null where nobody may write now. */
  onPaper: (() => void) | null;
}) {
  const say = useLanguage();
  const { newestVersion: version } = paper;
  return (
    <header className="title">
      <p className="sym">
        <bdi>{paper.symbol}</bdi>
        <span>{version?.name ?? say('paper.title.no-version')}</span>
        <span>{languageName(paper.language)}</span>
      </p>
      <p>
        {version === null
          ? say('paper.title.preparing')
          : isPosted
            ? say('paper.title.posted', {
                version: version.name,
                when: inZone(version.frozenAt, group.zone, group.place),
              })
            : say(mayEdit ? 'paper.title.living-editor' : 'paper.title.living', { version: version.name })}
      </p>
      <p className="ways">
        {version !== null && (
          <TextButton onPress={() => onPosted(!isPosted)}>
            {isPosted ? say('paper.title.show-living') : say('paper.title.show-posted', { version: version.name })}
          </TextButton>
        )}
        {onPaper && <TextButton onPress={onPaper}>{say('threads.comment-on-paper')}</TextButton>}
      </p>
    </header>
  );
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(languageTag(), { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
