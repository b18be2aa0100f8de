import './dialogs.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { VersionSummary } from '../../shared/versions/contract.ts';
import { announce } from '../base/announce.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Dialog } from '../base/ui/Dialog.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import { Waiting } from '../base/ui/Waiting.tsx';
import { changesIn } from './changed.ts';
import { restoringQuery, useRereading, useRestore } from './queries.ts';
import { Undone } from './Undone.tsx';

/** Brings the whole draft back to a version, as a new change: nothing that was frozen or said is touched. */
export function RestoreDialog({
  paperId,
  version,
  onClose,
}: {
  paperId: string;
  version: VersionSummary;
  onClose: () => void;
}) {
  const say = useLanguage();
  const facts = useQuery(restoringQuery(paperId, version.id));
  const restore = useRestore(paperId);
  const [reason, setReason] = useState('');
  const [id] = useState(() => crypto.randomUUID());
  useRereading(paperId, restoringQuery(paperId, version.id).queryKey);
  const undone = facts.data ? changesIn(facts.data.undone) : [];
  const isSame = facts.isSuccess && undone.length === 0;
  const isReady = facts.isSuccess && !isSame && reason.trim() !== '';
  const go = () => {
    if (!isReady) return;
    restore.mutate(
      { id, versionId: version.id, reason: reason.trim() },
      {
        onSuccess: () => {
          announce(say('versions.restore.done', { name: version.name }));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      onSubmit={go}
      title={say('versions.restore.title', { name: version.name })}
      lead={say('versions.restore.lead', { name: version.name })}
      note={say('versions.restore.recorded')}
      actions={
        <>
          <Button kind="main" type="submit" isDisabled={!isReady} isPending={restore.isPending}>
            {say('versions.restore.go', { name: version.name })}
          </Button>
          <Button kind="bare" onPress={onClose}>
            {say('base.cancel')}
          </Button>
        </>
      }
    >
      {facts.isPending && <Waiting lines={4} />}
      {facts.isError && <ProblemNote problem={facts.error} retry={() => void facts.refetch()} />}
      {isSame && (
        <div className="say-note">
          <Icon name="check" />
          <b>{say('versions.restore.same', { name: version.name })}</b>
        </div>
      )}
      {undone.length > 0 && <Undone version={version} changes={undone} />}
      {facts.data && facts.data.unfrozen > 0 && facts.data.newestName !== '' && (
        <div className="say-warn">
          <Icon name="warn" />
          <b>{say('versions.restore.unfrozen', { count: facts.data.unfrozen, name: facts.data.newestName })}</b>
          <span>{say('versions.restore.unfrozen-mend')}</span>
        </div>
      )}
      {!isSame && (
        <TextField
          label={say('versions.restore.reason')}
          hint={say('versions.restore.reason-hint')}
          value={reason}
          onChange={setReason}
          maxLength={2000}
          isRequired
        />
      )}
      <ProblemNote problem={restore.error} />
    </Dialog>
  );
}
