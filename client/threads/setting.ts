import { createContext, use } from 'react';
import type { ProblemSlug } from '../../shared/problems.ts';

/** What every note of the margin needs to know of the paper, the reader and the hour. */
export interface Setting {
  paperId: string;
  /** BCP 47 tag of the text. */
  language: string;
  /** The group's zone and what its time is called. */
  zone: string;
  place: string;
  me: { personId: string; organisationId: string; organisation: string };
  /** What the reader may do here at all; whether they may do it now says `shut`. */
  may: { open: boolean; openForOthers: boolean; reply: boolean; position: boolean; withdraw: boolean };
  /** Why a member can write nothing new now: the refusal the server would give; null when they can. */
  shut: { slug: ProblemSlug; words: string } | null;
  isOffline: boolean;
  /** Until when a comment counts as in time, in words; null outside a round. */
  deadline: string | null;
  goToThread: (threadId: string | null) => void;
}

const SettingContext = createContext<Setting | null>(null);
export const SettingProvider = SettingContext.Provider;

/** The setting of the margin that this note stands in. */
export function useSetting(): Setting {
  const setting = use(SettingContext);
  if (setting === null) throw new Error('A note stands in a margin.');
  return setting;
}
