import { useMemo, useState } from 'react';
import { isUnanswered } from '../../shared/dispositions/rules.ts';
import type { Thread } from '../../shared/threads/contract.ts';
import { useLanguage } from '../base/language.ts';
import { Button, TextButton } from '../base/ui/Button.tsx';
import { byQuote, type Line, linesOf, type QuoteGroup, unansweredOf } from './folding.ts';
import { useSetting } from './setting.ts';
import type { Spot } from './spot.ts';
import type { SlipParts } from './ThreadBody.tsx';
import { ThreadCard } from './ThreadCard.tsx';
import { ThreadLine } from './ThreadLine.tsx';
import { holds } from './ThreadStack.tsx';

/** The margin as the list of one paragraph's threads, under the words that they are about. Enter opens one in its place. */
export function ParagraphThreads({
  threads,
  spot,
  focusId,
  partsOf,
  onClose,
}: {
  threads: readonly Thread[];
  spot: Spot;
  focusId: string | null;
  partsOf: (thread: Thread, spot: Spot) => SlipParts;
  onClose: () => void;
}) {
  const say = useLanguage();
  const { goToThread } = useSetting();
  const [isOpenOnly, setOpenOnly] = useState(false);
  const [isByOrganisation, setByOrganisation] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const open = unansweredOf(threads);
  const groups = useMemo(() => {
    const shown = isOpenOnly ? threads.filter(isUnanswered) : threads;
    return isByOrganisation ? byOrganisation(shown) : byQuote(shown);
  }, [threads, isOpenOnly, isByOrganisation]);
  const first = groups[0]?.threads[0]?.id;
  const hasFocus = threads.some((thread) => thread.id === focusId);
  const lineOf = (line: Line) => {
    const chosen = [line.thread, ...line.same].find((thread) => thread.id === openId && openId === focusId);
    if (chosen) {
      const same = [line.thread, ...line.same].filter((thread) => thread.id !== chosen.id);
      return (
        <ThreadCard
          key={line.thread.id}
          thread={chosen}
          spot={spot}
          isOpen
          isTabStop
          same={same}
          parts={partsOf(chosen, spot)}
          onOpen={() => setOpenId(chosen.id)}
        />
      );
    }
    const enter = () => {
      goToThread(line.thread.id);
      setOpenId(line.thread.id);
    };
    const isHere = holds(line, focusId);
    return (
      <ThreadLine
        key={line.thread.id}
        line={line}
        spot={spot}
        isHere={isHere}
        isTabStop={hasFocus ? isHere : line.thread.id === first}
        onOpen={isHere ? enter : () => goToThread(line.thread.id)}
        onEnter={enter}
      />
    );
  };
  return (
    <div className="onlylist">
      <header>
        <div className="stackhead">
          <h2>{say('threads.stack-label', { address: spot.address, count: threads.length })}</h2>
          <TextButton onPress={onClose}>
            {say('threads.whole-margin')} <kbd>Esc</kbd>
          </TextButton>
        </div>
        <p>{say('threads.list-lead', { open })}</p>
        {/* biome-ignore lint/a11y/useSemanticElements: two switches beside each other, not a form */}
        <div className="fil" role="group" aria-label={say('threads.show')}>
          <Button isSmall className={isOpenOnly ? '' : 'chosen'} onPress={() => setOpenOnly(false)}>
            {say('threads.all', { count: threads.length })}
          </Button>
          <Button isSmall className={isOpenOnly ? 'chosen' : ''} onPress={() => setOpenOnly(true)}>
            {say('threads.open-only', { count: open })}
          </Button>
          <span className="grow" />
          <Button isSmall onPress={() => setByOrganisation(!isByOrganisation)}>
            {say(isByOrganisation ? 'threads.by-quote' : 'threads.by-organisation')}
          </Button>
        </div>
      </header>
      <section className="rows" aria-label={say('threads.on', { address: spot.address })}>
        {groups.map((group) => (
          <GroupOfLines key={group.quote ?? ''} group={group} address={spot.address}>
            {linesOf(group.threads).map(lineOf)}
          </GroupOfLines>
        ))}
      </section>
    </div>
  );
}

function GroupOfLines({ group, address, children }: { group: QuoteGroup; address: string; children: React.ReactNode }) {
  const say = useLanguage();
  const title = group.quote ?? say('threads.whole-paragraph', { address });
  return (
    <>
      <p className="qh">
        <q dir="auto">{group.quote === null ? title : `“${title}”`}</q>
        <b>{say('threads.group-counts', { count: group.threads.length, open: unansweredOf(group.threads) })}</b>
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: its items are articles */}
      <div role="list" aria-label={title}>
        {children}
      </div>
    </>
  );
}

function byOrganisation(threads: readonly Thread[]): QuoteGroup[] {
  const groups = new Map<string, Thread[]>();
  for (const thread of threads) {
    const name = thread.opening.speaker.organisation;
    groups.set(name, [...(groups.get(name) ?? []), thread]);
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b)).map(([quote, each]) => ({ quote, threads: each }));
}
