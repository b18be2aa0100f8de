import './verify.css';
import type { ReactNode } from 'react';
import { Icon } from '../base/ui/Icon.tsx';

/** The answer is one sentence between two rules, green or red, with its sign. */
export function VerifyAnswer({
  isSame,
  sentence,
  children,
}: {
  isSame: boolean;
  sentence: string;
  children?: ReactNode;
}) {
  return (
    <div className={isSame ? 'verdict' : 'verdict no'} role={isSame ? 'status' : 'alert'}>
      <Icon name={isSame ? 'check' : 'cross'} />
      <div>
        <p className="big">{sentence}</p>
        {children}
      </div>
    </div>
  );
}
