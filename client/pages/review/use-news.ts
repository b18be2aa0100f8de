import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { StreamEvent } from '../../../shared/events.ts';
import { announce } from '../../base/announce.ts';
import { say } from '../../base/language.ts';
import { paperQuery } from '../../papers/queries.ts';
import { useRoundNews } from '../../rounds/queries.ts';
import type { Standing } from '../../rounds/standing.ts';
import { useThreadNews } from '../../threads/queries.ts';
import { useArrivals } from './use-arrivals.ts';

/** After these the paper itself stands otherwise: its state, its rights, its versions. */
const aboutPaper = /^(paper|round|version|publication)\./u;

/** Keeps the page up with what happens to the paper, each slice with its own part of the news. */
export function useNews(paperId: string, personId: string, seq: number | null): void {
  const queries = useQueryClient();
  const hearRound = useRoundNews(paperId);
  const hearArrival = useArrivals(personId);
  const tell = useCallback(
    (event: StreamEvent) => {
      hearRound(event);
      hearArrival(event);
      if (aboutPaper.test(event.kind)) void queries.invalidateQueries({ queryKey: paperQuery(paperId).queryKey });
    },
    [queries, paperId, hearRound, hearArrival],
  );
  useThreadNews(paperId, seq, tell);
}

/** A round that opens or closes by the clock changes what one may do, without an event that says so at that second. */
export function useRoundsByTheClock(paperId: string, standing: Standing, number: number | null): void {
  const queries = useQueryClient();
  const before = useRef(standing.nearness);
  useEffect(() => {
    const was = before.current;
    before.current = standing.nearness;
    if (was === standing.nearness || was === 'none') return;
    const isOver = standing.nearness === 'closed';
    if (isOver && number !== null) announce(say('rounds.closed-by-itself', { number }));
    if (isOver || was === 'scheduled') void queries.invalidateQueries({ queryKey: paperQuery(paperId).queryKey });
  }, [queries, paperId, standing.nearness, number]);
}
