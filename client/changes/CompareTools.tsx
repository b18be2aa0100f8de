import { Link, useNavigate } from 'react-router';
import type { Group } from '../../shared/groups/contract.ts';
import type { VersionSummary } from '../../shared/versions/contract.ts';
import { longDay } from '../base/dates.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Checkbox } from '../base/ui/Checkbox.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { Menu, MenuChoice } from '../base/ui/Menu.tsx';
import { Sentence } from '../base/ui/Sentence.tsx';
import type { CompareView } from './ChangeRow.tsx';
import { DRAFT } from './queries.ts';

/** What is compared with what, how it is shown, and the way from change to change. */
export function CompareTools({
  paperId,
  versions,
  group,
  olderId,
  newerId,
  view,
  isFolded,
  onFold,
  place,
  onStep,
}: {
  paperId: string;
  versions: readonly VersionSummary[];
  group: Group;
  olderId: string;
  newerId: string;
  view: CompareView;
  isFolded: boolean;
  onFold: (isFolded: boolean) => void;
  /** Which change is in focus, counted from 1; 0 when none is. */
  place: { at: number; of: number };
  onStep: (by: 1 | -1) => void;
}) {
  const say = useLanguage();
  const to = (older: string, newer: string) => `/papers/${paperId}/compare/${older}/${newer}`;
  const newer = versions.find((version) => version.id === newerId);
  const limit = newer?.number ?? versions.length + 1;
  return (
    <section className="tools" aria-label={say('changes.tools')}>
      <Picker
        label={say('changes.pick-older')}
        chosen={olderId}
        choices={versions.filter((version) => version.number < limit)}
        group={group}
        addressOf={(id) => to(id, newerId)}
      />
      <span className="quiet with">{say('changes.compared-with')}</span>
      <Picker
        label={say('changes.pick-newer')}
        chosen={newerId}
        choices={versions.filter(
          (version) => version.number > (versions.find(({ id }) => id === olderId)?.number ?? 0),
        )}
        group={group}
        hasDraft
        addressOf={(id) => to(olderId, id)}
      />
      <span className="grow" />
      <Checkbox isSelected={isFolded} onChange={onFold}>
        {say('changes.fold')}
      </Checkbox>
      <nav className="seg" aria-label={say('changes.view')}>
        {(['side', 'inline'] as const).map((each) => (
          <Link
            key={each}
            replace
            to={{ search: each === 'inline' ? '?view=inline' : '' }}
            aria-current={each === view ? 'true' : undefined}
          >
            {say(`changes.views.${each}`)}
          </Link>
        ))}
      </nav>
      <span className="quiet place">
        {place.at > 0 ? (
          <Sentence of="changes.place" facts={{ at: place.at, of: place.of }} />
        ) : (
          say('changes.count', { count: place.of })
        )}
      </span>
      <span className="stepper">
        <Button isSmall isDisabled={place.at <= 1} onPress={() => onStep(-1)}>
          {say('changes.previous')} <kbd>K</kbd>
        </Button>
        <Button isSmall isDisabled={place.of === 0 || place.at === place.of} onPress={() => onStep(1)}>
          {say('changes.next')} <kbd>J</kbd>
        </Button>
      </span>
    </section>
  );
}

function Picker({
  label,
  chosen,
  choices,
  group,
  hasDraft,
  addressOf,
}: {
  label: string;
  chosen: string;
  choices: readonly VersionSummary[];
  group: Group;
  hasDraft?: boolean;
  addressOf: (id: string) => string;
}) {
  const say = useLanguage();
  const navigate = useNavigate();
  const version = choices.find((each) => each.id === chosen);
  const name = version?.name ?? say('changes.draft');
  const go = (id: string) => void navigate(addressOf(id), { replace: true });
  return (
    <Menu
      label={label}
      placement="bottom start"
      trigger={
        <Button className="pick">
          <span className="vh">{label}: </span>
          <bdi>{name}</bdi> <small>{version ? longDay(version.frozenAt, group.zone) : say('changes.living')}</small>
          <Icon name="down" />
        </Button>
      }
    >
      {hasDraft && (
        <MenuChoice isChosen={chosen === DRAFT} hint={say('changes.living')} onChoose={() => go(DRAFT)}>
          {say('changes.draft')}
        </MenuChoice>
      )}
      {choices.toReversed().map((each) => (
        <MenuChoice
          key={each.id}
          isChosen={each.id === chosen}
          hint={longDay(each.frozenAt, group.zone)}
          onChoose={() => go(each.id)}
        >
          {each.name}
        </MenuChoice>
      ))}
    </Menu>
  );
}
