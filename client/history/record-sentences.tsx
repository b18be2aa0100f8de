import { Link } from 'react-router';
import type { StreamEvent } from '../../shared/events.ts';
import { inZone } from '../base/dates.ts';
import { shortHash } from '../base/hash.ts';
import { sayList } from '../base/language.ts';
import { type EventSentence, PlaceLink, Quoted, type Reading, ThreadLink, whoDid } from './sentence.tsx';

/** What is decided about the paper: its rounds, versions, reasons and publications. */
export function recordSentence(event: StreamEvent, { group, paperId }: Reading): EventSentence {
  const facts = { who: whoDid(event.by) };
  const when = (instant: string) => inZone(instant, group.zone, group.place);
  const version = (id: string, name: string) => (
    <Link to={`/papers/${paperId}/versions/${id}`} dir="auto">
      {name}
    </Link>
  );
  switch (event.kind) {
    case 'paper.created':
      return { of: 'history.paper-created', facts: { ...facts, symbol: event.symbol, count: event.paragraphs } };
    case 'paper.renamed':
      return { of: 'history.paper-renamed', facts: { ...facts, symbol: event.symbol, title: event.title } };
    case 'paper.withdrawn':
      return { of: 'history.paper-withdrawn', facts, below: <Quoted words={event.reason} /> };
    case 'paper.drafters':
      if (event.names.length === 0) return { of: 'history.paper-no-drafters', facts };
      return { of: 'history.paper-drafters', facts: { ...facts, names: sayList(event.names) } };
    case 'round.opened':
      return {
        of: 'history.round-opened',
        facts: { ...facts, number: event.round.number, closes: when(event.round.closesAt) },
      };
    case 'round.extended': {
      const { number, closesAt, reason } = event.round;
      const told = { ...facts, number, from: when(event.from), closes: when(closesAt) };
      return {
        of: 'history.round-extended',
        facts: told,
        below: reason === null ? undefined : <Quoted words={reason} />,
      };
    }
    case 'round.closed': {
      const { number, reason } = event.round;
      if (!event.early) return { of: 'history.round-closed', facts: { number } };
      const below = reason === null ? undefined : <Quoted words={reason} />;
      return { of: 'history.round-closed-early', facts: { ...facts, number }, below };
    }
    case 'version.frozen': {
      const { id, name, number, hash } = event.version;
      const below = (
        <span className="hash" dir="ltr">
          {shortHash(hash)}
        </span>
      );
      return {
        of: 'history.version-frozen',
        facts: { ...facts, number },
        parts: { version: version(id, name) },
        below,
      };
    }
    case 'version.restored': {
      const parts = { version: version(event.versionId, event.name) };
      return { of: 'history.version-restored', facts, parts, below: <Quoted words={event.reason} /> };
    }
    case 'reason.given': {
      const { thread, text } = event.reason;
      const place = <PlaceLink paperId={paperId} paragraphId={event.paragraphId} address={event.address} />;
      const below = text === null || text === '' ? undefined : <Quoted words={text} />;
      if (thread === null) return { of: 'history.reason-given', facts, parts: { place }, below };
      const link = <ThreadLink paperId={paperId} threadId={thread.id} number={thread.number} />;
      return { of: 'history.reason-linked', facts, parts: { place, thread: link }, below };
    }
    case 'publication.made': {
      const { versionId, name, address, unanswered, reason } = event.publication;
      const link = (
        <a href={address} dir="ltr">
          {address}
        </a>
      );
      const below = reason === null ? undefined : <Quoted words={reason} />;
      const parts = { version: version(versionId, name), address: link };
      return { of: 'history.publication-made', facts: { ...facts, count: unanswered.length }, parts, below };
    }
    default:
      return { of: 'history.other', facts: { ...facts, kind: event.kind } };
  }
}
