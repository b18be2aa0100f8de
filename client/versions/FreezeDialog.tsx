import './dialogs.css';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Change, Comparison } from '../../shared/changes/contract.ts';
import { newId, type VersionId } from '../../shared/ids.ts';
import { announce } from '../base/announce.ts';
import { type Say, sayList, useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Dialog } from '../base/ui/Dialog.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import { Waiting } from '../base/ui/Waiting.tsx';
import { changesIn } from './changed.ts';
import { DraftChanges } from './DraftChanges.tsx';
import { freezingQuery, useFreeze, useRereading } from './queries.ts';
import { UnansweredPlaces } from './UnansweredPlaces.tsx';
import { UnexplainedChanges } from './UnexplainedChanges.tsx';

/**
 * Freezes the draft as a version. It acts only when what the screen shows is saved, and sends the last log
 * id that this screen was told: the server refuses to freeze less than that.
 */
export function FreezeDialog({
  paperId,
  throughUpdate,
  isSaved,
  nextName,
  onClose,
  giveReason,
}: {
  paperId: string;
  /** Null where no editor is open: then the committed text counts, whatever it is. */
  throughUpdate: number | null;
  isSaved: boolean;
  nextName: string;
  onClose: () => void;
  /** Where a reason can be given beside the change; without it the dialog leads to the comparison. */
  giveReason?: (change: Change, comparison: Comparison) => ReactNode;
}) {
  const say = useLanguage();
  const navigate = useNavigate();
  const facts = useQuery(freezingQuery(paperId));
  const freeze = useFreeze(paperId);
  const [name, setName] = useState(nextName);
  const [id] = useState(() => newId<VersionId>());
  useRereading(paperId, freezingQuery(paperId).queryKey);

  const since = facts.data?.since ?? null;
  const unexplained = since ? changesIn(since).filter((change) => change.reasons.length === 0).length : 0;
  const unanswered = [...(facts.data?.unanswered.values() ?? [])].reduce((sum, count) => sum + count, 0);
  const words = name.trim();
  const isReady = isSaved && words !== '' && facts.isSuccess;
  const go = () => {
    if (!isReady) return;
    const wish = throughUpdate === null ? { id, name: words } : { id, name: words, throughUpdate };
    freeze.mutate(wish, {
      onSuccess: () => {
        announce(say('versions.freeze.done', { name: words }));
        onClose();
      },
    });
  };

  return (
    <Dialog
      isOpen
      size="wide"
      onClose={onClose}
      onSubmit={go}
      title={say('versions.freeze.title')}
      lead={facts.data ? say('versions.freeze.lead', { number: facts.data.number }) : say('versions.freeze.lead-first')}
      note={facts.data && recordedWords(say, unexplained, unanswered)}
      actions={
        <>
          <Button kind="main" type="submit" isDisabled={!isReady} isPending={freeze.isPending}>
            {say('versions.freeze.go', { name: words || nextName })}
          </Button>
          {since && unexplained > 0 && (
            <Button onPress={() => void navigate(`/papers/${paperId}/compare/${since.older.id}/draft`)}>
              {say('versions.freeze.reasons-first', { count: unexplained })}
            </Button>
          )}
          <Button kind="bare" onPress={onClose}>
            {say('base.cancel')}
          </Button>
        </>
      }
    >
      {!isSaved && (
        <div className="say-warn">
          <Icon name="clock" />
          <b>{say('versions.freeze.not-saved')}</b>
          <span>{say('versions.freeze.not-saved-mend')}</span>
        </div>
      )}
      <div className="two">
        <TextField label={say('versions.freeze.name')} value={name} onChange={setName} maxLength={120} isRequired />
        {facts.data && <DraftChanges paperId={paperId} since={since} />}
      </div>
      {facts.isPending && <Waiting lines={4} />}
      {facts.isError && <ProblemNote problem={facts.error} retry={() => void facts.refetch()} />}
      {since && unexplained > 0 && <UnexplainedChanges since={since} giveReason={giveReason} />}
      {facts.data && unanswered > 0 && <UnansweredPlaces paperId={paperId} places={facts.data.unanswered} />}
      <ProblemNote problem={freeze.error} />
    </Dialog>
  );
}

/** The foot of the dialog: what the record will say beside the text itself. */
function recordedWords(say: Say, unexplained: number, unanswered: number): string {
  const gaps = [
    ...(unexplained > 0 ? [say('versions.freeze.without-reason', { count: unexplained })] : []),
    ...(unanswered > 0 ? [say('versions.freeze.without-answer', { count: unanswered })] : []),
  ];
  return gaps.length === 0
    ? say('versions.freeze.recorded-whole')
    : say('versions.freeze.recorded', { gaps: sayList(gaps) });
}
