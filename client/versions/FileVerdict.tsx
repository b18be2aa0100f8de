import { useQuery } from '@tanstack/react-query';
import { inZone } from '../base/dates.ts';
import { wholeHash } from '../base/hash.ts';
import { type Say, useLanguage } from '../base/language.ts';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { Waiting } from '../base/ui/Waiting.tsx';
import { type Chain, memberChainQuery, publicChainQuery } from './chains.ts';
import { Differences } from './Differences.tsx';
import { VerifyAnswer } from './VerifyAnswer.tsx';
import { type Brought, type Verdict, verdictOn } from './verifying.ts';

/** Something to compare a file with: a version whose chain can be read, or a hash that somebody was sent. */
export interface Comparand {
  key: string;
  label: string;
  source: { kind: 'public'; address: string } | { kind: 'member'; paperId: string; versionId: string };
}

interface Setting {
  brought: Brought;
  zone: string;
  place: string;
}

/** Whether the file is the text: against a version, word by word, or against a hash alone. */
export function FileVerdict({
  comparand,
  ownHash,
  ...setting
}: Setting & { comparand: Comparand | null; ownHash: string | null }) {
  if (comparand) return <AgainstVersion comparand={comparand} {...setting} />;
  return ownHash === null ? null : (
    <Answer verdict={verdictOn(setting.brought, ownHash, null)} chain={null} {...setting} />
  );
}

function AgainstVersion({ comparand: { source }, ...setting }: Setting & { comparand: Comparand }) {
  const open = useQuery({
    ...publicChainQuery(source.kind === 'public' ? source.address : ''),
    enabled: source.kind === 'public',
  });
  const [paperId, versionId] = source.kind === 'member' ? [source.paperId, source.versionId] : ['', ''];
  const own = useQuery({ ...memberChainQuery(paperId, versionId), enabled: source.kind === 'member' });
  const chain = source.kind === 'public' ? open : own;
  if (chain.isPending) return <Waiting lines={3} />;
  if (chain.isError) return <ProblemNote problem={chain.error} retry={() => void chain.refetch()} />;
  return (
    <Answer verdict={verdictOn(setting.brought, chain.data.hash, chain.data.content)} chain={chain.data} {...setting} />
  );
}

function Answer({ verdict, chain, brought, zone, place }: Setting & { verdict: Verdict; chain: Chain | null }) {
  const say = useLanguage();
  const when = chain ? inZone(chain.content.frozenAt, zone, place) : '';
  return (
    <>
      <VerifyAnswer isSame={verdict.kind === 'same'} sentence={sentenceOf(verdict, when, say)}>
        {verdict.kind === 'same' && (
          <p>{say(verdict.isRewritten ? 'verify.file.rewritten' : 'verify.file.read-here', { file: brought.name })}</p>
        )}
        {verdict.kind === 'other-version' && <p>{say('verify.file.other-version-why', aboutBrought(brought))}</p>}
        {(verdict.kind === 'differs' || verdict.kind === 'other-hash') && (
          <p>
            {say(brought.content === null ? 'verify.file.not-a-version' : 'verify.file.ask', { file: brought.name })}
          </p>
        )}
        {chain === null && brought.content && (
          <p>
            {say('verify.file.says', { ...aboutBrought(brought), when: inZone(brought.content.frozenAt, zone, place) })}
          </p>
        )}
        {verdict.kind !== 'same' && (
          <p>
            {say('verify.file.its-hash')}{' '}
            <span className="hash" dir="ltr">
              {wholeHash(brought.hash)}
            </span>
          </p>
        )}
      </VerifyAnswer>
      {verdict.kind === 'differs' && chain && (
        <Differences changes={verdict.changes} paragraphs={verdict.paragraphs} version={chain.content.name} />
      )}
    </>
  );
}

function sentenceOf(verdict: Verdict, when: string, say: Say): string {
  const isOwn = when === '';
  if (verdict.kind === 'same') return isOwn ? say('verify.yes-hash') : say('verify.yes', { when });
  if (verdict.kind === 'differs')
    return say('verify.no-differs', { when, count: verdict.changes.length, all: verdict.paragraphs });
  if (verdict.kind === 'other-version') return say('verify.no-other-version', { when });
  return isOwn ? say('verify.no-hash') : say('verify.no', { when });
}

function aboutBrought({ name, content }: Brought) {
  return {
    file: name,
    number: content?.number ?? 0,
    version: content?.name ?? '',
    symbol: content?.paper.symbol ?? '',
  };
}
