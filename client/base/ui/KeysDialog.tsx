import { useSyncExternalStore } from 'react';
import { setSingleKeys, useKeyGroups, useKeys, useSingleKeys } from '../keys.ts';
import { useLanguage } from '../language.ts';
import { Button } from './Button.tsx';
import { Checkbox } from './Checkbox.tsx';
import { Dialog } from './Dialog.tsx';

let isOpen = false;
const changed = new Set<() => void>();
function open(next: boolean): void {
  isOpen = next;
  for (const tell of changed) tell();
}

/** Shows the keys of the page: from `?`, and from the menu of who one is. */
export function openKeys(): void {
  open(true);
}

/** The keys of the page, handed in by `useKeys`, and the switch for single letters. App has one. */
export function KeysDialog() {
  const say = useLanguage();
  const groups = useKeyGroups();
  const areOn = useSingleKeys();
  const isShown = useSyncExternalStore(
    (tell) => {
      changed.add(tell);
      return () => changed.delete(tell);
    },
    () => isOpen,
  );
  useKeys(say('base.keys-everywhere'), [
    { keys: '?', words: say('base.keys-this'), run: openKeys },
    { keys: 'Escape', words: say('base.keys-escape') },
  ]);
  return (
    <Dialog
      isOpen={isShown}
      onClose={() => open(false)}
      title={say('base.keys')}
      lead={say('base.keys-lead')}
      actions={<Button onPress={() => open(false)}>{say('base.close')}</Button>}
    >
      <div className="keys">
        {groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.bindings.map((binding) => (
                <div key={`${binding.keys} ${binding.words}`} style={{ display: 'contents' }}>
                  <dt>
                    {binding.keys.split(/\+(?=.)| /).map((key) => (
                      <kbd key={key}>{say(`base.key-names.${key}`, { defaultValue: key })}</kbd>
                    ))}
                  </dt>
                  <dd>{binding.words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Checkbox isSelected={areOn} onChange={setSingleKeys} hint={say('base.single-keys-hint')}>
        {say('base.single-keys')}
      </Checkbox>
    </Dialog>
  );
}
