import { Link } from 'react-router';
import { useLanguage } from '../base/language.ts';

/** What a version is, for whoever opens this page once a year. */
export function VersionsMargin({ paperId }: { paperId: string }) {
  const say = useLanguage();
  return (
    <>
      <section>
        <h2>{say('versions.about.what')}</h2>
        <p>{say('versions.about.what-words')}</p>
        <p>{say('versions.about.chain-words')}</p>
        <p>
          <Link to={`/verify?paper=${paperId}`}>{say('versions.about.verify')}</Link>
        </p>
      </section>
      <section>
        <h2>{say('versions.about.download')}</h2>
        <p>{say('versions.about.download-words')}</p>
      </section>
    </>
  );
}
