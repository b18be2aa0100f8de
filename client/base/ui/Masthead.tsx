import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Link } from 'react-router';
import { useLanguage } from '../language.ts';
import { membershipIn, useSignOut, whoAmIQuery } from '../session.ts';
import { type Theme, useTheme } from '../theme.ts';
import { openKeys } from './KeysDialog.tsx';
import { Menu, MenuChoice, MenuPart } from './Menu.tsx';
import { Avatar } from './People.tsx';
import { SampleStrip } from './SampleStrip.tsx';

/** Where one is: the last one is here, the others lead back. `rest` follows in ordinary weight. */
export interface Crumb {
  words: string;
  rest?: string;
  to?: string;
}

/**
 * The head of every page: the mark, where one is, what the page says about itself (saved, who is here, its
 * deeds) and who one is. Below it, on every page of the sample, the sample's strip.
 */
export function Masthead({
  crumbs = [],
  groupId,
  status,
  people,
  actions,
  isLastCrumbLinked = false,
}: {
  crumbs?: readonly Crumb[];
  /** On the first page even the last crumb leads on: to the group. */
  isLastCrumbLinked?: boolean;
  /** The group of the page: says for whom one speaks there. */
  groupId?: string;
  status?: ReactNode;
  people?: ReactNode;
  actions?: ReactNode;
}) {
  const say = useLanguage();
  const who = useQuery({ ...whoAmIQuery, enabled: false }).data;
  const membership =
    who && (groupId ? membershipIn(who, groupId) : who.memberships.length === 1 ? who.memberships[0] : undefined);
  const sample = membership?.group.isSample
    ? membership
    : who?.memberships.find((each) => each.group.isSample && !groupId);
  return (
    <>
      <a className="skip" href="#main">
        {say('base.skip')}
      </a>
      <header className={crumbs.length > 0 && !isLastCrumbLinked ? 'mast inner' : 'mast'}>
        <Link className="mark" to="/" aria-label={say('base.home')}>
          <span>Rapporteur</span>
        </Link>
        {crumbs.length > 0 && (
          <nav className="crumb" aria-label={say('base.where')}>
            {crumbs.length === 1 && (
              <span className="sep hide-s" aria-hidden="true">
                /
              </span>
            )}
            {crumbs.map((crumb, index) => (
              <CrumbWords
                key={crumb.words}
                crumb={crumb}
                isLast={index === crumbs.length - 1}
                isHere={index === crumbs.length - 1 && !isLastCrumbLinked}
              />
            ))}
          </nav>
        )}
        <span className="grow" />
        {status}
        {people}
        {actions}
        {!actions && membership && (
          <span className="for">
            <span className="hide-s">{say('base.speak-for')}</span> <b>{membership.organisation.name}</b>
          </span>
        )}
        {who && <Me name={who.person.name} email={who.person.email} organisation={membership?.organisation.name} />}
      </header>
      {sample && <SampleStrip group={sample.group} mayRemove={sample.role === 'secretariat'} />}
    </>
  );
}

function CrumbWords({ crumb, isLast, isHere }: { crumb: Crumb; isLast: boolean; isHere: boolean }) {
  const words = isHere ? <b dir="auto">{crumb.words}</b> : <span dir="auto">{crumb.words}</span>;
  return (
    <>
      {crumb.to && !isHere ? <Link to={crumb.to}>{words}</Link> : words}
      {crumb.rest && (
        <span className="rest" dir="auto">
          {crumb.rest}
        </span>
      )}
      {!isLast && (
        <span className="sep" aria-hidden="true">
          /
        </span>
      )}
    </>
  );
}

const themes: readonly Theme[] = ['system', 'light', 'dark'];

function Me({ name, email, organisation }: { name: string; email: string; organisation?: string }) {
  const say = useLanguage();
  const { theme, setTheme } = useTheme();
  const signOut = useSignOut();
  return (
    <Menu
      label={say('base.you')}
      head={
        <>
          <b>{name}</b>
          {email}
          {organisation && <span className="vh">{say('base.you-speak-for', { organisation })}</span>}
        </>
      }
      trigger={
        <AriaButton className="me" aria-label={say('base.you-are', { name })}>
          <Avatar organisation={organisation ?? name} />
        </AriaButton>
      }
    >
      <MenuPart title={say('base.theme')}>
        {themes.map((each) => (
          <MenuChoice key={each} isChosen={each === theme} onChoose={() => setTheme(each)}>
            {say(`base.themes.${each}`)}
          </MenuChoice>
        ))}
      </MenuPart>
      <MenuPart title={say('base.more')} isTitleHidden>
        <MenuChoice onChoose={openKeys}>{say('base.keys')}</MenuChoice>
        <MenuChoice to="/verify">{say('base.verify')}</MenuChoice>
        <MenuChoice onChoose={() => void signOut()}>{say('base.sign-out')}</MenuChoice>
      </MenuPart>
    </Menu>
  );
}
