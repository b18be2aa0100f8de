import { useCallback } from 'react';
import type { Thread } from '../../../shared/threads/contract.ts';
import { paperAddress } from '../../base/place.ts';
import { DispositionLine } from '../../dispositions/DispositionLine.tsx';
import { useApplyEvent } from '../../threads/queries.ts';
import type { Spot } from '../../threads/spot.ts';
import type { SlipParts } from '../../threads/ThreadBody.tsx';
import { appliedNote, type DeskFacts, SecretariatDeeds } from './Slip.tsx';
import { changing } from './use-composing.ts';
import type { ReviewModel } from './use-review.ts';

/** What the page puts into the slip of a thread: its answer, the secretariat's deeds, the change of one's own words. */
export function useSlips(review: ReviewModel): (thread: Thread, spot: Spot) => SlipParts {
  const { paper, threads, byId, isOffline, setting, composing, personId } = review;
  const hear = useApplyEvent(paper.id);
  const version = paper.newestVersion;
  return useCallback(
    (thread, spot) => {
      const mayAnswer = paper.rights.includes('disposition.give') && thread.withdrawnAt === null;
      const mayApply = paper.rights.includes('proposal.apply');
      const facts: DeskFacts = {
        paperId: paper.id,
        language: paper.language,
        zone: setting.zone,
        place: setting.place,
        threads,
        paragraphOf: (id) => byId.get(id),
        mayAnswer,
        mayApply,
        isOffline,
        compareTo: version ? `${paperAddress(paper.id)}/compare/${version.id}/draft` : null,
        hear,
        edit: review.edit,
      };
      const isMine = thread.opening.speaker.personId === personId;
      return {
        applied: appliedNote(thread, spot, facts),
        answer: <DispositionLine thread={thread} zone={setting.zone} />,
        desk:
          mayAnswer || mayApply
            ? (same, render) => (
                <SecretariatDeeds key={thread.id} thread={thread} spot={spot} same={same} facts={facts}>
                  {render}
                </SecretariatDeeds>
              )
            : undefined,
        onChange: isMine
          ? () => {
              const { at, words } = changing(thread);
              review.goToThread(null);
              composing.open(at, words);
            }
          : undefined,
      };
    },
    [paper, version, threads, byId, isOffline, setting, composing.open, personId, hear, review.goToThread, review.edit],
  );
}
