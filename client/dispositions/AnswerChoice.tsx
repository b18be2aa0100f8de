import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useLanguage } from '../base/language.ts';
import { AnswerMark } from '../base/ui/FieldMarks.tsx';
import { TextField } from '../base/ui/TextField.tsx';

/** The answer that goes with an application; null: it is given later. */
export interface GivenAnswer {
  answer: 'accepted' | 'acceptedWithModification' | null;
  rationale: string;
}

const choices = ['acceptedWithModification', 'accepted'] as const;

/** Answer and reason in the same step as the change. */
export function AnswerChoice({
  number,
  address,
  value,
  onChange,
}: {
  number: number;
  address: string;
  value: GivenAnswer;
  onChange: (value: GivenAnswer) => void;
}) {
  const say = useLanguage();
  return (
    <div className="two">
      <RadioGroup
        className="rad"
        value={value.answer ?? 'later'}
        onChange={(chosen) => onChange({ ...value, answer: choices.find((each) => each === chosen) ?? null })}
      >
        <Label className="legend">{say('dispositions.changed.answer', { number })}</Label>
        {choices.map((each) => (
          <Radio key={each} value={each} className="choice one">
            <AnswerMark answer={each} />
          </Radio>
        ))}
        <Radio value="later" className="choice one">
          <span>{say('dispositions.changed.later')}</span>
        </Radio>
      </RadioGroup>
      <TextField
        label={say('dispositions.reason')}
        hint={say('dispositions.changed.reason-hint', { address })}
        value={value.rationale}
        onChange={(rationale) => onChange({ ...value, rationale })}
        lines={3}
        maxLength={20_000}
        isDisabled={value.answer === null}
      />
    </div>
  );
}
