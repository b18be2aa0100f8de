import { Link } from 'react-router';
import { useLanguage } from '../base/language.ts';
import { paperAddress } from '../base/place.ts';

/** So many places are named; the rest is counted. */
const named = 4;

/** The threads without an answer, by the paragraph they stand on. They go on with the draft. */
export function UnansweredPlaces({ paperId, places }: { paperId: string; places: ReadonlyMap<string | null, number> }) {
  const say = useLanguage();
  const ranked = [...places].sort(([, a], [, b]) => b - a);
  const rest = ranked.slice(named);
  const all = ranked.reduce((sum, [, count]) => sum + count, 0);
  const left = rest.reduce((sum, [, count]) => sum + count, 0);
  return (
    <section>
      <h3>{say('versions.freeze.unanswered', { count: all })}</h3>
      <p className="open4">
        {ranked.slice(0, named).map(([place, count]) => (
          <span key={place ?? ''}>
            <b>{place === null ? say('versions.freeze.whole-paper') : <bdi>{place}</bdi>}</b> {count}
          </span>
        ))}
        {rest.length > 0 && <span>{say('versions.freeze.other-places', { count: rest.length, left })}</span>}
        <Link to={paperAddress(paperId)}>{say('versions.freeze.read-threads')}</Link>
      </p>
      <p className="help">{say('versions.freeze.go-on')}</p>
    </section>
  );
}
