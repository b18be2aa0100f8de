import type { WordPiece } from '../../shared/changes/contract.ts';
import type { Answer } from '../../shared/dispositions/contract.ts';
import type { Instant } from '../../shared/envelope.ts';
import type { Mark } from '../../shared/threads/contract.ts';

/** How one paragraph came to be: versions and what was said between them, in the order of time. */
export interface ParagraphStory {
  paragraphId: string;
  /** What the paragraph is called in the published version. */
  address: string;
  steps: readonly StoryStep[];
}
export type StoryStep = VersionStep | ThreadStep | ReasonStep;

/** The paragraph as a version has it. */
export interface VersionStep {
  kind: 'version';
  name: string;
  number: number;
  frozenAt: Instant;
  /** The words in this version; null where it does not have the paragraph. */
  text: string | null;
  /** What differs from the version before; null for the first that has it. */
  pieces: readonly WordPiece[] | null;
}

/** A thread on the paragraph, with what became of it. */
export interface ThreadStep {
  kind: 'thread';
  number: number;
  mark: Mark | null;
  organisation: string;
  /** Null after it was withdrawn. */
  text: string | null;
  /** The wording it asks for, against the text it was written on. */
  pieces: readonly WordPiece[] | null;
  at: Instant;
  /** The round it came in; threads of one round stand together. */
  round: { number: number; closesAt: Instant } | null;
  answer: Answer | null;
  rationale: string;
  duplicateOf: number | null;
}

/** Why the paragraph changed, in the secretariat's own words. */
export interface ReasonStep {
  kind: 'reason';
  text: string;
  by: string;
  at: Instant;
}
