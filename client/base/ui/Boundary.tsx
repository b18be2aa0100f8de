import { Component, type ErrorInfo, type ReactNode } from 'react';
import { say } from '../language.ts';
import { Button } from './Button.tsx';

/** Keeps a fault of one page to that page, and says what is safe. */
export class Boundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(fault: Error, where: ErrorInfo): void {
    console.error(fault, where.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <main className="broken" role="alert">
        <p>{say('base.broken')}</p>
        <p className="acts">
          <Button kind="main" onPress={() => location.reload()}>
            {say('base.try-again')}
          </Button>
        </p>
      </main>
    );
  }
}
