import { createHash, randomBytes } from 'node:crypto';
import type { PersonId } from '../../shared/ids.ts';
import { onlyRow, type Tx } from '../base/database.ts';

export interface Person {
  id: PersonId;
  name: string;
  email: string;
}

/** @param email in small letters, as the schemas of the wire leave it */
export async function findPersonByEmail(tx: Tx, email: string): Promise<Person | null> {
  const { rows } = await tx.query<Person>('select id, name, email from people where email = $1', [email]);
  return rows[0] ?? null;
}

/** The person of an address, made when there is none. A person who is there keeps their name. */
export async function ensurePerson(tx: Tx, { name, email }: { name: string; email: string }): Promise<PersonId> {
  const { rows } = await tx.query<{ id: PersonId }>(
    `insert into people (name, email, email_verified) values ($1, lower($2), false)
     on conflict (email) do update set email = excluded.email
     returning id`,
    [name, email],
  );
  return onlyRow(rows).id;
}

/**
 * Notes that somebody opened this person's mail. Sessions from before are closed: whoever named the
 * address at the set-up may not have been its owner.
 */
export async function proveAddress(tx: Tx, personId: PersonId): Promise<void> {
  await tx.query(
    `with proven as (
       update people set email_verified = true, updated_at = clock_timestamp()
        where id = $1 and not email_verified returning id)
     delete from sessions where person_id in (select id from proven)`,
    [personId],
  );
}

/** 256 random bits, as they stand in a link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: enough to know it again, useless to whoever reads the table. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
