import type { Instant } from '../../shared/envelope.ts';
import type { Group } from '../../shared/groups/contract.ts';
import type { Publication } from '../../shared/publications/contract.ts';
import type { Paragraph } from '../../shared/text/paragraph.ts';
import type { VersionContent, VersionSummary } from '../../shared/versions/contract.ts';

/** Everything that the page of a published version shows. */
export interface PublicPage {
  group: Pick<Group, 'name' | 'zone' | 'place'>;
  paper: Pick<VersionContent['paper'], 'symbol' | 'title' | 'language'>;
  version: Pick<VersionSummary, 'id' | 'number' | 'name' | 'hash' | 'frozenAt'>;
  publication: Pick<Publication, 'address' | 'publishedAt' | 'reason' | 'unanswered'>;
  /** The other published versions of the paper. */
  others: readonly PublishedVersion[];
  paragraphs: readonly Paragraph[];
  /** How many threads stand on each paragraph. */
  counts: ReadonlyMap<string, number>;
  /** The organisations that took part, where they are told. */
  tookPart?: readonly string[];
  /** Whether the stored bytes still have the hash that was published. */
  matchesHash: boolean;
  /** Where this installation is reached: `https://rapporteur.example.org`. */
  origin: string;
}

/** A published version as another version's page names it. */
export interface PublishedVersion {
  number: number;
  name: string;
  address: string;
  publishedAt: Instant;
}

/** Where a version can be had as a file. */
export function exportAddress({ version }: Pick<PublicPage, 'version'>, format: 'docx' | 'md'): string {
  return `/api/versions/${encodeURIComponent(version.id)}/export.${format}`;
}
