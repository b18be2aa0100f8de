import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { readerZone } from '../base/dates.ts';
import { useLanguage } from '../base/language.ts';
import { useTitle } from '../base/title.ts';
import { ButtonLink } from '../base/ui/Button.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { LedgerPage } from '../base/ui/LedgerPage.tsx';
import { Masthead } from '../base/ui/Masthead.tsx';
import { paperQuery } from '../papers/queries.ts';
import { CheckFile } from '../versions/CheckFile.tsx';
import { CheckVersion } from '../versions/CheckVersion.tsx';
import { memberChainQuery, publicChainQuery } from '../versions/chains.ts';
import { versionsQuery } from '../versions/queries.ts';
import { VerifyMargin } from '../versions/VerifyMargin.tsx';
import { addressFrom, canHash } from '../versions/verifying.ts';
import { comparandsFor } from './comparands.ts';
import { usePublishedVersions, useReader } from './reader.ts';

/**
 * Checks a text in the reader's browser: a public version (`?at=/p/…/3`, without sign-in), a version that a
 * member may read (`?paper=…&version=…`), or a file of one's own against either or against a hash.
 */
export function VerifyPage() {
  const say = useLanguage();
  const [search] = useSearchParams();
  const at = addressFrom(search.get('at') ?? '');
  const paperId = search.get('paper');
  const versionId = search.get('version');
  const who = useReader();
  const isMember = paperId !== null && Boolean(who);
  const paper = useQuery({ ...paperQuery(paperId ?? ''), enabled: isMember }).data;
  const versions = useQuery({ ...versionsQuery(paperId ?? ''), enabled: isMember }).data;
  const published = usePublishedVersions(who);
  const group = who?.memberships.find((membership) => membership.group.id === paper?.groupId)?.group;
  const { zone, place } = group ?? readerZone();
  const open = useQuery({ ...publicChainQuery(at ?? ''), enabled: at !== null && canHash() });
  const own = useQuery({
    ...memberChainQuery(paperId ?? '', versionId ?? ''),
    enabled: isMember && versionId !== null && canHash(),
  });
  const checked = at !== null ? open : versionId !== null ? own : null;
  const content = checked?.data?.content;
  useTitle(say('verify.title'), content?.paper.symbol ?? paper?.symbol);
  const readAt = at ?? (paperId && versionId ? `/papers/${paperId}/versions/${versionId}` : null);

  return (
    <LedgerPage
      masthead={
        <Masthead
          groupId={paper?.groupId}
          crumbs={[
            ...(content && readAt ? [{ words: content.paper.symbol, rest: content.name }] : []),
            { words: say('verify.title') },
          ]}
          actions={
            readAt && (
              <ButtonLink to={readAt} isOutside={at !== null}>
                {say('verify.read')}
              </ButtonLink>
            )
          }
        />
      }
      margin={<VerifyMargin chain={checked?.data ?? null} />}
    >
      <h1>{say('verify.title')}</h1>
      <p className="lead">
        {content
          ? say('verify.lead', {
              symbol: content.paper.symbol,
              title: content.paper.title,
              number: content.number,
              name: content.name,
            })
          : say('verify.lead-any')}
      </p>
      {!canHash() && (
        <div className="say-warn">
          <Icon name="lock" />
          <b>{say('verify.cannot')}</b>
          <span>{say('verify.cannot-mend')}</span>
        </div>
      )}
      {checked && canHash() && <CheckVersion chain={checked} zone={zone} place={place} />}
      {canHash() && (
        <CheckFile
          comparands={comparandsFor({ at, content, versionId, paper, versions, published }, say)}
          zone={zone}
          place={place}
        />
      )}
    </LedgerPage>
  );
}
