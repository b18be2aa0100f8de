import { useMemo, useState } from 'react';
import type { Change, Comparison } from '../../shared/changes/contract.ts';
import type { ThreadId } from '../../shared/ids.ts';
import type { Thread } from '../../shared/threads/contract.ts';
import { announce } from '../base/announce.ts';
import { type Say, useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { ComboField } from '../base/ui/ComboField.tsx';
import { Dialog } from '../base/ui/Dialog.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import { WordDiff } from '../base/ui/WordDiff.tsx';
import { useGiveReason } from './queries.ts';
import { addressOf } from './rows.ts';
import type { ReasonWay } from './Spine.tsx';

/** Gives a change its reason afterwards: a thread of the paper, or the secretariat's own words. */
export function ReasonDialog({
  paperId,
  comparison,
  change,
  way,
  threads,
  onClose,
}: {
  paperId: string;
  comparison: Comparison;
  change: Change;
  way: ReasonWay;
  threads: readonly Thread[];
  onClose: () => void;
}) {
  const say = useLanguage();
  const give = useGiveReason(paperId);
  const [threadId, setThread] = useState<ThreadId | null>(null);
  const [words, setWords] = useState('');
  const text = words.trim();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another thread or other words are another wish with another id
  const id = useMemo(() => crypto.randomUUID(), [threadId, text]);
  const address = addressOf(change);
  const options = useMemo(() => optionsOf(threads, change, say), [threads, change, say]);
  const isReady = way === 'thread' ? threadId !== null : text !== '';
  const go = () => {
    if (!isReady) return;
    const sides = { older: comparison.older.id, newer: comparison.newer?.id ?? null, paragraphId: change.paragraphId };
    const reason = way === 'thread' && threadId !== null ? { threadId } : { text };
    give.mutate(
      { id, ...sides, ...reason },
      {
        onSuccess: () => {
          announce(say('changes.reason.done', { address }));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      isOpen
      size="slim"
      onClose={onClose}
      onSubmit={go}
      title={say(`changes.reason.title-${way}`, { address })}
      lead={say('changes.reason.lead')}
      actions={
        <>
          <Button kind="main" type="submit" isDisabled={!isReady} isPending={give.isPending}>
            {say(`changes.reason.go-${way}`)}
          </Button>
          <Button kind="bare" onPress={onClose}>
            {say('base.cancel')}
          </Button>
        </>
      }
    >
      <blockquote className="reason-for" dir="auto">
        <WordDiff pieces={change.pieces} around={60} />
      </blockquote>
      {way === 'words' && (
        <TextField
          label={say('changes.reason.words')}
          hint={say('changes.reason.words-hint')}
          value={words}
          onChange={setWords}
          lines={2}
          maxLength={2000}
          autoFocus
          isRequired
        />
      )}
      {way === 'thread' &&
        (options.length === 0 ? (
          <p>{say('changes.reason.no-threads')}</p>
        ) : (
          <ComboField label={say('changes.reason.thread')} value={threadId} onChange={setThread} options={options} />
        ))}
      <ProblemNote problem={give.error} />
    </Dialog>
  );
}

/** The threads to choose from: those on the same paragraph first, because one of them it most likely is. */
function optionsOf(threads: readonly Thread[], change: Change, say: Say) {
  const paragraphs = new Set<string>([change.paragraphId, ...change.with]);
  const isHere = (thread: Thread) => (thread.anchor !== null && paragraphs.has(thread.anchor.paragraphId) ? 0 : 1);
  return threads
    .filter((thread) => thread.withdrawnAt === null)
    .toSorted((a, b) => isHere(a) - isHere(b) || a.number - b.number)
    .map((thread) => ({
      value: thread.id,
      label: say('changes.reason.thread-option', {
        number: thread.number,
        organisation: thread.opening.speaker.organisation,
        address: thread.anchor?.address ?? say('changes.reason.whole-paper'),
        words: (thread.opening.text || thread.proposal?.text || '').slice(0, 60),
      }),
    }));
}
