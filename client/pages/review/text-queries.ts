import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { type Paragraph, paragraph } from '../../../shared/text/paragraph.ts';
import { getJson } from '../../base/http.ts';

const paragraphs = z.array(paragraph);

/** The living text as the server has committed it: what is read until the editor has loaded, and what is printed. */
export const paragraphsQuery = (paperId: string) =>
  queryOptions({
    queryKey: ['paragraphs', paperId],
    queryFn: ({ signal }) => getJson(`/api/papers/${paperId}/paragraphs`, paragraphs, signal),
    staleTime: 0,
    gcTime: 0,
  });

/** How many paragraphs of a text differ from an older one: other words, or new, or gone. */
export function changesSince(older: readonly Paragraph[], now: readonly Paragraph[]): number {
  const before = new Map(older.map((each) => [each.id, each]));
  let changed = 0;
  for (const { id, text, label } of now) {
    const past = before.get(id);
    before.delete(id);
    if (!past || past.text !== text || past.label !== label) changed += 1;
  }
  return changed + before.size;
}
