import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLoopback, readConfig } from '../../server/base/config.ts';
import { isOwnOrigin, linkOrigin } from '../../server/http/origin.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-config-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const faultsOf = (env: Record<string, string>): string => {
  try {
    readConfig({ DATA_DIR: dataDir, ...env });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

test('without settings it is a server for this machine, with a database of its own', () => {
  const { secret, ...config } = readConfig({ DATA_DIR: dataDir, SMTP_URL: '', PORT: ' ' });
  expect(config).toEqual({
    port: 8080,
    host: '127.0.0.1',
    dataDir,
    databaseUrl: null,
    publicUrl: null,
    trustedProxies: 0,
    smtpUrl: null,
  });
  expect(secret.length).toBeGreaterThanOrEqual(32);
});

test('the secret is made once, kept for its owner alone, and left alone when one is given', () => {
  const { secret } = readConfig({ DATA_DIR: dataDir });
  expect(readConfig({ DATA_DIR: dataDir }).secret).toBe(secret);
  expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toBe(secret);
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
  expect(readConfig({ DATA_DIR: dataDir, SECRET: 'x'.repeat(32) }).secret).toBe('x'.repeat(32));
  writeFileSync(join(dataDir, 'secret'), '');
  expect(() => readConfig({ DATA_DIR: dataDir })).toThrow(/damaged/);
});

test('all faults are named at once, and no secret is repeated', () => {
  const message = faultsOf({
    PORT: '80a',
    HOST: 'http://x',
    DATABASE_URL: 'mysql://root:hunter2@db/x',
    PUBLIC_URL: 'review.example.org',
    TRUSTED_PROXIES: '-1',
    SMTP_URL: 'mail:hunter2',
    SECRET: 'hunter2',
  });
  for (const name of ['PORT', 'HOST', 'DATABASE_URL', 'PUBLIC_URL', 'TRUSTED_PROXIES', 'SMTP_URL', 'SECRET'])
    expect(message).toContain(`\n  ${name} must`);
  expect(message).not.toContain('hunter2');
});

test('the public address is an origin, over TLS unless it is this machine', () => {
  expect(faultsOf({ PUBLIC_URL: 'http://review.example.org' })).toMatch(/https/);
  expect(faultsOf({ PUBLIC_URL: 'https://example.org/review' })).toMatch(/origin alone/);
  expect(faultsOf({ PUBLIC_URL: 'https://user@example.org' })).toMatch(/origin alone/);
  expect(readConfig({ DATA_DIR: dataDir, PUBLIC_URL: 'https://Example.org:443/' }).publicUrl).toBe(
    'https://example.org',
  );
  expect(readConfig({ DATA_DIR: dataDir, PUBLIC_URL: 'http://localhost:5173' }).publicUrl).toBe(
    'http://localhost:5173',
  );
});

test('only this machine is loopback', () => {
  for (const host of ['localhost', '127.0.0.1', '127.8.8.8', '::1', '[::1]', '::ffff:127.0.0.1'])
    expect(isLoopback(host)).toBe(true);
  for (const host of ['localhost.evil.example', '127.0.0.1.evil.example', '0.0.0.0', '::', '10.0.0.1', ''])
    expect(isLoopback(host)).toBe(false);
});

test('own origins are exact, and links lead to the public address or to this machine', () => {
  const open = { publicUrl: 'https://review.example.org', host: '0.0.0.0' };
  expect(isOwnOrigin('https://review.example.org', open, 8080)).toBe(true);
  for (const origin of [
    'https://review.example.org:8443',
    'http://review.example.org',
    'https://Review.example.org',
    'http://localhost:8080',
    undefined,
  ])
    expect(isOwnOrigin(origin, open, 8080)).toBe(false);
  expect(linkOrigin(open, 8080)).toBe('https://review.example.org');
  expect(linkOrigin({ publicUrl: null, host: '0.0.0.0' }, 8080)).toBe('http://localhost:8080');
  expect(linkOrigin({ publicUrl: null, host: '::1' }, 8080)).toBe('http://[::1]:8080');
  expect(isOwnOrigin('http://127.0.0.1', { publicUrl: null, host: '127.0.0.1' }, 80)).toBe(true);
});
