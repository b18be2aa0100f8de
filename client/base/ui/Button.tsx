import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Link } from 'react-router';
import { Icon, type IconName } from './Icon.tsx';

/** One main button per surface; `danger` is the main button of a deed that cannot be undone. */
export type ButtonKind = 'main' | 'bare' | 'danger';

interface Looks {
  kind?: ButtonKind;
  isSmall?: boolean;
  icon?: IconName;
  className?: string;
  children?: ReactNode;
}

function classOf({ kind, isSmall, className }: Looks): string {
  return ['btn', kind, isSmall ? 'sm' : undefined, className].filter(Boolean).join(' ');
}

/** A button. `isPending` keeps it focused and says that its deed is under way. */
export function Button({
  icon,
  children,
  type = 'button',
  label,
  ref,
  ...rest
}: Looks & {
  onPress?: () => void;
  type?: 'button' | 'submit';
  isDisabled?: boolean;
  isPending?: boolean;
  autoFocus?: boolean;
  /** Its name where it shows a symbol only. */
  label?: string;
  slot?: string;
  ref?: Ref<HTMLButtonElement>;
}) {
  const { kind, isSmall, className, ...behaviour } = rest;
  return (
    <AriaButton
      {...behaviour}
      ref={ref}
      type={type}
      aria-label={label}
      className={classOf({ kind, isSmall, className })}
    >
      {icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  );
}

/** A link that looks like a button: it leads to another page. Addresses outside of the client load anew. */
export function ButtonLink({ to, icon, children, isOutside, ...looks }: Looks & { to: string; isOutside?: boolean }) {
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      {children}
    </>
  );
  if (isOutside) {
    return (
      <a href={to} className={classOf(looks)}>
        {inside}
      </a>
    );
  }
  return (
    <Link to={to} className={classOf(looks)}>
      {inside}
    </Link>
  );
}

/** A button that reads as a link inside a sentence: it does something here. */
export function TextButton({ onPress, children, label }: { onPress: () => void; children: ReactNode; label?: string }) {
  return (
    <AriaButton className="link" onPress={onPress} aria-label={label}>
      {children}
    </AriaButton>
  );
}
