import type { ReactNode } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue, Text } from 'react-aria-components';
import { Icon } from './Icon.tsx';

export interface Option<Value extends string> {
  value: Value;
  label: string;
  /** A second line: what choosing it means. */
  hint?: string;
  isDisabled?: boolean;
}

/** One choice out of several that would take too much room side by side. */
export function SelectField<Value extends string>({
  label,
  hint,
  help,
  value,
  onChange,
  options,
  placeholder,
  isDisabled,
  isLabelHidden,
}: {
  label: string;
  hint?: ReactNode;
  help?: ReactNode;
  value: Value | null;
  onChange: (value: Value) => void;
  options: readonly Option<Value>[];
  placeholder?: string;
  isDisabled?: boolean;
  isLabelHidden?: boolean;
}) {
  return (
    <Select
      className="field"
      isDisabled={isDisabled}
      placeholder={placeholder}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen) onChange(chosen.value);
      }}
    >
      <Label className={isLabelHidden ? 'vh' : 'fl'}>
        {label}
        {hint && <small> {hint}</small>}
      </Label>
      <Button className="inp pick">
        <SelectValue />
        <Icon name="down" />
      </Button>
      {help && (
        <Text slot="description" className="help">
          {help}
        </Text>
      )}
      <Popover className="menu" offset={4}>
        <ListBox>
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.label} isDisabled={option.isDisabled}>
              {({ isSelected }) => (
                <>
                  {isSelected ? <Icon name="check" /> : <span />}
                  <span className="words">
                    {option.label}
                    {option.hint && <small slot="description">{option.hint}</small>}
                  </span>
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
