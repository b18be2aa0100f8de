import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Change, Comparison } from '../../shared/changes/contract.ts';
import { isUnanswered } from '../../shared/dispositions/rules.ts';
import type { Group } from '../../shared/groups/contract.ts';
import type { PaperDeed } from '../../shared/groups/rights.ts';
import type { PaperPage } from '../../shared/papers/contract.ts';
import type { Round } from '../../shared/rounds/contract.ts';
import type { Thread } from '../../shared/threads/contract.ts';
import type { VersionSummary } from '../../shared/versions/contract.ts';
import { nextDraftName } from '../../shared/versions/rules.ts';
import { useLanguage } from '../base/language.ts';
import { Button, ButtonLink } from '../base/ui/Button.tsx';
import { ChangeLine } from '../changes/ChangeLine.tsx';
import { GiveReason } from '../changes/GiveReason.tsx';
import { comparisonQuery, DRAFT } from '../changes/queries.ts';
import { ReasonDialog } from '../changes/ReasonDialog.tsx';
import type { ReasonWay } from '../changes/Spine.tsx';
import { ExportMenu } from '../exports/ExportMenu.tsx';
import { paperQuery } from '../papers/queries.ts';
import { PublishDialog } from '../publications/PublishDialog.tsx';
import { FirstVersion } from '../versions/FirstVersion.tsx';
import { FreezeDialog } from '../versions/FreezeDialog.tsx';
import { versionsQuery } from '../versions/queries.ts';
import { RestoreDialog } from '../versions/RestoreDialog.tsx';
import { VersionList } from '../versions/VersionList.tsx';
import { VersionsLead } from '../versions/VersionsLead.tsx';
import { DraftFacts } from './DraftFacts.tsx';

type Open = { kind: 'freeze' } | { kind: 'publish' | 'restore'; version: VersionSummary };
type Reasoning = { change: Change; comparison: Comparison; way: ReasonWay };

/** The chain of versions with what each slice says and does about them. */
export function VersionsLedger({
  paper,
  group,
  versions,
  rounds,
  threads,
}: {
  paper: PaperPage;
  group: Group;
  versions: readonly VersionSummary[];
  rounds: readonly Round[];
  threads: readonly Thread[];
}) {
  const say = useLanguage();
  const queries = useQueryClient();
  const [open, setOpen] = useState<Open | null>(null);
  const [reasoning, setReasoning] = useState<Reasoning | null>(null);
  const newest = versions.at(-1);
  const draft = useQuery({ ...comparisonQuery(newest?.id ?? '', DRAFT), enabled: newest !== undefined });
  const isMoved = newest === undefined || (draft.data?.rows.some((row) => 'change' in row) ?? false);
  const unanswered = threads.filter(isUnanswered);
  const may = (deed: PaperDeed) => paper.rights.includes(deed);
  const mayPublishNewest = may('publication.make') && newest !== undefined && newest.publishedAt === null;
  const compare = (older: string, newer: string) => (
    <ButtonLink to={`/papers/${paper.id}/compare/${older}/${newer}`}>{say('versions.compare-ask')}</ButtonLink>
  );
  const readAgain = () => {
    void queries.invalidateQueries({ queryKey: versionsQuery(paper.id).queryKey });
    void queries.invalidateQueries({ queryKey: paperQuery(paper.id).queryKey });
  };

  return (
    <>
      <h1>{say('versions.title')}</h1>
      <VersionsLead versions={versions} />
      <VersionList
        versions={versions}
        group={group}
        rounds={rounds}
        threadsIn={(roundId) => threads.filter((thread) => thread.roundId === roundId).length}
        draft={{
          facts: (
            <DraftFacts
              newest={newest}
              threads={threads.length}
              open={unanswered.length}
              mayFreeze={may('version.freeze')}
            />
          ),
          actions: (
            <>
              {may('version.freeze') && (
                <Button kind={isMoved ? 'main' : undefined} onPress={() => setOpen({ kind: 'freeze' })}>
                  {say('versions.freeze-ask')}
                </Button>
              )}
              {newest && isMoved && compare(newest.id, DRAFT)}
            </>
          ),
        }}
        beside={(version, previous) => ({
          changes: previous ? (
            <ChangeLine olderId={previous.id} newerId={version.id} olderName={previous.name} />
          ) : (
            <FirstVersion version={version} source={paper.source?.name ?? null} />
          ),
          notPublic:
            version === newest && mayPublishNewest
              ? say('versions.unanswered', { count: unanswered.length })
              : undefined,
          actions: (
            <>
              {version === newest && mayPublishNewest && (
                <Button kind={isMoved ? undefined : 'main'} onPress={() => setOpen({ kind: 'publish', version })}>
                  {say('versions.publish-ask')}
                </Button>
              )}
              {previous ? (
                compare(previous.id, version.id)
              ) : (
                <ButtonLink to={`/papers/${paper.id}/versions/${version.id}`}>{say('versions.read')}</ButtonLink>
              )}
              <ExportMenu version={version} symbol={paper.symbol} />
              {may('version.restore') && (version !== newest || isMoved) && (
                <Button kind="bare" onPress={() => setOpen({ kind: 'restore', version })}>
                  {say('versions.restore-ask')}
                </Button>
              )}
            </>
          ),
        })}
      />
      {open?.kind === 'freeze' && (
        <FreezeDialog
          paperId={paper.id}
          throughUpdate={null}
          isSaved
          nextName={nextDraftName(versions.map((version) => version.name))}
          onClose={() => setOpen(null)}
          giveReason={
            may('change.reason')
              ? (change, comparison) => (
                  <GiveReason change={change} onGiveReason={(way) => setReasoning({ change, comparison, way })} />
                )
              : undefined
          }
        />
      )}
      {open?.kind === 'publish' && (
        <PublishDialog
          version={versions.find((version) => version.id === open.version.id) ?? open.version}
          symbol={paper.symbol}
          unanswered={unanswered}
          onClose={() => setOpen(null)}
          onPublished={readAgain}
          onReread={readAgain}
        />
      )}
      {open?.kind === 'restore' && (
        <RestoreDialog paperId={paper.id} version={open.version} onClose={() => setOpen(null)} />
      )}
      {reasoning && (
        <ReasonDialog paperId={paper.id} threads={threads} {...reasoning} onClose={() => setReasoning(null)} />
      )}
    </>
  );
}
