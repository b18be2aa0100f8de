import type { Presence } from '../../shared/live.ts';

/** Who has which paper open on this instance. Never stored; the server says who somebody is. */
export class PresenceBoard {
  private readonly papers = new Map<string, Map<string, Presence>>();

  /** @returns everybody who has the paper open, one entry a person */
  put(paperId: string, socketId: string, presence: Presence): Presence[] {
    const here = this.papers.get(paperId) ?? new Map<string, Presence>();
    this.papers.set(paperId, here);
    here.set(socketId, presence);
    return people(here);
  }

  /** @returns the papers that the socket had open, with who is still there */
  remove(socketId: string): { paperId: string; here: Presence[] }[] {
    const left: { paperId: string; here: Presence[] }[] = [];
    for (const [paperId, here] of this.papers) {
      if (!here.delete(socketId)) continue;
      left.push({ paperId, here: people(here) });
      if (here.size === 0) this.papers.delete(paperId);
    }
    return left;
  }
}

function people(here: ReadonlyMap<string, Presence>): Presence[] {
  return [...new Map([...here.values()].map((presence) => [presence.personId, presence])).values()];
}
