import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createdPaper, importPreview } from '../../shared/papers/contract.ts';
import { sendFor } from '../base/http.ts';
import { bodyOf, type PostWish } from './post-wish.ts';

/** Reads a file or text and says what it would become; nothing is stored. */
export function usePreview(groupId: string) {
  return useMutation({
    mutationFn: (wish: PostWish) => sendFor(importPreview, 'POST', '/api/papers?preview=1', bodyOf(groupId, wish)),
  });
}

/** Makes the paper. The key belongs to what was checked: pressed twice, it is one paper. */
export function usePost(groupId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ wish, key }: { wish: PostWish; key: string }) =>
      sendFor(createdPaper, 'POST', '/api/papers', bodyOf(groupId, wish), { key }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['papers', groupId] }),
  });
}
