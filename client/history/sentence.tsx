import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Doer } from '../../shared/envelope.ts';
import type { Group } from '../../shared/groups/contract.ts';
import { wordDifference } from '../../shared/text/words.ts';
import { say } from '../base/language.ts';
import { paperAddress } from '../base/place.ts';
import { WordDiff } from '../base/ui/WordDiff.tsx';
import type { ThreadName } from './entries.ts';

/** A sentence of the history: the key of its words, what goes into them, and what is said below. */
export interface EventSentence {
  of: string;
  facts?: Record<string, string | number>;
  parts?: Record<string, ReactNode>;
  below?: ReactNode;
}

/** What it takes to say an event: the names of threads, the group's zone, the paper the links lead to. */
export interface Reading {
  names: ReadonlyMap<string, ThreadName>;
  group: Group;
  paperId: string;
}

/** Who did it, and in whose name where that says more. */
export function whoDid({ name, organisation }: Doer): string {
  if (name === '') return organisation === '' ? say('history.system') : organisation;
  return organisation === '' || organisation === name ? name : say('history.who', { name, organisation });
}

/** A thread by its number, leading to it. */
export function ThreadLink({
  paperId,
  threadId,
  number,
}: {
  paperId: string;
  threadId: string;
  number: number | undefined;
}) {
  return (
    <Link to={paperAddress(paperId, { threadId })}>
      {number === undefined ? say('history.a-thread') : <bdi>#{number}</bdi>}
    </Link>
  );
}

/** A paragraph by its address, leading to it; the paper as a whole where there is none. */
export function PlaceLink({
  paperId,
  paragraphId,
  address,
}: {
  paperId: string;
  paragraphId?: string;
  address: string | null;
}) {
  if (address === null || address === '') return <>{say('history.whole-paper')}</>;
  if (paragraphId === undefined) return <bdi>{address}</bdi>;
  return (
    <Link to={paperAddress(paperId, { paragraphId })}>
      <bdi>{address}</bdi>
    </Link>
  );
}

/** How much of what somebody said stands in the history; the whole is where the link leads. */
const longest = 240;

/** Words in quotation marks, cut between words where they are long. */
export function Quoted({ words }: { words: string }) {
  const shown = words.length <= longest ? words : `${words.slice(0, words.lastIndexOf(' ', longest))} …`;
  return <span dir="auto">{say('history.quoted', { words: shown })}</span>;
}

/** How much unchanged text stands beside a change here. */
const around = 48;

/** The words that a proposal brought into the text, on a line of their own. */
export function AppliedWords({ before, after }: { before: string; after: string }) {
  return (
    <span className="applied" dir="auto">
      <WordDiff pieces={wordDifference(before, after)} around={around} />
    </span>
  );
}
