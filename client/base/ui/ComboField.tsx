import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useLanguage } from '../language.ts';
import { Icon } from './Icon.tsx';
import type { Option } from './SelectField.tsx';

/** One choice out of very many: typed letters narrow the list. */
export function ComboField<Value extends string>({
  label,
  value,
  onChange,
  options,
}: {
  label: string;
  value: Value | null;
  onChange: (value: Value) => void;
  options: readonly Option<Value>[];
}) {
  const say = useLanguage();
  return (
    <ComboBox
      className="field"
      menuTrigger="focus"
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen) onChange(chosen.value);
      }}
    >
      <Label className="fl">{label}</Label>
      <div className="inp combo">
        <Input />
        <Button className="btn bare" aria-label={say('base.show-choices')}>
          <Icon name="down" />
        </Button>
      </div>
      <Popover className="menu" offset={4}>
        <ListBox items={options.map((option) => ({ id: option.value, ...option }))}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label}>
              {({ isSelected }) => (
                <>
                  {isSelected ? <Icon name="check" /> : <span />}
                  <span className="words">{option.label}</span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
