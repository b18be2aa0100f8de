import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';

/** Yes or no, with its consequence in one line. */
export function Checkbox({
  isSelected,
  onChange,
  children,
  hint,
  isDisabled,
}: {
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  children: ReactNode;
  hint?: ReactNode;
  isDisabled?: boolean;
}) {
  return (
    <AriaCheckbox className="choice" isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
      <span>{children}</span>
      {hint && <small>{hint}</small>}
    </AriaCheckbox>
  );
}
