import './compare.css';
import './texts.css';
import './compare-small.css';
import { useMemo, useState } from 'react';
import type { Change, Comparison } from '../../shared/changes/contract.ts';
import type { Group } from '../../shared/groups/contract.ts';
import { longDay, timeOf } from '../base/dates.ts';
import { useLanguage } from '../base/language.ts';
import { ChangeRow, type CompareView } from './ChangeRow.tsx';
import { addressesIn, keyOf, linesOf } from './rows.ts';
import { SameRow } from './SameRow.tsx';
import type { ReasonWay } from './Spine.tsx';

/**
 * The two texts with the spine between them: because of which thread, or which words, each paragraph changed.
 * What is the same is folded, and each fold says what it holds.
 */
export function ChangeView({
  comparison,
  paperId,
  language,
  group,
  view,
  isFolded,
  current,
  onGiveReason,
}: {
  comparison: Comparison;
  paperId: string;
  language: string;
  group: Group;
  view: CompareView;
  isFolded: boolean;
  /** The key of the change in focus. */
  current: string | null;
  onGiveReason?: (change: Change, way: ReasonWay) => void;
}) {
  const say = useLanguage();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const lines = useMemo(() => linesOf(comparison, isFolded, opened), [comparison, isFolded, opened]);
  const addresses = useMemo(() => addressesIn(comparison), [comparison]);
  const { older, newer } = comparison;
  const names = { older: older.name, newer: newer?.name ?? say('changes.draft') };
  const frozen = (at: string) =>
    say('changes.frozen', { when: `${longDay(at, group.zone)}, ${timeOf(at, group.zone)}` });
  const because = <p className="col mid">{say('changes.because-of')}</p>;
  return (
    <main className="pages" id="main" tabIndex={-1} data-view={view}>
      <h1 className="vh">{say('changes.title-of', names)}</h1>
      <div className="row head-row">
        {view === 'side' && (
          <p className="col old">
            {names.older} <small>{frozen(older.frozenAt)}</small>
          </p>
        )}
        {view === 'side' && because}
        <p className="col new">
          {view === 'inline' ? say('changes.in-one-text-of', names) : names.newer}{' '}
          {view === 'side' && <small>{newer ? frozen(newer.frozenAt) : say('changes.living')}</small>}
        </p>
        {view === 'inline' && because}
      </div>
      {lines.map((line) =>
        line.kind === 'change' ? (
          <ChangeRow
            key={line.key}
            paperId={paperId}
            change={line.change}
            language={language}
            names={names}
            view={view}
            isHere={keyOf(line.change) === current}
            addresses={addresses}
            onGiveReason={onGiveReason}
          />
        ) : (
          <SameRow
            key={line.key}
            line={line}
            view={view}
            language={language}
            onOpen={() => setOpened((before) => new Set([...before, line.key]))}
          />
        ),
      )}
    </main>
  );
}
