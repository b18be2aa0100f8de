import { useEffect, useState } from 'react';
import { announce } from '../base/announce.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';

const shownFor = 4000;

/** Copies words that must not be lost, and says so. */
export function CopyButton({ words, label }: { words: string; label?: string }) {
  const say = useLanguage();
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (!isDone) return;
    const timer = setTimeout(() => setDone(false), shownFor);
    return () => clearTimeout(timer);
  }, [isDone]);
  const copy = () =>
    void navigator.clipboard.writeText(words).then(() => {
      setDone(true);
      announce(say('base.copied'));
    });
  return (
    <Button isSmall icon={isDone ? 'check' : undefined} onPress={copy}>
      {isDone ? say('base.copied') : (label ?? say('threads.copy-words'))}
    </Button>
  );
}
