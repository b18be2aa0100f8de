import { useEffect, useState } from 'react';
import { ParagraphRules } from './paragraph-rules.ts';

/** Gives single paragraphs declarations of their own while this is on the screen; `done` hears that they hold. */
export function useParagraphRules(declarations: ReadonlyMap<string, string>, done?: () => void): void {
  const [rules, setRules] = useState<ParagraphRules | null>(null);
  useEffect(() => {
    const made = new ParagraphRules();
    setRules(made);
    return () => made.close();
  }, []);
  useEffect(() => {
    rules?.set(declarations);
    done?.();
  }, [rules, declarations, done]);
}
