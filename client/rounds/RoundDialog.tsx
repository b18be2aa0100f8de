import { CloseDialog } from './CloseDialog.tsx';
import type { RoundChange, RoundDialogProps } from './dialog-props.ts';
import { ExtendDialog } from './ExtendDialog.tsx';
import { OpenDialog } from './OpenDialog.tsx';

/** Opens, extends or closes a round. Each is a recorded decision of the secretariat. */
export function RoundDialog({
  change,
  version,
  openMembers,
  onInstead,
  ...rest
}: RoundDialogProps & {
  change: RoundChange;
  /** The name of the version that a round would be about. */
  version: string | null;
  /** How many members have the paper open now. */
  openMembers: number;
  onInstead: (change: RoundChange) => void;
}) {
  const { round } = rest;
  if (change === 'open' || round === null) return <OpenDialog {...rest} version={version} />;
  if (change === 'extend') return <ExtendDialog {...rest} round={round} />;
  return <CloseDialog {...rest} round={round} openMembers={openMembers} onExtend={() => onInstead('extend')} />;
}
