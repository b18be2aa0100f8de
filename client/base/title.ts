import { useEffect } from 'react';
import { announce } from './announce.ts';

let isFirst = true;

/**
 * Names the page in the window's title: what it is, then the product. A browser says the title of a page it
 * loads; of one that only changes, the live region says it.
 */
export function useTitle(...words: readonly (string | null | undefined)[]): void {
  const page = words.filter(Boolean).join(' · ');
  useEffect(() => {
    document.title = page === '' ? 'Rapporteur' : `${page} · Rapporteur`;
    if (page !== '' && !isFirst) announce(page);
    isFirst = isFirst && page === '';
  }, [page]);
}
