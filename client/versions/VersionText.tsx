import './version-text.css';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { htmlOf } from '../../shared/text/html.ts';
import type { VersionContent, VersionSummary } from '../../shared/versions/contract.ts';
import { useLanguage } from '../base/language.ts';
import { Icon } from '../base/ui/Icon.tsx';

/** The text of a version, as it was frozen. Everything in it is escaped by `htmlOf`, the one door to HTML. */
export function VersionText({
  version,
  versions,
  content,
}: {
  version: VersionSummary;
  versions: readonly VersionSummary[];
  content: VersionContent;
}) {
  const say = useLanguage();
  const newest = versions.at(-1);
  const { paper, paragraphs } = content;
  const hasTitle = paragraphs.some((paragraph) => paragraph.kind === 'title');
  const drawn = useMemo(
    () => ({ __html: htmlOf(paragraphs, { language: paper.language, idsAsAnchors: true }) }),
    [paragraphs, paper],
  );
  return (
    <>
      <header className="version-head">
        <p className="sym">
          <bdi dir="ltr">{paper.symbol}</bdi> <bdi>{version.name}</bdi>
        </p>
        {newest && newest.id !== version.id && (
          <div className="say-note">
            <Icon name="clock" />
            <b>{say('versions.page.is-old')}</b>
            <span>
              <Link to={`/papers/${version.paperId}/versions/${newest.id}`}>
                {say('versions.page.newest', { name: newest.name })}
              </Link>
            </span>
          </div>
        )}
        {!hasTitle && (
          <h1 dir="auto" lang={paper.language}>
            {paper.title}
          </h1>
        )}
      </header>
      <article
        className="frozen-text"
        lang={paper.language}
        aria-label={say('versions.page.text', { name: version.name })}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: htmlOf escapes every word and lets no markup through
        dangerouslySetInnerHTML={drawn}
      />
    </>
  );
}
