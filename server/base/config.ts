import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Everything that the environment decides. Nothing else is read from it. */
export interface Config {
  /** 0 lets the system choose a free one. */
  port: number;
  host: string;
  /** Absolute. Holds the embedded database, the secret and, without SMTP_URL, the mails. */
  dataDir: string;
  /** null: the embedded database. */
  databaseUrl: string | null;
  /** The one origin under which people reach the server; null: loopback only. */
  publicUrl: string | null;
  /** How many proxies stand in front, exactly: so many entries of X-Forwarded-For are believed. */
  trustedProxies: number;
  /** null: mails are written to files. */
  smtpUrl: string | null;
  /** Signs the cookies of sessions. */
  secret: string;
}

const SHORTEST_SECRET = 32;

/**
 * Reads the settings. A setting that is empty counts as left out, as compose files write it.
 * @throws Error that names all faults at once, in words; secrets and addresses with passwords are never repeated
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const setting = <Value>(name: string, byDefault: Value, parse: (given: string) => Value): Value => {
    const given = env[name]?.trim();
    if (!given) return byDefault;
    try {
      return parse(given);
    } catch (fault) {
      faults.push(`${name} ${fault instanceof Error ? fault.message : String(fault)}`);
      return byDefault;
    }
  };
  const settings = {
    port: setting('PORT', 8080, (given) => wholeNumber(given, 65535)),
    host: setting('HOST', '127.0.0.1', hostName),
    dataDir: resolve(setting('DATA_DIR', './data', (given) => given)),
    databaseUrl: setting<string | null>('DATABASE_URL', null, (given) => urlOf(given, ['postgres:', 'postgresql:'])),
    publicUrl: setting<string | null>('PUBLIC_URL', null, publicOrigin),
    trustedProxies: setting('TRUSTED_PROXIES', 0, (given) => wholeNumber(given, 16)),
    smtpUrl: setting<string | null>('SMTP_URL', null, (given) => urlOf(given, ['smtp:', 'smtps:'])),
    secret: setting<string | null>('SECRET', null, longEnough),
  };
  if (faults.length > 0) throw new Error(`Rapporteur cannot start with these settings:\n  ${faults.join('\n  ')}`);
  return { ...settings, secret: settings.secret ?? keptSecret(settings.dataDir) };
}

/** Whether a host name or an address means this machine itself. */
export function isLoopback(host: string): boolean {
  const address = host.replace(/^\[|\]$/g, '').replace(/^::ffff:/i, '');
  return address === 'localhost' || address === '::1' || /^127(\.\d{1,3}){3}$/.test(address);
}

function wholeNumber(given: string, most: number): number {
  if (!/^\d{1,6}$/.test(given) || Number(given) > most) throw new Error(`must be a whole number from 0 to ${most}.`);
  return Number(given);
}

function hostName(given: string): string {
  if (!/^[A-Za-z0-9.:_-]+$/.test(given))
    throw new Error('must be an address or a name of this machine, such as 0.0.0.0.');
  return given;
}

function urlOf(given: string, protocols: readonly string[]): string {
  const words = protocols.map((protocol) => `${protocol}//`).join(' or ');
  if (!URL.canParse(given) || !protocols.includes(new URL(given).protocol))
    throw new Error(`must be an address that begins with ${words}.`);
  return given;
}

/** Cookies without TLS would be readable on the way: plain http is for this machine alone. */
function publicOrigin(given: string): string {
  const url = new URL(urlOf(given, ['https:', 'http:']));
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw new Error('must begin with https://; http:// is for this machine only.');
  if (url.href !== `${url.origin}/`)
    throw new Error('must be an origin alone, such as https://review.example.org, without a path.');
  return url.origin;
}

function longEnough(given: string): string {
  if (given.length < SHORTEST_SECRET) throw new Error(`must have at least ${SHORTEST_SECRET} characters.`);
  return given;
}

/** The secret made at the first start. */
function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'secret');
  if (!existsSync(path)) makeSecret(path);
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length < SHORTEST_SECRET)
    throw new Error(`Rapporteur cannot start: ${path} is damaged. Remove it; everybody then signs in again.`);
  return secret;
}

/** The file appears whole or not at all; of two processes that start at once the first one's stays. */
function makeSecret(path: string): void {
  const draft = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(draft, randomBytes(48).toString('base64url'), { mode: 0o600, flush: true });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(draft);
  }
}
