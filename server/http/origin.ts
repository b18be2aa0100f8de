import type { RequestHandler } from 'express';
import { Problem } from '../../shared/problems.ts';
import { type Config, isLoopback } from '../base/config.ts';

type Address = Pick<Config, 'publicUrl' | 'host'>;

const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Whether a page of ours sent this: the exact origin of PUBLIC_URL, or without it this machine's own.
 * @param port where the server really listens
 */
export function isOwnOrigin(origin: string | undefined, config: Address, port: number): boolean {
  if (origin === undefined) return false;
  if (config.publicUrl !== null) return origin === config.publicUrl;
  return LOOPBACK_HOSTS.some((host) => origin === httpOrigin(host, port));
}

/**
 * Where mailed links lead. Never taken from a request: its Host header is whatever the sender wrote.
 * @param port where the server really listens
 */
export function linkOrigin(config: Address, port: number): string {
  if (config.publicUrl !== null) return config.publicUrl;
  return httpOrigin(isLoopback(config.host) ? config.host : 'localhost', port);
}

/**
 * Refuses writes that another site's page may have sent with a reader's cookie. Browsers send Origin with
 * every write, so one that comes without it is refused as well.
 * @param port asked at each request: the server may still be looking for a free one when this is set up
 */
export function refuseForeignOrigins(config: Address, port: () => number): RequestHandler {
  return (req, _res, next) => {
    if (!isRead(req.method) && !isFromOurPage(req.headers, config, port())) throw new Problem('foreign-origin');
    next();
  };
}

function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

function isFromOurPage(headers: Record<string, string | string[] | undefined>, config: Address, port: number): boolean {
  const site = headers['sec-fetch-site'];
  const isSameSite = site === undefined || site === 'same-origin' || site === 'none';
  return isSameSite && typeof headers.origin === 'string' && isOwnOrigin(headers.origin, config, port);
}

function httpOrigin(host: string, port: number): string {
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return new URL(`http://${name}:${port}`).origin;
}
