import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { ThreadKind } from '../../shared/threads/contract.ts';
import { useLanguage } from '../base/language.ts';

/** What sort of point it is: the secretariat sorts by it, and a table of comments has a column for it. */
export function PointKind({
  value,
  options,
  onChange,
}: {
  value: ThreadKind;
  options: readonly ThreadKind[];
  onChange: (kind: ThreadKind) => void;
}) {
  const say = useLanguage();
  return (
    <RadioGroup
      className="point"
      orientation="horizontal"
      value={value}
      onChange={(chosen) => {
        const kind = options.find((each) => each === chosen);
        if (kind) onChange(kind);
      }}
    >
      <Label>{say('threads.point')}</Label>
      {options.map((each) => (
        <Radio key={each} value={each} className="choice one">
          <span>{say(`threads.points.${each}`)}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
