import { useState } from 'react';
import type { Member } from '../../shared/groups/contract.ts';
import type { PaperPage } from '../../shared/papers/contract.ts';
import { useLanguage } from '../base/language.ts';
import { paperAddress } from '../base/place.ts';
import { Button } from '../base/ui/Button.tsx';
import { Menu, MenuChoice, MenuPart } from '../base/ui/Menu.tsx';
import { DraftersDialog } from './DraftersDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import { WithdrawPaperDialog } from './WithdrawPaperDialog.tsx';

type Opened = 'rename' | 'drafters' | 'withdraw';

/** The paper's own menu: its versions, history and print, and what the secretariat may change about it. */
export function PaperMenu({
  paper,
  members,
  extra,
}: {
  paper: PaperPage;
  /** The members of the group, to choose drafters from; empty while they are not known. */
  members: readonly Member[];
  /** What the page has no room for on a phone. */
  extra?: { words: string; onChoose: () => void }[];
}) {
  const say = useLanguage();
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const mayChange = (deed: string) => paper.rights.includes(deed);
  const address = paperAddress(paper.id);
  return (
    <>
      <Menu
        label={say('paper.menu')}
        head={
          <>
            <b>
              <bdi>{paper.symbol}</bdi>
            </b>
            {say(`base.paper-state.${paper.state}`)}
          </>
        }
        trigger={<Button kind="bare" icon="dots" label={say('paper.menu')} />}
      >
        {extra && extra.length > 0 ? (
          <MenuPart>
            {extra.map(({ words, onChoose }) => (
              <MenuChoice key={words} onChoose={onChoose}>
                {words}
              </MenuChoice>
            ))}
          </MenuPart>
        ) : null}
        <MenuPart>
          <MenuChoice to={`${address}/versions`}>{say('paper.versions')}</MenuChoice>
          <MenuChoice to={`${address}/history`}>{say('paper.history')}</MenuChoice>
          <MenuChoice icon="print" to={`${address}/print`}>
            {say('paper.print')}
          </MenuChoice>
        </MenuPart>
        {mayChange('paper.rename') || mayChange('paper.drafters') || mayChange('paper.withdraw') ? (
          <MenuPart>
            {mayChange('paper.rename') ? (
              <MenuChoice onChoose={() => setOpened('rename')}>{say('paper.rename-ask')}</MenuChoice>
            ) : null}
            {mayChange('paper.drafters') ? (
              <MenuChoice onChoose={() => setOpened('drafters')}>{say('paper.drafters-ask')}</MenuChoice>
            ) : null}
            {mayChange('paper.withdraw') ? (
              <MenuChoice isDanger onChoose={() => setOpened('withdraw')}>
                {say('paper.withdraw-ask')}
              </MenuChoice>
            ) : null}
          </MenuPart>
        ) : null}
      </Menu>
      {opened === 'rename' && <RenameDialog paper={paper} onClose={close} />}
      {opened === 'drafters' && <DraftersDialog paper={paper} members={members} onClose={close} />}
      {opened === 'withdraw' && <WithdrawPaperDialog paper={paper} onClose={close} />}
    </>
  );
}
