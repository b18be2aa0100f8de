import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { Sentence } from '../base/ui/Sentence.tsx';
import { clockTime } from './SavedMark.tsx';
import type { SavedState } from './saved-state.ts';
import type { Unsaved } from './unsaved.ts';

/** What is not saved, since when, and what is safe. Nothing while all is well. */
export function StateStrip({
  state,
  unsaved,
  onCopy,
}: {
  state: SavedState | null;
  unsaved: Unsaved;
  onCopy: () => void;
}) {
  const say = useLanguage();
  if (state === null || state.kind === 'saved' || state.kind === 'saving') return null;
  const time = clockTime(state.since);
  if (state.kind === 'read-only') {
    return (
      <div className="banner" role="alert">
        <Icon name="lock" />
        <span>
          <Sentence of="draft.strip.read-only" facts={{ time, why: say(`draft.why.${state.reason}`) }} />
        </span>
        {unsaved.words > 0 && (
          <Button isSmall onPress={onCopy}>
            {say('draft.strip.copy')}
          </Button>
        )}
      </div>
    );
  }
  if (state.kind === 'offline' && !state.hasUnsaved) return null;
  const words = say('draft.strip.words', { count: unsaved.words });
  return (
    <div className="banner" role="status">
      <Icon name="warn" />
      <span>
        <Sentence of={sentenceFor(state.kind, unsaved)} facts={{ time, words, address: unsaved.address ?? '' }} />
      </span>
    </div>
  );
}

function sentenceFor(kind: 'not-saved-yet' | 'offline', { words, address }: Unsaved): string {
  if (kind === 'offline') return 'draft.strip.offline';
  if (words === 0) return 'draft.strip.not-saved-other';
  return address === null ? 'draft.strip.not-saved' : 'draft.strip.not-saved-in';
}
