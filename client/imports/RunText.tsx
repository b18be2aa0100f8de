import type { ReactNode } from 'react';
import type { Run } from '../../shared/text/paragraph.ts';

/** Words with their formats. Links are shown and not followed: the text is only being checked. */
export function RunText({ runs }: { runs: readonly Run[] }) {
  return runs.map((run, index) => {
    let words: ReactNode = run.text;
    if (run.bold) words = <strong>{words}</strong>;
    if (run.italic) words = <em>{words}</em>;
    if (run.underline || run.link) words = <u title={run.link}>{words}</u>;
    // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a paragraph have no other name and do not move
    return <span key={index}>{words}</span>;
  });
}
