import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import pino from 'pino';
import type { Config } from '../../server/base/config.ts';
import { openDatabase, type Pool, transact } from '../../server/base/database.ts';
import { makeMailer } from '../../server/base/mail.ts';
import { ensurePerson } from '../../server/groups/people.ts';
import { makeSignIn, type Session, type SignIn } from '../../server/groups/session.ts';
import { signInRoutes } from '../../server/groups/sign-in-routes.ts';
import { securityHeaders } from '../../server/http/headers.ts';
import { jsonBody } from '../../server/http/limits.ts';
import { refuseForeignOrigins } from '../../server/http/origin.ts';
import { problemReply } from '../../server/http/problem-reply.ts';
import type { WhoAmI } from '../../shared/groups/contract.ts';
import { freshDatabase } from './database.ts';

export interface SignInServer {
  url: string;
  pool: Pool;
  signIn: SignIn;
  config: Config;
  /** Addresses that an open invitation waits for, with the name in it. */
  invited: Map<string, string>;
  /** Groups that the set-up link made. */
  groups: string[];
  /** Asks for a link and reads it from the mail, as its reader would. */
  linkFor(email: string): Promise<string>;
  /** Every mail so far. */
  mails(): Promise<{ to: string; link: string }[]>;
  close(): Promise<void>;
}

/** Sign-in alone, over real HTTP on a real database: the routes that the whole server mounts, in its order. */
export async function startSignIn(settings: Partial<Config> = {}): Promise<SignInServer> {
  const database = await freshDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'rapporteur-sign-in-'));
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    databaseUrl: null,
    publicUrl: null,
    trustedProxies: 0,
    smtpUrl: null,
    secret: 'a secret of the tests, long enough',
    ...settings,
  };
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line) => void lines.push(line) });
  const { pool, close } = await openDatabase(database.url, log);
  const invited = new Map<string, string>();
  const groups: string[] = [];
  const server = createServer();
  const port = () => portOf(server);
  const isExpected = async (email: string) => {
    const name = invited.get(email);
    return name === undefined ? null : { name };
  };
  const signIn = makeSignIn({ pool, config, mailer: makeMailer(config, log), log, isExpected, port });
  server.on('request', appOf({ config, pool, signIn, groups, port, log }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${port()}`;
  const mails = async () => {
    await signIn.settled();
    return lines.map((line) => JSON.parse(line)).filter((line) => typeof line.link === 'string');
  };
  return {
    url,
    pool,
    signIn,
    config,
    invited,
    groups,
    mails,
    linkFor: async (email) => {
      await signIn.sendLink(email, '127.0.0.1');
      return (await mails()).at(-1)?.link ?? 'no mail came';
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await signIn.settled();
      await close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

interface AppParts {
  config: Config;
  pool: Pool;
  signIn: SignIn;
  groups: string[];
  port: () => number;
  log: pino.Logger;
}

function appOf({ config, pool, signIn, groups, port, log }: AppParts): express.Express {
  const app = express();
  app.set('trust proxy', config.trustedProxies);
  app.use(securityHeaders(config), refuseForeignOrigins(config, port), jsonBody);
  app.use(
    '/api',
    signInRoutes({
      signIn,
      pool,
      config,
      whoAmI: async (session) => whoAmIOf(session),
      sample: async () => ({ people: [await samplePerson(pool)], group: 'CWG-X' }),
      setUp: (wish, _personId, spendLink) =>
        transact(pool, async (tx) => {
          await spendLink(tx);
          if (wish.group.zone === 'Nowhere/Land') throw new Error('the group is refused');
          groups.push(wish.group.acronym);
        }),
    }),
  );
  app.use(problemReply(log));
  return app;
}

function whoAmIOf({ personId, name, email }: Session): WhoAmI {
  return { person: { id: personId, name, email }, isAdministrator: false, memberships: [] };
}

async function samplePerson(pool: Pool) {
  const personId = await ensurePerson(pool, { name: 'Sample Person', email: 'delegate-a@sample.invalid' });
  return { slug: 'delegate-a', personId, name: 'Sample Person', role: 'delegate' as const, organisation: 'Ruritania' };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

export interface Answer {
  status: number;
  body: { type?: string; person?: { email: string }; [fact: string]: unknown };
  text: string;
  headers: Headers;
  /** The cookie as a browser would send it back. */
  cookie: string;
}

/** One request of a page of the server's own, unless `headers` say otherwise. */
export async function ask(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const isWrite = method !== 'GET' && method !== 'HEAD';
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(isWrite ? { origin: url } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1).join(''))
    .join('; ');
  return {
    status: answer.status,
    body: text.startsWith('{') ? JSON.parse(text) : {},
    text,
    headers: answer.headers,
    cookie,
  };
}

/** Sends a write under a Host header of the sender's choice, which `fetch` does not let through. @returns the status */
export function askWithHost(url: string, host: string, path: string, body: unknown): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { host, origin: url, 'content-type': 'application/json' };
    const sent = request(`${url}${path}`, { method: 'POST', headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}
