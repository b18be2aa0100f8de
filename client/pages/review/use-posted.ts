import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Paragraph } from '../../../shared/text/paragraph.ts';
import type { VersionContent, VersionSummary } from '../../../shared/versions/contract.ts';
import { versionTextQuery } from '../../versions/queries.ts';
import { changesSince } from './text-queries.ts';

/** The newest version beside the living text: to be read as it was posted, and to count what has changed since. */
export interface Posted {
  isOn: boolean;
  setOn: (isOn: boolean) => void;
  /** The text as posted, while it is read. */
  shown: VersionContent | null;
  isComing: boolean;
  problem: Error | null;
  /** Paragraphs of the living text that differ; null while that is not known. */
  changed: number | null;
}

export function usePosted(version: VersionSummary | null, living: readonly Paragraph[]): Posted {
  const [isOn, setOn] = useState(false);
  const read = useQuery({ ...versionTextQuery(version?.id ?? ''), enabled: version !== null });
  const content = read.data?.content ?? null;
  const changed = useMemo(
    () => (content && living.length > 0 ? changesSince(content.paragraphs, living) : null),
    [content, living],
  );
  return {
    isOn: isOn && version !== null,
    setOn,
    shown: isOn ? content : null,
    isComing: isOn && read.isPending,
    problem: isOn ? read.error : null,
    changed,
  };
}
