import type { RoundChange } from '../../rounds/dialog-props.ts';

/** The one dialog that is open over the review page. */
export type OpenDialog =
  | { kind: 'find' }
  | { kind: 'freeze' }
  | { kind: 'outline' }
  | { kind: 'round'; change: RoundChange };
