import { useMemo, useState } from 'react';
import { addressOfSymbol } from '../../shared/papers/rules.ts';
import type { Thread } from '../../shared/threads/contract.ts';
import type { VersionSummary } from '../../shared/versions/contract.ts';
import { announce } from '../base/announce.ts';
import { wholeHash } from '../base/hash.ts';
import { useLanguage } from '../base/language.ts';
import { ProblemError } from '../base/problem-error.ts';
import { Button, ButtonLink } from '../base/ui/Button.tsx';
import { Dialog } from '../base/ui/Dialog.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import { usePublish } from './queries.ts';
import { UnansweredThreads } from './UnansweredThreads.tsx';

/**
 * Makes a version public, for good. It names each thread without an answer and asks for a reason that
 * everybody will read; it shows the whole hash and sends it, so that what becomes public is what was seen.
 */
export function PublishDialog({
  version,
  symbol,
  unanswered,
  onClose,
  onPublished,
  onReread,
}: {
  version: VersionSummary;
  symbol: string;
  /** The threads that nobody has answered; null while they are not known. */
  unanswered: readonly Thread[] | null;
  onClose: () => void;
  onPublished: () => void;
  /** The server has another hash than this screen: reads the version anew. */
  onReread: () => void;
}) {
  const say = useLanguage();
  const publish = usePublish(version);
  const [reason, setReason] = useState('');
  const words = reason.trim();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are another wish, so they get another key
  const key = useMemo(() => crypto.randomUUID(), [words, version.hash]);
  const address = `/p/${addressOfSymbol(symbol)}`;
  const problem = publish.error instanceof ProblemError ? publish.error : null;
  const came = problem?.slug === 'threads-unanswered' ? numbersIn(problem.facts.numbers) : [];
  const needsReason = (unanswered !== null && unanswered.length > 0) || came.length > 0;
  const isReady = unanswered !== null && (!needsReason || words !== '') && problem?.slug !== 'hash-differs';
  const go = () => {
    if (!isReady) return;
    publish.mutate(needsReason ? { key, hash: version.hash, reason: words } : { key, hash: version.hash }, {
      onSuccess: () => {
        announce(say('publications.done', { name: version.name }));
        onPublished();
        onClose();
      },
    });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      onSubmit={go}
      title={say('publications.title', { name: version.name })}
      lead={say('publications.lead', { number: version.number })}
      note={say('publications.recorded')}
      actions={
        <>
          <Button kind="main" type="submit" isDisabled={!isReady} isPending={publish.isPending}>
            {say('publications.go', { name: version.name })}
          </Button>
          {unanswered && unanswered.length > 0 && (
            <ButtonLink to={`/papers/${version.paperId}?thread=${unanswered[0]?.id ?? ''}`}>
              {say('publications.answer-first', { count: unanswered.length })}
            </ButtonLink>
          )}
          <Button kind="bare" onPress={onClose}>
            {say('base.cancel')}
          </Button>
        </>
      }
    >
      {unanswered && unanswered.length > 0 && <UnansweredThreads paperId={version.paperId} threads={unanswered} />}
      {needsReason && (
        <TextField
          label={say('publications.reason')}
          hint={say('publications.reason-hint')}
          lines={2}
          value={reason}
          onChange={setReason}
          maxLength={2000}
          isRequired
        />
      )}
      <div className="two">
        <div>
          <p className="h3">{say('publications.address')}</p>
          <p className="hash" dir="ltr">
            {address}/{version.number}
          </p>
          <p className="help">{say('publications.leads', { address })}</p>
        </div>
        <div>
          <p className="h3">{say('publications.hash')}</p>
          <p className="hash" dir="ltr">
            {wholeHash(version.hash)}
          </p>
        </div>
      </div>
      <ProblemNote problem={publish.error}>
        {came.length > 0 && <span>{came.map((number) => `#${number}`).join(', ')}</span>}
        {problem?.slug === 'hash-differs' && (
          <span className="acts">
            <Button
              isSmall
              onPress={() => {
                publish.reset();
                onReread();
              }}
            >
              {say('publications.reread')}
            </Button>
          </span>
        )}
      </ProblemNote>
    </Dialog>
  );
}

/** The numbers that the refusal names. */
function numbersIn(fact: unknown): number[] {
  return Array.isArray(fact) ? fact.filter((each) => typeof each === 'number') : [];
}
