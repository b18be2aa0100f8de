import type { PaperId } from '../ids.ts';
import { Problem } from '../problems.ts';
import type { Paragraph } from '../text/paragraph.ts';
import type { VersionContent, VersionSummary } from './contract.ts';

export interface FreezingFacts {
  paper: { id: PaperId; symbol: string; title: string; language: string };
  newest: VersionSummary | null;
  paragraphs: Paragraph[];
  /** The log id up to which the server has the draft, and the one that the screen was told. */
  through: number;
  seen: number | undefined;
  now: string;
}

/**
 * V1: a freeze takes the committed text, and only when it holds what the screen showed as saved.
 * @throws Problem draft-behind, nothing-to-freeze
 */
export function decideFreezing(name: string, at: FreezingFacts): VersionContent {
  if (at.seen !== undefined && at.seen > at.through) throw new Problem('draft-behind', { through: at.through });
  if (at.paragraphs.every((paragraph) => paragraph.text === '')) throw new Problem('nothing-to-freeze');
  return {
    paper: at.paper,
    number: (at.newest?.number ?? 0) + 1,
    name,
    frozenAt: at.now,
    previous: at.newest?.hash ?? null,
    paragraphs: at.paragraphs,
  };
}

/** V2: a version that nobody named is called by its number: `Draft 2`. */
export function nextDraftName(taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`Draft ${number}`)) number += 1;
  return `Draft ${number}`;
}
