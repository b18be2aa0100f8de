import './print.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { isUnanswered } from '../../shared/dispositions/rules.ts';
import type { PaperPage } from '../../shared/papers/contract.ts';
import type { Paragraph } from '../../shared/text/paragraph.ts';
import type { Thread } from '../../shared/threads/contract.ts';
import { inZone } from '../base/dates.ts';
import { useLanguage } from '../base/language.ts';
import { paperAddress, usePlace } from '../base/place.ts';
import { groupOf, useSession } from '../base/session.ts';
import { useTitle } from '../base/title.ts';
import { Button } from '../base/ui/Button.tsx';
import { LedgerPage } from '../base/ui/LedgerPage.tsx';
import { Masthead } from '../base/ui/Masthead.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { Waiting } from '../base/ui/Waiting.tsx';
import { paperQuery } from '../papers/queries.ts';
import { threadsQuery } from '../threads/queries.ts';
import { spotFinder } from '../threads/spot.ts';
import { PrintedText } from './print/PrintedText.tsx';
import { PrintedThread } from './print/PrintedThread.tsx';
import { paragraphsQuery } from './review/text-queries.ts';

/** The paper for paper: each paragraph followed by its threads, with their answers. */
export function PrintPage() {
  const { paperId } = usePlace();
  const say = useLanguage();
  const paper = useQuery(paperQuery(paperId));
  const text = useQuery(paragraphsQuery(paperId));
  const threads = useQuery(threadsQuery(paperId));
  useTitle(paper.data && say('paper.print-page.title', { symbol: paper.data.symbol }));
  const problem = paper.error ?? text.error ?? threads.error;
  const retry = () => void Promise.all([paper.refetch(), text.refetch(), threads.refetch()]);
  if (paper.data && text.data && threads.data) {
    return <Printed paper={paper.data} paragraphs={text.data} threads={threads.data.threads} />;
  }
  return (
    <LedgerPage masthead={<Masthead />}>
      {problem ? <ProblemNote problem={problem} retry={retry} /> : <Waiting lines={12} />}
    </LedgerPage>
  );
}

function Printed({
  paper,
  paragraphs,
  threads,
}: {
  paper: PaperPage;
  paragraphs: readonly Paragraph[];
  threads: readonly Thread[];
}) {
  const say = useLanguage();
  const group = groupOf(useSession(), paper.groupId);
  const { zone, place } = group ?? { zone: 'UTC', place: 'UTC' };
  const spotOf = spotFinder(paragraphs);
  const placed = threads.map((thread) => ({ thread, spot: spotOf(thread.anchor) }));
  const on = (id: string) =>
    placed.filter(({ spot }) => spot.paragraphId === id && spot.how !== 'deleted').map(({ thread }) => thread);
  const rest = [
    { title: say('paper.print-page.on-paper'), found: placed.filter(({ spot }) => spot.how === 'paper') },
    { title: say('paper.print-page.on-deleted'), found: placed.filter(({ spot }) => spot.how === 'deleted') },
  ];
  const about = { language: paper.language, zone };
  return (
    <LedgerPage
      masthead={
        <Masthead
          groupId={paper.groupId}
          crumbs={[
            { words: paper.symbol, rest: paper.title, to: paperAddress(paper.id) },
            { words: say('paper.print') },
          ]}
          actions={
            <Button kind="main" icon="print" onPress={() => print()}>
              {say('paper.print-page.go')}
            </Button>
          }
        />
      }
    >
      <div className="printed">
        <p className="sym">
          <bdi>{paper.symbol}</bdi> {paper.newestVersion?.name}
        </p>
        <p className="lead">
          {say('paper.print-page.made', {
            when: inZone(new Date().toISOString(), zone, place),
            threads: threads.length,
            open: threads.filter(isUnanswered).length,
          })}{' '}
          <Link className="no-print" to={paperAddress(paper.id)}>
            {say('paper.print-page.back')}
          </Link>
        </p>
        <PrintedText
          paragraphs={paragraphs}
          language={paper.language}
          after={(id) => on(id).map((thread) => <PrintedThread key={thread.id} thread={thread} {...about} />)}
        />
        {rest
          .filter(({ found }) => found.length > 0)
          .map(({ title, found }) => (
            <section key={title}>
              <h2>{title}</h2>
              <ol className="printed-threads">
                {found.map(({ thread, spot }) => (
                  <PrintedThread
                    key={thread.id}
                    thread={thread}
                    stoodOn={spot.how === 'deleted' ? spot.address : undefined}
                    {...about}
                  />
                ))}
              </ol>
            </section>
          ))}
      </div>
    </LedgerPage>
  );
}
