import { useMemo } from 'react';
import type { Group } from '../../../shared/groups/contract.ts';
import { type Standing as Role, standingOf } from '../../../shared/groups/rights.ts';
import type { PaperPage } from '../../../shared/papers/contract.ts';
import { Problem } from '../../../shared/problems.ts';
import { isOpen } from '../../../shared/rounds/calendar.ts';
import type { Round } from '../../../shared/rounds/contract.ts';
import { decideStamp } from '../../../shared/threads/rules.ts';
import { inZone } from '../../base/dates.ts';
import { say } from '../../base/language.ts';
import type { Membership } from '../../base/session.ts';
import type { Standing } from '../../rounds/standing.ts';
import type { Setting } from '../../threads/setting.ts';

/**
 * What the reader may write now. The server's own rule says whether a comment would be refused at this
 * instant, so that the form warns before the words are sent; the server decides again when they arrive.
 */
export function useWriting(
  paper: PaperPage,
  membership: Membership,
  round: Round | null,
  standing: Standing,
): Pick<Setting, 'may' | 'shut' | 'deadline'> & { isHost: boolean } {
  const { nearness, now } = standing;
  const role = roleOn(paper, membership);
  const { group } = membership;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `nearness` says when `now` matters
  return useMemo(() => {
    const rights = new Set(paper.rights);
    const isHost = role === 'secretariat' || role === 'chair';
    return {
      isHost,
      may: {
        open: rights.has('thread.open'),
        openForOthers: rights.has('thread.open-for-others'),
        reply: rights.has('thread.reply'),
        position: rights.has('thread.position') && role !== 'secretariat',
        withdraw: rights.has('thread.withdraw'),
      },
      shut: refusalOf(role, round, now, group),
      deadline:
        round !== null && isOpen(round, new Date(now).toISOString())
          ? inZone(round.closesAt, group.zone, group.place)
          : null,
    };
  }, [paper.rights, role, round, nearness, group]);
}

/** What somebody is on this paper, as the server computes it from role and paper. */
function roleOn(paper: PaperPage, { role, isFocalPoint, memberId }: Membership): Role {
  const isDrafter = paper.drafters.some((drafter) => drafter.id === memberId);
  return standingOf({ role, isFocalPoint, isDrafter, isAdministrator: false });
}

function refusalOf(standing: Role, round: Round | null, at: number, group: Group): Setting['shut'] {
  try {
    decideStamp({ standing, round, now: new Date(at).toISOString() });
    return null;
  } catch (refusal) {
    if (!(refusal instanceof Problem)) throw refusal;
    const { slug } = refusal;
    const instant = slug === 'round-not-yet-open' ? round?.opensAt : round?.closesAt;
    const when = instant === undefined ? '' : inZone(instant, group.zone, group.place);
    return { slug, words: say(`rounds.shut.${slug}`, { when, number: round?.number ?? 0 }) };
  }
}
