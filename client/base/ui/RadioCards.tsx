import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { Option } from './SelectField.tsx';

/** One choice out of a few, each with its consequence in one line. */
export function RadioCards<Value extends string>({
  label,
  value,
  onChange,
  options,
  isLabelHidden,
}: {
  label: string;
  value: Value | null;
  onChange: (value: Value) => void;
  options: readonly Option<Value>[];
  isLabelHidden?: boolean;
}) {
  return (
    <RadioGroup
      className="rad"
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen) onChange(chosen.value);
      }}
    >
      <Label className={isLabelHidden ? 'vh' : 'legend'}>{label}</Label>
      {options.map((option) => (
        <Radio key={option.value} value={option.value} isDisabled={option.isDisabled} className="choice one">
          <span>{option.label}</span>
          {option.hint && <small>{option.hint}</small>}
        </Radio>
      ))}
    </RadioGroup>
  );
}
