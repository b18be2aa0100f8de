import { useEffect, useState } from 'react';
import { useLanguage } from '../language.ts';

/** Something is on its way. Says so after 300 ms only, and keeps the room of so many lines meanwhile. */
export function Waiting({ words, lines = 1 }: { words?: string; lines?: number }) {
  const say = useLanguage();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="quiet" role="status" style={{ minBlockSize: `${lines * 1.45}em` }}>
      {isSlow ? (words ?? say('base.waiting')) : null}
    </p>
  );
}
