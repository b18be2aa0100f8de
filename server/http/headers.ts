import { randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Config } from '../base/config.ts';

const TWO_YEARS = 63_072_000;

const DENIED = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'hid', 'midi', 'display-capture'];

/**
 * The headers of every answer: a second wall behind the text that never becomes code, and nothing kept by
 * caches that was made for one reader. Files under /assets bear their hash in the name and set their own age.
 */
export function securityHeaders(config: Pick<Config, 'publicUrl'>): RequestHandler {
  const isOverTls = config.publicUrl?.startsWith('https://') ?? false;
  return (req, res, next) => {
    const nonce = randomBytes(16).toString('base64');
    res.locals.styleNonce = nonce;
    res.set({
      'Content-Security-Policy': policy(nonce),
      'Content-Security-Policy-Report-Only': "require-trusted-types-for 'script'",
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': DENIED.map((feature) => `${feature}=()`).join(', '),
    });
    if (isOverTls) res.set('Strict-Transport-Security', `max-age=${TWO_YEARS}`);
    if (!req.path.startsWith('/assets/')) res.set('Cache-Control', 'no-store').vary('Cookie');
    if (!req.path.startsWith('/p/')) res.set('X-Robots-Tag', 'noindex');
    next();
  };
}

/** The nonce that a page made on the server gives its `<style>`. */
export function styleNonceOf(res: Response): string {
  return String(res.locals.styleNonce);
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
  ].join('; ');
}
