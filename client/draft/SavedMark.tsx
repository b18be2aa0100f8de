import { readerZone, timeOf } from '../base/dates.ts';
import { useLanguage } from '../base/language.ts';
import { Icon, type IconName } from '../base/ui/Icon.tsx';
import type { SavedState } from './saved-state.ts';

/** Says whether what stands on the screen is in the database. *Saved* appears only after the server told of the commit. */
export function SavedMark({ state }: { state: SavedState | null }) {
  const say = useLanguage();
  if (state === null) return null;
  const isBad = state.kind !== 'saved' && state.kind !== 'saving';
  return (
    <span className={isBad ? 'saved off' : 'saved'}>
      <Icon name={signs[state.kind]} />
      {state.kind === 'saved' && state.at !== null ? (
        <span>
          {say('draft.saved')}
          <span className="hide-s">
            {'\u00a0'}
            {clockTime(state.at)}
          </span>
        </span>
      ) : (
        say(words[state.kind])
      )}
    </span>
  );
}

const signs: Record<SavedState['kind'], IconName> = {
  saved: 'check',
  saving: 'dots',
  'not-saved-yet': 'warn',
  offline: 'warn',
  'read-only': 'lock',
};
const words: Record<SavedState['kind'], string> = {
  saved: 'draft.saved',
  saving: 'draft.saving',
  'not-saved-yet': 'draft.not-saved-yet',
  offline: 'draft.not-connected',
  'read-only': 'draft.read-only',
};

/** The words of a state for those who hear the page. */
export const wordsOfState = (state: SavedState): string => words[state.kind];

/** An instant of this device as its own clock shows it. */
export function clockTime(at: number): string {
  return timeOf(new Date(at).toISOString(), readerZone().zone);
}
