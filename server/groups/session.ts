import type { IncomingHttpHeaders } from 'node:http';
import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { PersonId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problems.ts';
import type { Config } from '../base/config.ts';
import type { Pool } from '../base/database.ts';
import type { Mailer } from '../base/mail.ts';
import { linkOrigin } from '../http/origin.ts';
import { makeAuth, sessionCookie } from './auth.ts';
import { countClient, countMail, type IsExpected, mailLink, mailLinkIfKnown, spendLink } from './sign-in-link.ts';

/** Who is asking. */
export interface Session {
  personId: PersonId;
  sessionId: string;
  name: string;
  email: string;
}

/** A session just opened, with the `Set-Cookie` lines that give it to the browser. */
export interface SignedIn {
  session: Session;
  cookies: string[];
}

export interface SignInParts {
  pool: Pool;
  config: Pick<Config, 'publicUrl' | 'host' | 'secret'>;
  mailer: Mailer;
  log: Pick<Logger, 'warn' | 'error'>;
  isExpected: IsExpected;
  /** Where the server really listens; links without PUBLIC_URL name it. */
  port: () => number;
}

export interface SignIn {
  /** Whose cookie this is, for requests, upgrades and socket.io; null when it is none, forged or over. Counts as use. */
  sessionOf(headers: IncomingHttpHeaders): Promise<Session | null>;
  /** Whether an open connection's session still holds. `isUsed`: something came over it since the last time. */
  isOpen(sessionId: string, isUsed: boolean): Promise<boolean>;
  /** Returns at once and alike for any address; the mail follows. @throws Problem too-many */
  sendLink(email: string, clientAddress: string | undefined): Promise<void>;
  /** Spends a link. The browser's earlier session is closed. @throws Problem link-spent, too-many */
  confirm(token: string, clientAddress: string | undefined, headers: IncomingHttpHeaders): Promise<SignedIn>;
  /** For the sample and the set-up link, whose callers have checked who asks. */
  signInAs(personId: PersonId, headers: IncomingHttpHeaders): Promise<SignedIn>;
  /** Closes the session. @returns the `Set-Cookie` lines that take the cookie away */
  signOut(headers: IncomingHttpHeaders): Promise<string[]>;
  closeSessionsOf(personId: PersonId): Promise<void>;
  /** Resolves when no mail is on its way any more. */
  settled(): Promise<void>;
}

/** Longest rest of a session, and how old its last use may look in the table before it is written again. */
const IDLE = `interval '12 hours'`;
const USE_IS_NOTED_EVERY = `interval '5 minutes'`;

/** Sign-in over better-auth. To be made after the migrations: it remembers tables that were missing. */
export function makeSignIn({ pool, config, mailer, log, isExpected, port }: SignInParts): SignIn {
  const auth = makeAuth({
    pool,
    config,
    log,
    mailLink: (email, token) => mailLink(mailer, linkOrigin(config, port()), email, token),
  });
  const cookieName = sessionCookie(config.publicUrl).name;
  const underWay = new Set<Promise<void>>();

  const sessionOf = async (headers: IncomingHttpHeaders): Promise<Session | null> => {
    if (!headers.cookie?.includes(cookieName)) return null;
    const found = await auth.api.getSession({ headers: new Headers({ cookie: headers.cookie }) });
    if (!found || !(await isOpen(pool, found.session.id, true))) return null;
    return toSession(found.session, found.user);
  };
  const afterwards = (work: () => Promise<void>): void => {
    const done = new Promise<void>((resolve) => setImmediate(resolve))
      .then(work)
      .catch((error: unknown) => log.error({ err: error }, 'a sign-in link was not mailed'))
      .finally(() => underWay.delete(done));
    underWay.add(done);
  };
  /** Nobody may plant a session that somebody else then signs in to: the token is new, the one from before is over. */
  const closeEarlier = async (headers: IncomingHttpHeaders): Promise<void> => {
    const earlier = await sessionOf(headers);
    if (earlier) await closeSession(pool, earlier.sessionId);
  };
  const cookiesIn = (headers: Headers): string[] =>
    headers.getSetCookie().filter((cookie) => cookie.startsWith(`${cookieName}=`));

  return {
    sessionOf,
    isOpen: (sessionId, isUsed) => isOpen(pool, sessionId, isUsed),
    sendLink: async (email, clientAddress) => {
      await countClient(pool, clientAddress);
      await countMail(pool, email);
      afterwards(() => mailLinkIfKnown(pool, auth, isExpected, email));
    },
    confirm: async (token, clientAddress, headers) => {
      await countClient(pool, clientAddress);
      const opened = await spendLink(pool, auth, isExpected, token);
      await closeEarlier(headers);
      return { session: toSession(opened.session, opened.person), cookies: cookiesIn(opened.headers) };
    },
    signInAs: async (personId, headers) => {
      const { headers: answer, response } = await auth.api.signInDirectly({ body: { personId }, returnHeaders: true });
      await closeEarlier(headers);
      return { session: toSession(response.session, response.user), cookies: cookiesIn(answer) };
    },
    signOut: async (headers) => {
      await closeEarlier(headers);
      const { headers: answer } = await auth.api.signOut({ headers: new Headers(), returnHeaders: true });
      return cookiesIn(answer);
    },
    closeSessionsOf: async (personId) => {
      await pool.query('delete from sessions where person_id = $1', [personId]);
    },
    settled: async () => {
      await Promise.all(underWay);
    },
  };
}

const askers = new WeakMap<Request, Session>();

/** Notes who asks, for the routes behind it. */
export function knowAsker(signIn: Pick<SignIn, 'sessionOf'>): RequestHandler {
  return async (req, _res, next) => {
    const session = await signIn.sessionOf(req.headers);
    if (session !== null) askers.set(req, session);
    next();
  };
}

/** Who asks. @throws Problem not-signed-in */
export function sessionOf(req: Request): Session {
  const session = askers.get(req);
  if (session === undefined) throw new Problem('not-signed-in');
  return session;
}

function toSession(session: { id: string }, person: { id: string; name: string; email: string }): Session {
  return { personId: person.id as PersonId, sessionId: session.id, name: person.name, email: person.email };
}

async function closeSession(pool: Pool, sessionId: string): Promise<void> {
  await pool.query('delete from sessions where id = $1', [sessionId]);
}

async function isOpen(pool: Pool, sessionId: string, isUsed: boolean): Promise<boolean> {
  const { rows } = await pool.query<{ is_stale: boolean }>(
    `select updated_at < clock_timestamp() - ${USE_IS_NOTED_EVERY} as is_stale from sessions
      where id = $1 and expires_at > clock_timestamp() and updated_at > clock_timestamp() - ${IDLE}`,
    [sessionId],
  );
  if (!rows[0]) return false;
  if (isUsed && rows[0].is_stale)
    await pool.query('update sessions set updated_at = clock_timestamp() where id = $1', [sessionId]);
  return true;
}
