import { Label, Radio, RadioGroup } from 'react-aria-components';
import { type Mark, mark } from '../../shared/threads/contract.ts';
import { useLanguage } from '../base/language.ts';

/** What one asks for, with the field's letters. */
export function KindChoice({ value, onChange }: { value: Mark | null; onChange: (mark: Mark | null) => void }) {
  const say = useLanguage();
  const choices: readonly Mark[] = ['MOD', 'ADD', 'SUP', 'NOC'];
  return (
    <RadioGroup
      orientation="horizontal"
      value={value ?? 'none'}
      onChange={(chosen) => onChange(mark.safeParse(chosen).data ?? null)}
    >
      <Label className="vh">{say('threads.kind')}</Label>
      <div className="seg">
        <Radio value="none">
          <span className="only">{say('threads.kinds.none')}</span>
        </Radio>
        {choices.map((each) => (
          <Radio key={each} value={each}>
            <b>{each}</b>
            {say(`threads.kinds.${each}`)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
