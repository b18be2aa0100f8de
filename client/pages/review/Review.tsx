import './review.css';
import { useQuery } from '@tanstack/react-query';
import type { WhoAmI } from '../../../shared/groups/contract.ts';
import type { PaperPage } from '../../../shared/papers/contract.ts';
import { useLanguage } from '../../base/language.ts';
import type { Membership } from '../../base/session.ts';
import { TextButton } from '../../base/ui/Button.tsx';
import { groupQuery } from '../../groups/queries.ts';
import { RoundBanner } from '../../rounds/RoundBanner.tsx';
import { SettingProvider } from '../../threads/setting.ts';
import { type PendingThread, usePending } from '../../threads/writes.ts';
import { Here } from './Here.tsx';
import { PaperDialogs } from './PaperDialogs.tsx';
import { ReviewHead } from './ReviewHead.tsx';
import { ReviewOutline } from './ReviewOutline.tsx';
import { ReviewSheet } from './ReviewSheet.tsx';
import { useIsFolded } from './use-phone.ts';
import { useReview } from './use-review.ts';
import { useSteps } from './use-steps.ts';

/** The review page of one paper: masthead, round, outline, the sheet with its margin, and the dialogs over it. */
export function Review({ paper, membership, who }: { paper: PaperPage; membership: Membership; who: WhoAmI }) {
  const say = useLanguage();
  const review = useReview(paper, membership, who);
  const step = useSteps(review);
  const isFolded = useIsFolded();
  const { group, byId, sheet, isPhone, setDialog, posted } = review;
  const mayChangeMembers = paper.rights.includes('paper.drafters') || review.writing.may.openForOthers;
  const inGroup = useQuery({ ...groupQuery(group.id), enabled: mayChangeMembers }).data;
  const nextName = say('paper.draft-name', { number: (paper.newestVersion?.number ?? 0) + 1 });
  const unsent = usePending(paper.id).filter((each) => each.state === 'waiting' || each.state === 'refused');
  const mayFreeze = paper.rights.includes('version.freeze');
  const freeze = () => setDialog({ kind: 'freeze' });
  return (
    <SettingProvider value={review.setting}>
      <div
        className="screen review"
        data-editing={review.isEditing || undefined}
        data-posted={posted.isOn || undefined}
        inert={isPhone && review.composing.form !== null}
      >
        <ReviewHead
          {...{ paper, group, nextName, isFolded, isPhone }}
          members={inGroup?.members ?? []}
          personId={review.personId}
          organisation={membership.organisation.name}
          saved={sheet.saved?.state ?? null}
          mode={sheet.mode}
          mayEdit={review.mayEdit && !posted.isOn}
          addressOf={(id) => byId.get(id)?.address ?? null}
          onMode={sheet.setMode}
          onFreeze={mayFreeze ? freeze : null}
          onOutline={() => setDialog({ kind: 'outline' })}
          extra={
            isPhone
              ? [
                  ...(mayFreeze ? [{ words: say('paper.freeze', { name: nextName }), onChoose: freeze }] : []),
                  ...(paper.rights.includes('round.open')
                    ? [
                        {
                          words: say(review.round === null ? 'rounds.open-ask' : 'rounds.extend-ask'),
                          onChoose: () =>
                            setDialog({ kind: 'round', change: review.round === null ? 'open' : 'extend' }),
                        },
                      ]
                    : []),
                ]
              : []
          }
        />
        <RoundBanner
          round={review.round}
          group={group}
          version={paper.newestVersion?.name ?? null}
          mayChange={paper.rights.includes('round.open')}
          onChange={(change) => setDialog({ kind: 'round', change })}
          notice={unsent.length > 0 ? <Unsent unsent={unsent} onOpen={review.show} /> : undefined}
        />
        <div className="work">
          {!isFolded && <ReviewOutline review={review} />}
          <ReviewSheet review={review} organisations={inGroup?.organisations ?? []} onStep={step} />
        </div>
      </div>
      <Here review={review} />
      <PaperDialogs review={review} nextName={nextName} />
    </SettingProvider>
  );
}

/** Says that comments of one's own are not sent yet, and leads to the first. */
function Unsent({ unsent, onOpen }: { unsent: readonly PendingThread[]; onOpen: (id: string) => void }) {
  const say = useLanguage();
  const [first] = unsent;
  if (!first) return null;
  return (
    <>
      {say('rounds.unsent', { count: unsent.length })}{' '}
      <TextButton onPress={() => onOpen(first.id)}>{say('rounds.unsent-open')}</TextButton>
    </>
  );
}
