import type { SetUp } from '../../shared/groups/contract.ts';
import { newId, type PersonId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problems.ts';
import type { Tx } from '../base/database.ts';
import { findPersonByEmail, hashToken, newToken } from './people.ts';
import type { Session } from './session.ts';

/**
 * Makes the first group for this person, in one transaction that calls `spendLink` before anything else:
 * it spends the link and makes the administrator, so either all of it happens or the link still works.
 */
export type SetUpGroup = (wish: SetUp, personId: PersonId, spendLink: (tx: Tx) => Promise<void>) => Promise<void>;

/** Whether somebody has set this installation up. */
export async function hasAdministrator(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query('select from administrators limit 1');
  return rows.length > 0;
}

/**
 * Makes a link whose user becomes administrator: once, within a day.
 * @param origin where people reach the server (`http/origin.ts`, linkOrigin)
 */
export async function makeSetUpLink(tx: Tx, origin: string): Promise<string> {
  const token = newToken();
  await tx.query('insert into set_up_links (token_hash) values ($1)', [hashToken(token)]);
  return `${origin}/setup?token=${token}`;
}

/**
 * Uses a set-up link. Nobody becomes another person by it: an address that is somebody's already is taken
 * only from that person's own session.
 * @throws Problem setup-spent, not-signed-in for an address that is known already
 */
export async function useSetUpLink(tx: Tx, wish: SetUp, asker: Session | null, setUp: SetUpGroup): Promise<PersonId> {
  const tokenHash = hashToken(wish.token);
  if (!(await isSetUpLinkOpen(tx, tokenHash))) throw new Problem('setup-spent');
  const known = await findPersonByEmail(tx, wish.email);
  if (known !== null && known.id !== asker?.personId) throw new Problem('not-signed-in', { email: wish.email });
  const personId = known?.id ?? newId<PersonId>();
  await setUp(wish, personId, (deed) =>
    spendSetUpLink(deed, tokenHash, { id: personId, name: wish.name, email: wish.email }),
  );
  return personId;
}

const OPEN = `used_at is null and made_at > clock_timestamp() - interval '1 day'`;

async function isSetUpLinkOpen(tx: Tx, tokenHash: string): Promise<boolean> {
  const { rows } = await tx.query(`select from set_up_links where token_hash = $1 and ${OPEN}`, [tokenHash]);
  return rows.length > 0;
}

/** The other links end with it: they were made for the same purpose, at an earlier start. */
async function spendSetUpLink(
  tx: Tx,
  tokenHash: string,
  person: { id: PersonId; name: string; email: string },
): Promise<void> {
  const { rowCount } = await tx.query(
    `update set_up_links set used_at = clock_timestamp() where token_hash = $1 and ${OPEN}`,
    [tokenHash],
  );
  if (rowCount === 0) throw new Problem('setup-spent');
  await tx.query('update set_up_links set used_at = clock_timestamp() where used_at is null');
  await tx.query(
    'insert into people (id, name, email, email_verified) values ($1, $2, $3, false) on conflict (id) do nothing',
    [person.id, person.name, person.email],
  );
  await tx.query('insert into administrators (person_id) values ($1) on conflict do nothing', [person.id]);
}
