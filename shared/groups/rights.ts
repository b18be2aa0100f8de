import type { MemberRole } from './contract.ts';

/** What someone may be on one paper (DESIGN, vocabulary). `administrator` makes groups and reads no paper by it. */
export type Standing =
  | 'stranger'
  | 'observer'
  | 'delegate'
  | 'focalPoint'
  | 'drafter'
  | 'chair'
  | 'secretariat'
  | 'administrator';

export type PaperState = 'preparing' | 'inRound' | 'roundClosed' | 'betweenRounds' | 'published' | 'withdrawn';

export const STANDINGS: readonly Standing[] = [
  'stranger',
  'observer',
  'delegate',
  'focalPoint',
  'drafter',
  'chair',
  'secretariat',
  'administrator',
];
export const PAPER_STATES: readonly PaperState[] = [
  'preparing',
  'inRound',
  'roundClosed',
  'betweenRounds',
  'published',
  'withdrawn',
];

const shown: readonly PaperState[] = ['inRound', 'roundClosed', 'betweenRounds', 'published'];
const living: readonly PaperState[] = ['preparing', ...shown];
const always: readonly PaperState[] = [...living, 'withdrawn'];

type Row = Partial<Record<Standing, readonly PaperState[]>>;
const secretariatOnly: Row = { secretariat: living };
const readers: Row = {
  observer: shown,
  delegate: shown,
  focalPoint: shown,
  drafter: living,
  chair: always,
  secretariat: always,
};
const commenters: Row = {
  observer: shown,
  delegate: shown,
  focalPoint: shown,
  drafter: living,
  chair: living,
  secretariat: living,
};

/**
 * The only table of who may do what on a paper: deed × standing → the states in which it is allowed.
 * What is not named is refused. When a deed also depends on a round's instant or on whose thread it
 * is, the rule of that deed says so with its own words; this table says who may try at all.
 */
export const PAPER_RIGHTS = {
  'paper.read': readers,
  'text.edit': { drafter: living, chair: living, secretariat: living },
  'thread.open': commenters,
  'thread.open-for-others': secretariatOnly,
  'thread.reply': commenters,
  'thread.position': commenters,
  'thread.withdraw': commenters,
  'disposition.give': secretariatOnly,
  'proposal.apply': secretariatOnly,
  'round.open': secretariatOnly,
  'version.freeze': secretariatOnly,
  'version.restore': secretariatOnly,
  'version.read': readers,
  'change.reason': secretariatOnly,
  'publication.make': secretariatOnly,
  'paper.rename': secretariatOnly,
  'paper.withdraw': secretariatOnly,
  'paper.drafters': secretariatOnly,
} as const satisfies Record<string, Row>;
export type PaperDeed = keyof typeof PAPER_RIGHTS;

/** The deeds on a group, by the role in it. */
export const GROUP_RIGHTS = {
  'group.read': ['secretariat', 'chair', 'delegate', 'observer'],
  'organisation.add': ['secretariat'],
  'member.invite': ['secretariat'],
  'member.change': ['secretariat'],
  'paper.create': ['secretariat'],
  'group.withdraw': ['secretariat'],
} as const satisfies Record<string, readonly MemberRole[]>;
export type GroupDeed = keyof typeof GROUP_RIGHTS;

/** Whether someone of this standing may do the deed on a paper in this state. */
export function mayOnPaper(standing: Standing, state: PaperState, deed: PaperDeed): boolean {
  const row: Row = PAPER_RIGHTS[deed];
  return row[standing]?.includes(state) ?? false;
}

/** Whether a member with this role may do the deed in the group. */
export function mayInGroup(role: MemberRole | null, deed: GroupDeed): boolean {
  const roles: readonly MemberRole[] = GROUP_RIGHTS[deed];
  return role !== null && roles.includes(role);
}

/** R1: the standing of a member on a paper; the role first, then what the paper adds to it. */
export function standingOf(facts: {
  role: MemberRole | null;
  isFocalPoint: boolean;
  isDrafter: boolean;
  isAdministrator: boolean;
}): Standing {
  if (facts.role === 'secretariat' || facts.role === 'chair') return facts.role;
  if (facts.role !== null && facts.isDrafter) return 'drafter';
  if (facts.role === 'delegate') return facts.isFocalPoint ? 'focalPoint' : 'delegate';
  if (facts.role === 'observer') return 'observer';
  return facts.isAdministrator ? 'administrator' : 'stranger';
}

/** R2: the state of a paper from its rounds, versions and publications. */
export function stateOfPaper(facts: {
  isWithdrawn: boolean;
  hasOpenRound: boolean;
  hasHadRound: boolean;
  newestIsPublished: boolean;
  hasVersionSinceRound: boolean;
}): PaperState {
  if (facts.isWithdrawn) return 'withdrawn';
  if (facts.hasOpenRound) return 'inRound';
  if (facts.newestIsPublished) return 'published';
  if (!facts.hasHadRound) return 'preparing';
  return facts.hasVersionSinceRound ? 'betweenRounds' : 'roundClosed';
}
