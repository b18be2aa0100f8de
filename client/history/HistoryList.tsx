import './history.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Group } from '../../shared/groups/contract.ts';
import type { PaperPage } from '../../shared/papers/contract.ts';
import type { Thread } from '../../shared/threads/contract.ts';
import { longDay, placeTime } from '../base/dates.ts';
import { sayNumber, useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { Waiting } from '../base/ui/Waiting.tsx';
import { EventRow } from './EventRow.tsx';
import { entriesOf, type HistoryFilter as Filter, isShown, threadNames } from './entries.ts';
import { HistoryFilter } from './HistoryFilter.tsx';
import { historyQuery, useHistoryNews } from './queries.ts';

/** When a filter leaves fewer lines than these, the next stretch is read by itself. */
const enough = 20;

/** Every event of a paper in words, by day, the newest first; older ones a stretch at a time. */
export function HistoryList({
  paper,
  group,
  threads,
  filter,
  onFilter,
}: {
  /** `seq` is the number of its newest event when the page was opened. */
  paper: Pick<PaperPage, 'id' | 'seq' | 'createdAt'>;
  group: Group;
  threads: readonly Thread[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
}) {
  const say = useLanguage();
  const history = useInfiniteQuery(historyQuery(paper.id, paper.seq));
  const stretches = history.data?.pages;
  const newest = stretches?.[0]?.events.at(-1)?.seq ?? stretches?.[0]?.since ?? null;
  useHistoryNews(paper.id, newest);
  const events = useMemo(() => (stretches ?? []).flatMap((stretch) => stretch.events.toReversed()), [stretches]);
  const names = useMemo(() => threadNames(threads, events), [threads, events]);
  const days = useMemo(
    () => byDay(entriesOf(events.filter((event) => isShown(event, filter))), group.zone),
    [events, filter, group],
  );
  const lines = days.reduce((sum, day) => sum + day.entries.length, 0);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = history;
  const reachesOn = filter !== 'all' && lines < enough && hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (reachesOn) void fetchNextPage();
  }, [reachesOn, fetchNextPage]);

  if (history.isPending) return <Waiting lines={6} />;
  if (history.isError && !history.data)
    return <ProblemNote problem={history.error} retry={() => void history.refetch()} />;
  const oldest = events.at(-1)?.seq ?? 0;
  return (
    <>
      <p className="lead">
        {say('history.lead', {
          count: newest ?? 0,
          amount: sayNumber(newest ?? 0),
          day: longDay(paper.createdAt, group.zone),
          time: placeTime(group.place),
        })}
      </p>
      <HistoryFilter filter={filter} onFilter={onFilter} />
      {lines === 0 && !hasNextPage && (
        <div className="blank">
          <p>{say(filter === 'all' ? 'history.empty' : 'history.none-of-kind')}</p>
        </div>
      )}
      {days.map((day) => (
        <section key={day.name} aria-label={day.name}>
          <h2 className="day">{day.name}</h2>
          <ol>
            {day.entries.map((entry) => (
              <EventRow key={entry.event.seq} entry={entry} group={group} names={names} paperId={paper.id} />
            ))}
          </ol>
        </section>
      ))}
      {isFetchNextPageError && <ProblemNote problem={history.error} retry={() => void fetchNextPage()} />}
      {hasNextPage && !isFetchNextPageError && (
        <div className="older">
          <Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {say(isFetchingNextPage ? 'base.waiting' : 'history.older')}
          </Button>
          <span className="quiet">{say('history.shown', { from: sayNumber(oldest), to: sayNumber(newest ?? 0) })}</span>
        </div>
      )}
    </>
  );
}

/** The lines under the day on which they happened, in the group's zone. */
function byDay(entries: ReturnType<typeof entriesOf>, zone: string) {
  const days: { name: string; entries: ReturnType<typeof entriesOf> }[] = [];
  for (const entry of entries) {
    const name = longDay(entry.event.at, zone);
    const last = days.at(-1);
    if (last?.name === name) last.entries.push(entry);
    else days.push({ name, entries: [entry] });
  }
  return days;
}
