import type { Group } from '../../shared/groups/contract.ts';
import type { Round } from '../../shared/rounds/contract.ts';

/** What the secretariat may do to the rounds of a paper. */
export type RoundChange = 'open' | 'extend' | 'close';

/** What each of the dialogs about rounds needs. */
export interface RoundDialogProps {
  paperId: string;
  group: Pick<Group, 'zone' | 'place'>;
  /** The newest round; null before the first. */
  round: Round | null;
  onClose: () => void;
}
