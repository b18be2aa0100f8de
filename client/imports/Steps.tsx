import { useLanguage } from '../base/language.ts';
import { TextButton } from '../base/ui/Button.tsx';

export type StepName = 'file' | 'check' | 'posted';
const steps: readonly StepName[] = ['file', 'check', 'posted'];

/** Where one is in posting; back to the file is one press away until it is posted. */
export function Steps({ now, onBack }: { now: StepName; onBack: () => void }) {
  const say = useLanguage();
  return (
    <nav aria-label={say('imports.steps')}>
      <ol className="steps">
        {steps.map((step, index) => {
          const words = `${index + 1} ${say(`imports.step.${step}`)}`;
          if (step === now) {
            return (
              <li key={step} aria-current="step">
                <b>{words}</b>
              </li>
            );
          }
          const isWayBack = step === 'file' && now === 'check';
          return (
            <li key={step} className={isWayBack ? undefined : 'hide-s'}>
              {isWayBack ? <TextButton onPress={onBack}>{words}</TextButton> : words}
            </li>
          );
        })}
        <li className="grow" />
        {now === 'check' && <li className="hide-s">{say('imports.nothing-yet')}</li>}
      </ol>
    </nav>
  );
}
