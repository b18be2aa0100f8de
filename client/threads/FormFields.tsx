import { useEffect, useMemo, useRef } from 'react';
import type { WishedAnchor } from '../../shared/text/anchor.ts';
import { wordDifference } from '../../shared/text/words.ts';
import { threadKind } from '../../shared/threads/contract.ts';
import { useLanguage } from '../base/language.ts';
import { TextField } from '../base/ui/TextField.tsx';
import { WordDiff } from '../base/ui/WordDiff.tsx';
import type { DraftWords } from './drafts.ts';
import { needsWording, withMark } from './form-words.ts';
import { KindChoice } from './KindChoice.tsx';
import { PointKind } from './PointKind.tsx';
import { useSetting } from './setting.ts';

const around = 90;

/** What one asks for, in which words, and why. */
export function FormFields({
  words,
  onChange,
  anchor,
  base,
  missing,
}: {
  words: DraftWords;
  onChange: (words: DraftWords) => void;
  anchor: WishedAnchor | null;
  /** The words that a change starts from. */
  base: string;
  missing: string | null;
}) {
  const say = useLanguage();
  const { language } = useSetting();
  const wording = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const why = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const isWorded = needsWording(words.mark);
  const pieces = useMemo(
    () => (words.mark === 'MOD' ? wordDifference(base, words.wording, language) : []),
    [words.mark, base, words.wording, language],
  );
  useEffect(() => {
    if (missing === 'wording' || missing === 'change') wording.current?.focus();
    if (missing === 'why') why.current?.focus();
  }, [missing]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the form opens
  useEffect(() => (isWorded ? wording : why).current?.focus({ preventScroll: true }), []);
  const faultOf = (...names: string[]) =>
    missing !== null && names.includes(missing) ? say(`threads.missing.${missing}`) : null;
  return (
    <>
      {anchor?.quote && (
        <blockquote className="sel" dir="auto" lang={language}>
          {anchor.quote.exact}
        </blockquote>
      )}
      {anchor !== null && <KindChoice value={words.mark} onChange={(mark) => onChange(withMark(words, mark, base))} />}
      {isWorded && (
        <TextField
          ref={wording}
          isSerif
          label={say(`threads.wording.${words.mark}`)}
          help={words.mark === 'ADD' ? say('threads.wording.lines') : undefined}
          value={words.wording}
          onChange={(text) => onChange({ ...words, wording: text })}
          lines={linesFor(words.wording)}
          maxLength={100_000}
          fault={faultOf('wording', 'change')}
          lang={language}
        />
      )}
      {words.mark === 'MOD' && words.wording !== base && (
        <div className="prop" aria-live="off">
          <p className="cap">{say('threads.what-changes')}</p>
          <div dir="auto" lang={language} className="wording">
            <WordDiff pieces={pieces} around={around} />
          </div>
        </div>
      )}
      <TextField
        ref={why}
        label={words.mark === null ? say('threads.comment') : say('threads.why')}
        hint={say('threads.who-reads')}
        value={words.why}
        onChange={(text) => onChange({ ...words, why: text })}
        lines={3}
        maxLength={20_000}
        fault={faultOf('why')}
      />
      <PointKind value={words.kind} options={threadKind.options} onChange={(kind) => onChange({ ...words, kind })} />
    </>
  );
}

const lettersALine = 44;

/** A field as high as its words, between two lines and ten. */
function linesFor(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lettersALine)), 0);
  return Math.min(10, Math.max(2, lines));
}
