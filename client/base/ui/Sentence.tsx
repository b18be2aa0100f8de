import { Fragment, type ReactNode } from 'react';
import { useLanguage } from '../language.ts';

/** Stands for an element while the sentence is put together; never occurs in words. */
const fence = '\u0001';

/**
 * A sentence with elements in it: names in bold, links, times. The words stay whole, so each language can put
 * the elements where it needs them: `<Sentence of="rounds.closes" parts={{ when: <b>…</b> }} />`.
 * `<b>…</b>` in the words themselves is bold.
 */
export function Sentence({
  of,
  parts = {},
  facts = {},
}: {
  of: string;
  parts?: Record<string, ReactNode>;
  facts?: Record<string, string | number>;
}) {
  const say = useLanguage();
  const fenced = Object.fromEntries(Object.keys(parts).map((name) => [name, `${fence}${name}${fence}`]));
  const words = say(of, { ...facts, ...fenced });
  return (
    <>
      {words.split(/(<b>.*?<\/b>)/s).map((piece, index) => {
        const bold = /^<b>(.*)<\/b>$/s.exec(piece)?.[1];
        const inside = withParts(bold ?? piece, parts);
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence have no other name and do not move
        return bold === undefined ? <Fragment key={index}>{inside}</Fragment> : <b key={index}>{inside}</b>;
      })}
    </>
  );
}

function withParts(words: string, parts: Record<string, ReactNode>): ReactNode[] {
  return words.split(fence).map((piece, index) => {
    const inside = index % 2 === 1 ? parts[piece] : piece;
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence have no other name and do not move
    return <Fragment key={index}>{inside}</Fragment>;
  });
}
