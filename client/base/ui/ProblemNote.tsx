import type { ReactNode } from 'react';
import { useLanguage } from '../language.ts';
import { ProblemError } from '../problem-error.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

/** What went wrong, in the place where it happened: what happened, what to do, and a way to try again. */
export function ProblemNote({
  problem,
  retry,
  children,
}: {
  problem: Error | null | undefined;
  retry?: () => void;
  /** What is safe, or what else can be done. */
  children?: ReactNode;
}) {
  const say = useLanguage();
  if (!problem) return null;
  const told = problem instanceof ProblemError ? problem : null;
  const reference = told?.facts.reference;
  return (
    <div className={told?.slug === 'offline' ? 'say-warn' : 'say-no'} role="alert" ref={bringIntoSight}>
      <Icon name="warn" />
      <b>{told?.title ?? say('base.failed')}</b>
      <span>{told?.mend ?? say('base.failed-mend')}</span>
      {typeof reference === 'string' && <span>{say('base.reference', { reference })}</span>}
      {children}
      {retry && (
        <span className="acts">
          <Button isSmall onPress={retry}>
            {say('base.try-again')}
          </Button>
        </span>
      )}
    </div>
  );
}

/** A dialog may be longer than the screen, and what went wrong stands at its end. */
function bringIntoSight(note: HTMLElement | null): void {
  if (note?.closest('.dlg')) note.scrollIntoView({ block: 'nearest' });
}
