import type { Group, Member } from '../../../shared/groups/contract.ts';
import type { PaperPage } from '../../../shared/papers/contract.ts';
import { useLanguage } from '../../base/language.ts';
import { useConnection } from '../../base/live.ts';
import { groupAddress } from '../../base/place.ts';
import { Button } from '../../base/ui/Button.tsx';
import { Icon } from '../../base/ui/Icon.tsx';
import { Masthead } from '../../base/ui/Masthead.tsx';
import { SavedMark } from '../../draft/SavedMark.tsx';
import type { SavedState } from '../../draft/saved-state.ts';
import { PaperMenu } from '../../papers/PaperMenu.tsx';
import { PeopleHere } from '../../papers/PeopleHere.tsx';

export type Mode = 'reading' | 'editing';

/** The head of the review page: where one is, whether it is saved, who is here, reading or editing, freeze. */
export function ReviewHead({
  paper,
  group,
  members,
  personId,
  organisation,
  saved,
  mode,
  mayEdit,
  isFolded,
  isPhone,
  nextName,
  addressOf,
  onMode,
  onFreeze,
  onOutline,
  extra,
}: {
  paper: PaperPage;
  group: Group;
  members: readonly Member[];
  personId: string;
  /** In whose name the reader speaks. */
  organisation: string;
  saved: SavedState | null;
  mode: Mode;
  mayEdit: boolean;
  isFolded: boolean;
  isPhone: boolean;
  nextName: string;
  addressOf: (paragraphId: string) => string | null;
  onMode: (mode: Mode) => void;
  /** Null where the reader may not freeze. */
  onFreeze: (() => void) | null;
  onOutline: () => void;
  extra: { words: string; onChoose: () => void }[];
}) {
  const say = useLanguage();
  const isEditingOnPhone = isPhone && mode === 'editing';
  return (
    <Masthead
      groupId={group.id}
      crumbs={[
        { words: group.acronym, to: groupAddress(group.id) },
        { words: paper.symbol, rest: isPhone ? undefined : paper.title },
      ]}
      status={<SaidState saved={saved} isTold={mayEdit && !(isPhone && mode === 'reading')} />}
      people={<PeopleHere paperId={paper.id} personId={personId} addressOf={addressOf} />}
      actions={
        <>
          {!mayEdit && (
            <span className="for">
              {say('base.speak-for')} <b>{organisation}</b>
            </span>
          )}
          {mayEdit && <ModeSwitch mode={mode} isPhone={isPhone} onMode={onMode} />}
          {onFreeze && !isPhone && <Button onPress={onFreeze}>{say('paper.freeze', { name: nextName })}</Button>}
          {!isEditingOnPhone && <PaperMenu paper={paper} members={members} extra={extra} />}
          {isFolded && !isEditingOnPhone && (
            <Button kind="bare" icon="list" label={say('paper.outline-button')} onPress={onOutline} />
          )}
        </>
      }
    />
  );
}

/** Who may edit sees whether it is saved; everybody sees when the connection is gone. */
function SaidState({ saved, isTold }: { saved: SavedState | null; isTold: boolean }) {
  const say = useLanguage();
  const connection = useConnection();
  const isWell = saved === null || saved.kind === 'saved';
  if (connection === 'offline' && isWell) {
    return (
      <span className="saved off">
        <Icon name="warn" />
        {say('base.not-connected')}
      </span>
    );
  }
  return isTold || !isWell ? <SavedMark state={saved} /> : null;
}

function ModeSwitch({ mode, isPhone, onMode }: { mode: Mode; isPhone: boolean; onMode: (mode: Mode) => void }) {
  const say = useLanguage();
  if (isPhone) {
    const isEditing = mode === 'editing';
    return (
      <Button onPress={() => onMode(isEditing ? 'reading' : 'editing')}>
        {say(isEditing ? 'paper.done' : 'paper.edit')}
      </Button>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: two switches beside each other, not a form
    <div className="mode" role="group" aria-label={say('paper.mode')}>
      {(['reading', 'editing'] as const).map((each) => (
        <button key={each} type="button" aria-pressed={mode === each} onClick={() => onMode(each)}>
          {say(`paper.${each}`)}
        </button>
      ))}
    </div>
  );
}
