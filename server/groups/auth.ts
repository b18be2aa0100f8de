import { createAuthEndpoint } from '@better-auth/core/api';
import type { BetterAuthOptions, BetterAuthPlugin } from 'better-auth';
import { betterAuth } from 'better-auth';
import { setSessionCookie } from 'better-auth/cookies';
import { magicLink } from 'better-auth/plugins';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Config } from '../base/config.ts';
import type { Pool } from '../base/database.ts';
import { hashToken, newToken } from './people.ts';

export interface AuthParts {
  pool: Pool;
  config: Pick<Config, 'publicUrl' | 'secret'>;
  log: Pick<Logger, 'warn' | 'error'>;
  /** Mails the link with this token. */
  mailLink: (email: string, token: string) => Promise<void>;
}
export type Auth = ReturnType<typeof makeAuth>;

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;
const LINK_SECONDS = 15 * MINUTE;
const LONGEST_SESSION = 7 * DAY;

/**
 * better-auth with our tables and rules. None of its own addresses is mounted: a GET that signs in would be
 * consumed by scanners of mail. It knows a session's latest end; how long it may lie idle is ours (`session.ts`).
 */
export function makeAuth({ pool, config, log, mailLink }: AuthParts) {
  return betterAuth({
    database: withDates(pool),
    baseURL: config.publicUrl ?? 'http://localhost',
    secret: config.secret,
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message) => log[level === 'error' ? 'error' : 'warn']({ from: 'better-auth' }, message),
    },
    ...tables,
    session: { ...tables.session, expiresIn: LONGEST_SESSION, disableSessionRefresh: true },
    databaseHooks: {
      session: { create: { before: async (session) => ({ data: { ...session, token: newToken() } }) } },
    },
    advanced: {
      database: { generateId: 'uuid' },
      ipAddress: { disableIpTracking: true },
      useSecureCookies: false,
      cookiePrefix: 'rapporteur',
      cookies: { session_token: sessionCookie(config.publicUrl) },
    },
    plugins: [
      magicLink({
        expiresIn: LINK_SECONDS,
        disableSignUp: true,
        generateToken: newToken,
        storeToken: { type: 'custom-hasher', hash: async (token) => hashToken(token) },
        sendMagicLink: async ({ email, token }) => mailLink(email, token),
      }),
      directSignIn(),
    ],
  });
}

/** The prefix __Host- binds a cookie to this host and to TLS; browsers refuse it on plain http, which is for this machine alone. */
export function sessionCookie(publicUrl: string | null) {
  const secure = publicUrl?.startsWith('https://') ?? false;
  return {
    name: secure ? '__Host-rapporteur' : 'rapporteur',
    attributes: { secure, httpOnly: true, sameSite: 'lax' as const, path: '/' },
  };
}

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' };
const tables = {
  user: { modelName: 'people', fields: { emailVerified: 'email_verified', ...stamps } },
  session: {
    modelName: 'sessions',
    fields: {
      userId: 'person_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      ...stamps,
    },
  },
  account: {
    modelName: 'accounts',
    fields: {
      userId: 'person_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...stamps,
    },
  },
  verification: { modelName: 'verifications', fields: { expiresAt: 'expires_at', ...stamps } },
} satisfies Pick<BetterAuthOptions, 'user' | 'session' | 'account' | 'verification'>;

/** Signs a person in who has shown by other means who they are. It has no address of its own. */
function directSignIn() {
  return {
    id: 'direct-sign-in',
    endpoints: {
      signInDirectly: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ personId: z.string() }) },
        async (ctx) => {
          const user = await ctx.context.internalAdapter.findUserById(ctx.body.personId);
          if (!user) throw new Error('the person to sign in does not exist');
          const session = await ctx.context.internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ session, user });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}

const TIMESTAMPTZ = 1184;

/**
 * The pool as better-auth needs it: it compares instants as Date, and takes a text for one that never passes.
 * Ours leave the database as RFC 3339 texts (`base/database.ts`).
 */
function withDates(pool: Pool) {
  return {
    connect: async () => {
      const client = await pool.connect();
      return {
        query: async (text: string, values: readonly unknown[]) => {
          const result = await client.query(text, [...values]);
          const instants = result.fields.filter((field) => field.dataTypeID === TIMESTAMPTZ).map((field) => field.name);
          const rows = result.rows.map((row) => ({ ...row, ...datesOf(row, instants) }));
          return { command: result.command, rowCount: result.rowCount, rows };
        },
        release: (destroy?: boolean) => client.release(destroy),
      };
    },
    end: async () => {},
  };
}

function datesOf(row: Record<string, unknown>, instants: readonly string[]): Record<string, Date> {
  const texts = instants.flatMap((name) => (typeof row[name] === 'string' ? [[name, row[name]] as const] : []));
  return Object.fromEntries(texts.map(([name, text]) => [name, new Date(text)]));
}
