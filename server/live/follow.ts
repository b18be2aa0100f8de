import type { StreamEvent } from '../../shared/events.ts';
import { Problem } from '../../shared/problems.ts';
import type { Tx } from '../base/database.ts';
import type { Deps } from '../base/deps.ts';
import { findSeq, listEventsSince } from '../events/store.ts';
import { admitToGroup } from '../groups/admission.ts';
import type { Session } from '../groups/session.ts';
import { admit } from '../papers/admission.ts';

/** How many events one answer holds; who is further behind asks again. */
export const MOST_EVENTS = 2000;

/** Whether somebody may follow a stream; hidden and absent are refused alike. @throws Problem not-found */
export async function admitToStream(tx: Tx, session: Session, stream: string): Promise<void> {
  const [kind, id, ...audience] = stream.split('/');
  if (id === undefined || audience.length > 0) throw new Problem('not-found');
  if (kind === 'paper') await admit(tx, session, id, 'paper.read');
  else if (kind === 'group') await admitToGroup(tx, session, id, 'group.read');
  else if (kind !== 'person' || id !== session.personId) throw new Problem('not-found');
}

/**
 * The stream's events after `since`, with words and names. `seq` is the number of the last one given, or
 * where the stream stands when none is: who asks from beyond its end learns that.
 */
export async function eventsSince(
  deps: Pick<Deps, 'pool' | 'present'>,
  stream: string,
  since: number,
): Promise<{ seq: number; events: StreamEvent[] }> {
  const newest = await findSeq(deps.pool, stream);
  const stored = await listEventsSince(deps.pool, stream, since, MOST_EVENTS);
  return { seq: stored.at(-1)?.seq ?? newest, events: await deps.present(deps.pool, stored) };
}
