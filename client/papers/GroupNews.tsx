import { usePaperNews } from './queries.ts';

/** Follows a group's news while it is on the screen; draws nothing. */
export function GroupNews({ groupId }: { groupId: string }) {
  usePaperNews(groupId);
  return null;
}
