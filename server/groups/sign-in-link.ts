import { APIError } from 'better-auth/api';
import type { PersonId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problems.ts';
import type { Pool } from '../base/database.ts';
import { type Letter, letter } from '../base/letter.ts';
import type { Mailer } from '../base/mail.ts';
import { networkOf, sweepRates, withinRate } from '../http/limits.ts';
import type { Auth } from './auth.ts';
import { ensurePerson, findPersonByEmail, hashToken, proveAddress } from './people.ts';

/** Whether an open invitation waits for this address, and under which name. */
export type IsExpected = (email: string) => Promise<{ name: string } | null>;

const QUARTER_HOUR = 15 * 60;
const HOUR = 60 * 60;

/** Guesses of tokens and questions about addresses, per network. Wide enough for a meeting behind one address. */
export async function countClient(pool: Pool, address: string | undefined): Promise<void> {
  await withinRate(pool, { what: 'sign-in by client', who: networkOf(address), limit: 300, seconds: QUARTER_HOUR });
}

/** Mails to one address, known or not: the answer must not tell which. */
export async function countMail(pool: Pool, email: string): Promise<void> {
  await withinRate(pool, { what: 'sign-in mail', who: email, limit: 5, seconds: HOUR });
}

/**
 * Makes a link and mails it, if the address belongs to somebody. Runs after the answer is sent, so that
 * known and unknown addresses take the same time.
 */
export async function mailLinkIfKnown(pool: Pool, auth: Auth, isExpected: IsExpected, email: string): Promise<void> {
  await pool.query('delete from verifications where expires_at < clock_timestamp()');
  await sweepRates(pool);
  if (!(await isKnown(pool, isExpected, email))) return;
  await auth.api.signInMagicLink({ body: { email }, headers: new Headers() });
}

/** Says the link in a mail. The page at its address changes nothing; its button does. */
export async function mailLink(mailer: Mailer, origin: string, email: string, token: string): Promise<void> {
  const href = `${origin}/sign-in/confirm?token=${token}`;
  await mailer.send({ to: email, subject: 'Sign in to Rapporteur', link: href, ...letter(signInLetter(href)) });
}

function signInLetter(href: string): Letter {
  return {
    paragraphs: ['Open this address and confirm there that it is you.'],
    action: { label: 'Sign in', href },
    after: [
      'It works once, within 15 minutes.',
      'If you did not ask for it, leave it: nobody can sign in without this mail.',
    ],
  };
}

/**
 * Spends a link. Of two at once one succeeds; the other finds it spent.
 * @returns what better-auth answers: the cookie in its headers
 * @throws Problem link-spent, also when the invitation was withdrawn meanwhile; too-many
 */
export async function spendLink(pool: Pool, auth: Auth, isExpected: IsExpected, token: string) {
  const email = await findAddressOfLink(pool, token);
  if (email === null) throw new Problem('link-spent');
  await withinRate(pool, { what: 'sign-in to account', who: email, limit: 10, seconds: QUARTER_HOUR });
  const personId = await admitPerson(pool, isExpected, email);
  await proveAddress(pool, personId);
  const query = { token };
  const { headers, response } = await auth.api
    .magicLinkVerify({ query, headers: new Headers(), returnHeaders: true })
    .catch((error: unknown) => {
      if (error instanceof APIError && error.status === 'FOUND') throw new Problem('link-spent');
      throw error;
    });
  return { headers, session: response.session, person: response.user };
}

async function findAddressOfLink(pool: Pool, token: string): Promise<string | null> {
  const { rows } = await pool.query<{ email: string }>(
    `select value::jsonb ->> 'email' as email from verifications where identifier = $1 and expires_at > clock_timestamp()`,
    [hashToken(token)],
  );
  return rows[0]?.email ?? null;
}

async function isKnown(pool: Pool, isExpected: IsExpected, email: string): Promise<boolean> {
  return (await findPersonByEmail(pool, email)) !== null || (await isExpected(email)) !== null;
}

async function admitPerson(pool: Pool, isExpected: IsExpected, email: string): Promise<PersonId> {
  const person = await findPersonByEmail(pool, email);
  if (person !== null) return person.id;
  const expected = await isExpected(email);
  if (expected === null) throw new Problem('link-spent');
  return ensurePerson(pool, { name: expected.name, email });
}
