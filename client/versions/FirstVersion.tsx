import type { VersionSummary } from '../../shared/versions/contract.ts';
import { useLanguage } from '../base/language.ts';

/** Where the first version came from: a file, or a text that was written here. */
export function FirstVersion({ version, source }: { version: VersionSummary; source: string | null }) {
  const say = useLanguage();
  const paragraphs = say('versions.paragraphs', { count: version.paragraphs });
  return source === null
    ? say('versions.first-written', { paragraphs })
    : say('versions.first', { paragraphs, source });
}
