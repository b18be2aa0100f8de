import type { UseQueryResult } from '@tanstack/react-query';
import { inZone } from '../base/dates.ts';
import { useLanguage } from '../base/language.ts';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { Waiting } from '../base/ui/Waiting.tsx';
import { ChainTable } from './ChainTable.tsx';
import type { Chain } from './chains.ts';
import { VerifyAnswer } from './VerifyAnswer.tsx';

/** Whether a version is what was recorded, and whether the chain before it holds; then the chain itself. */
export function CheckVersion({ chain, zone, place }: { chain: UseQueryResult<Chain>; zone: string; place: string }) {
  const say = useLanguage();
  if (chain.isPending) return <Waiting lines={4} words={say('verify.computing')} />;
  if (chain.isError) return <ProblemNote problem={chain.error} retry={() => void chain.refetch()} />;
  const { links, content, holds } = chain.data;
  const when = inZone(content.frozenAt, zone, place);
  const first = links.at(-1);
  const isItself = links[0]?.computed === links[0]?.recorded;
  const answer = isItself ? (holds ? 'yes' : 'no-chain') : 'no-stored';
  const why = answer === 'yes' && links.length === 1 ? 'yes-why-first' : `${answer}-why`;
  const begin = first?.name ?? say('verify.first', { number: first?.number ?? 1 });
  return (
    <>
      <VerifyAnswer isSame={answer === 'yes'} sentence={say(`verify.${answer}`, { when })}>
        <p>{say(`verify.${why}`, { first: begin })}</p>
      </VerifyAnswer>
      <ChainTable chain={chain.data} zone={zone} />
    </>
  );
}
