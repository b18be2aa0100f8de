import type { PaperPage, PaperSummary } from '../../shared/papers/contract.ts';
import type { VersionContent, VersionSummary } from '../../shared/versions/contract.ts';
import type { Say } from '../base/language.ts';
import type { Comparand } from '../versions/FileVerdict.tsx';

/** What a reader of the verify page can compare a file with, the version they came for first. */
export function comparandsFor(
  known: {
    at: string | null;
    content: VersionContent | undefined;
    versionId: string | null;
    paper: PaperPage | undefined;
    versions: readonly VersionSummary[] | undefined;
    published: readonly { paper: PaperSummary; version: VersionSummary }[];
  },
  say: Say,
): Comparand[] {
  const label = (symbol: string, { number, name }: Pick<VersionSummary, 'number' | 'name'>) =>
    say('verify.file.version', { symbol, number, name });
  const { at, content, versionId, paper, versions = [], published } = known;
  const came: Comparand[] =
    at !== null && content
      ? [{ key: at, label: label(content.paper.symbol, content), source: { kind: 'public', address: at } }]
      : [];
  const own = versions.toReversed().map(
    (version): Comparand => ({
      key: version.id,
      label: label(paper?.symbol ?? '', version),
      source: { kind: 'member', paperId: version.paperId, versionId: version.id },
    }),
  );
  const open = published.flatMap(({ paper: { symbol }, version }): Comparand[] =>
    version.publicAddress === null || version.publicAddress === at || own.some(({ key }) => key === version.id)
      ? []
      : [
          {
            key: version.id,
            label: label(symbol, version),
            source: { kind: 'public', address: version.publicAddress },
          },
        ],
  );
  return [
    ...came,
    ...own.filter(({ key }) => key === versionId),
    ...own.filter(({ key }) => key !== versionId),
    ...open,
  ];
}
