import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { Change, Comparison } from '../../shared/changes/contract.ts';
import { isUnanswered } from '../../shared/dispositions/rules.ts';
import type { Group } from '../../shared/groups/contract.ts';
import type { PaperPage } from '../../shared/papers/contract.ts';
import type { Thread } from '../../shared/threads/contract.ts';
import type { VersionSummary } from '../../shared/versions/contract.ts';
import { announce } from '../base/announce.ts';
import { useKeys } from '../base/keys.ts';
import { useLanguage } from '../base/language.ts';
import { Button, ButtonLink } from '../base/ui/Button.tsx';
import { Masthead } from '../base/ui/Masthead.tsx';
import { ChangeRail } from '../changes/ChangeRail.tsx';
import type { CompareView } from '../changes/ChangeRow.tsx';
import { ChangeView } from '../changes/ChangeView.tsx';
import { CompareTools } from '../changes/CompareTools.tsx';
import { DRAFT } from '../changes/queries.ts';
import { ReasonDialog } from '../changes/ReasonDialog.tsx';
import { addressOf, changesIn, keyOf } from '../changes/rows.ts';
import type { ReasonWay } from '../changes/Spine.tsx';
import { goToRow, useIsNarrow } from '../changes/sight.ts';
import { ExportMenu } from '../exports/ExportMenu.tsx';
import { paperQuery } from '../papers/queries.ts';
import { PublishDialog } from '../publications/PublishDialog.tsx';
import { versionsQuery } from '../versions/queries.ts';
import { paperCrumbs } from './PaperLedger.tsx';

/** The comparison at work: the list of changes, the two texts, the keys, and the dialogs that explain and publish. */
export function CompareScreen({
  paper,
  group,
  versions,
  comparison,
  threads,
}: {
  paper: PaperPage;
  group: Group;
  versions: readonly VersionSummary[];
  comparison: Comparison;
  threads: readonly Thread[];
}) {
  const say = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const isNarrow = useIsNarrow();
  const [isFolded, setFolded] = useState(true);
  const [current, setCurrent] = useState<string | null>(null);
  const [reasoning, setReasoning] = useState<{ change: Change; way: ReasonWay } | null>(null);
  const [isPublishing, setPublishing] = useState(false);

  const view: CompareView = isNarrow || search.get('view') === 'inline' ? 'inline' : 'side';
  const changes = changesIn(comparison);
  const at = changes.findIndex((change) => keyOf(change) === current) + 1;
  const { older, newer } = comparison;
  const shown = newer && (versions.find((version) => version.id === newer.id) ?? newer);
  const mayPublish = shown !== null && shown.publishedAt === null && paper.rights.includes('publication.make');
  const isNewest = shown !== null && shown.id === versions.at(-1)?.id;

  const go = (key: string) => {
    const index = changes.findIndex((change) => keyOf(change) === key);
    const change = changes[index];
    if (!change) return;
    setCurrent(key);
    goToRow(key);
    announce(say('changes.gone-to', { at: index + 1, of: changes.length, address: addressOf(change) }));
  };
  const step = (by: 1 | -1) => {
    const next = changes[at === 0 ? (by === 1 ? 0 : changes.length - 1) : at - 1 + by];
    if (next) go(keyOf(next));
  };
  const readAgain = () => {
    void queries.invalidateQueries({ queryKey: versionsQuery(paper.id).queryKey });
    void queries.invalidateQueries({ queryKey: paperQuery(paper.id).queryKey });
  };
  useKeys(say('changes.keys.title'), [
    { keys: 'j', words: say('changes.keys.next'), run: () => step(1) },
    { keys: 'k', words: say('changes.keys.previous'), run: () => step(-1) },
    {
      keys: 'i',
      words: say('changes.keys.view'),
      run: () => void navigate({ search: view === 'inline' ? '' : '?view=inline' }, { replace: true }),
    },
  ]);

  return (
    <div className="screen compare">
      <div className="heads">
        <Masthead
          groupId={paper.groupId}
          crumbs={paperCrumbs(paper, group, say('changes.title'))}
          actions={
            <>
              <ButtonLink to={`/papers/${paper.id}/versions`}>{say('changes.versions')}</ButtonLink>
              {shown && <ExportMenu version={shown} symbol={paper.symbol} hasIcon />}
              {shown && isNewest && mayPublish && (
                <Button kind="main" onPress={() => setPublishing(true)}>
                  {say('changes.publish-as', { name: shown.name })}
                </Button>
              )}
            </>
          }
        />
        <CompareTools
          paperId={paper.id}
          versions={versions}
          group={group}
          olderId={older.id}
          newerId={newer?.id ?? DRAFT}
          view={view}
          isFolded={isFolded}
          onFold={setFolded}
          place={{ at, of: changes.length }}
          onStep={step}
        />
      </div>
      <div className="work compare-work">
        <ChangeRail comparison={comparison} current={current} onGo={go} />
        <ChangeView
          comparison={comparison}
          paperId={paper.id}
          language={paper.language}
          group={group}
          view={view}
          isFolded={isFolded}
          current={current}
          onGiveReason={
            paper.rights.includes('change.reason') ? (change, way) => setReasoning({ change, way }) : undefined
          }
        />
      </div>
      {reasoning && (
        <ReasonDialog
          paperId={paper.id}
          comparison={comparison}
          threads={threads}
          {...reasoning}
          onClose={() => setReasoning(null)}
        />
      )}
      {isPublishing && shown && (
        <PublishDialog
          version={shown}
          symbol={paper.symbol}
          unanswered={threads.filter(isUnanswered)}
          onClose={() => setPublishing(false)}
          onPublished={readAgain}
          onReread={readAgain}
        />
      )}
    </div>
  );
}
