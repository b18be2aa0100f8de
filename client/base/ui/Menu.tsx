import type { ReactNode } from 'react';
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { useNavigate } from 'react-router';
import { Icon, type IconName } from './Icon.tsx';

export type Placement = 'bottom' | 'bottom start' | 'bottom end' | 'top' | 'top start' | 'top end' | 'start' | 'end';

/** A menu that opens from `trigger` (a Button of ours). `head` is what it is about: a name, a paragraph. */
export function Menu({
  trigger,
  label,
  head,
  children,
  placement = 'bottom end',
}: {
  trigger: ReactNode;
  label: string;
  head?: ReactNode;
  children: ReactNode;
  placement?: Placement;
}) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="menu" placement={placement} offset={6}>
        {head && <div className="about">{head}</div>}
        <AriaMenu aria-label={label}>{children}</AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** One choice of a menu: it does something (`onChoose`) or leads somewhere (`to`). `hint` says what becomes of it. */
export function MenuChoice({
  children,
  icon,
  hint,
  onChoose,
  to,
  isDanger,
  isDisabled,
  isChosen,
}: {
  children: string;
  icon?: IconName;
  hint?: ReactNode;
  onChoose?: () => void;
  to?: string;
  isDanger?: boolean;
  isDisabled?: boolean;
  /** Shows the sign of the choice that holds now. */
  isChosen?: boolean;
}) {
  const navigate = useNavigate();
  return (
    <MenuItem
      textValue={children}
      isDisabled={isDisabled}
      className={isDanger ? 'danger' : ''}
      onAction={() => {
        if (to !== undefined) void navigate(to);
        onChoose?.();
      }}
    >
      {isChosen ? <Icon name="check" /> : icon ? <Icon name={icon} /> : <span />}
      <span className="words">
        {children}
        {hint && <small>{hint}</small>}
      </span>
    </MenuItem>
  );
}

/** A part of a menu with its own title. */
export function MenuPart({
  title,
  isTitleHidden,
  children,
}: {
  title?: string;
  isTitleHidden?: boolean;
  children: ReactNode;
}) {
  return (
    <MenuSection aria-label={title}>
      {title && !isTitleHidden && <Header className="part help">{title}</Header>}
      {children}
    </MenuSection>
  );
}

export function MenuLine() {
  return <Separator />;
}
