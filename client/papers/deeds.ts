import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Drafters, RenamePaper, WithdrawPaper } from '../../shared/papers/contract.ts';
import { send } from '../base/http.ts';
import { paperQuery } from './queries.ts';

/** A deed on a paper, after which its page is read anew. */
function usePaperDeed<Wish>(paperId: string, path: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: Wish) => send('PUT', `/api/papers/${paperId}${path}`, wish),
    onSuccess: () => queries.invalidateQueries({ queryKey: paperQuery(paperId).queryKey }),
  });
}

/** Gives the paper another symbol, title or language. Its old address keeps leading to it. */
export const useRename = (paperId: string) => usePaperDeed<RenamePaper>(paperId, '');

/** Says which members may edit the text, beside secretariat and chair. */
export const useSetDrafters = (paperId: string) => usePaperDeed<Drafters>(paperId, '/drafters');

/** Withdraws the paper for good. */
export const useWithdrawPaper = (paperId: string) => usePaperDeed<WithdrawPaper>(paperId, '/withdrawal');
