import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

interface Found {
  readonly executablePath: string;
  readonly env?: Record<string, string>;
  /** The Chromium from npm brings no helper that could set a sandbox up. */
  readonly hasSandbox: boolean;
}

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A Chromium: the one that BROWSER_PATH names, an installed one, on Linux the one from npm (needs neither root nor
 * anything installed), elsewhere one that Playwright downloads.
 * @throws Error where none can be had: a test in a browser is never skipped
 */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env, hasSandbox } = findBrowser();
  const sandbox = hasSandbox && process.getuid?.() !== 0 ? [] : ['--no-sandbox'];
  return chromium.launch({ executablePath, args: [...quiet, ...sandbox], ...(env && { env }) });
}

function findBrowser(): Found {
  const named = process.env.BROWSER_PATH;
  if (named !== undefined && !existsSync(named)) throw new Error(`BROWSER_PATH names ${named}, which is not there.`);
  const path = named ?? installed.find((each) => existsSync(each));
  if (path !== undefined) return { executablePath: path, hasSandbox: true };
  return process.platform === 'linux' && process.arch === 'x64' ? chromiumFromNpm() : chromiumFromPlaywright();
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Unpacked once for each release. It appears whole or not at all, since several workers may ask at the same time. */
function chromiumFromNpm(): Found {
  const { version } = packageOf('@sparticuz/chromium');
  const home = join(cacheFolder(), `chromium-${version}`);
  if (!existsSync(home)) unpackChromium(home);
  return {
    executablePath: join(home, 'chromium'),
    hasSandbox: false,
    env: {
      ...environment(),
      LD_LIBRARY_PATH: join(home, 'al2023/lib'),
      FONTCONFIG_FILE: join(home, 'with-fonts.conf'),
    },
  };
}

/**
 * In a process of its own, because the package unpacks into the temporary folder, which cannot be changed from inside
 * Jest. It adds the libraries that a bare machine lacks only when it believes to run in Lambda.
 */
function unpackChromium(home: string): void {
  const half = `${home}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  const script = "import('@sparticuz/chromium').then((found) => found.default.executablePath())";
  const unpacked = spawnSync(process.execPath, ['-e', script], {
    cwd: root,
    env: { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    encoding: 'utf8',
  });
  if (unpacked.status !== 0) throw new Error(`Chromium from npm could not be unpacked: ${unpacked.stderr}`);
  chmodSync(join(half, 'chromium'), 0o755);
  writeFileSync(join(half, 'with-fonts.conf'), fontsFrom(join(home, 'fonts')));
  try {
    renameSync(half, home);
  } catch {
    rmSync(half, { recursive: true, force: true }); // another worker was faster
  }
}

/** Beside the packages or, where those belong to somebody else, in a temporary folder that is surely ours. */
function cacheFolder(): string {
  const ours = process.getuid?.();
  for (const folder of [join(root, 'node_modules/.cache'), join(tmpdir(), `rapporteur-${ours}`)]) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (lstatSync(folder).uid === ours) return folder;
    } catch {
      // may not be written: the next one
    }
  }
  throw new Error('There is no folder to unpack Chromium into: install Chrome, or set BROWSER_PATH to a Chromium.');
}

/** The machine's fonts, and those of the package where there are none: text without a font has no width. */
function fontsFrom(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}</dir>
  <cachedir>${folder}-cache</cachedir>
</fontconfig>
`;
}

function chromiumFromPlaywright(): Found {
  const executablePath = chromium.executablePath();
  if (!existsSync(executablePath)) {
    const { folder } = packageOf('playwright-core');
    spawnSync(process.execPath, [join(folder, 'cli.js'), 'install', 'chromium'], { stdio: 'inherit' });
  }
  if (existsSync(executablePath)) return { executablePath, hasSandbox: true };
  throw new Error(
    'No Chromium was found, and none could be downloaded: install Chrome, ' +
      'or set BROWSER_PATH to a Chromium. The tests in the browser cannot be left out.',
  );
}

/** Where a package lies, and its version; packages seldom let their package.json be asked for by name. */
function packageOf(name: string): { folder: string; version: string } {
  let folder = dirname(createRequire(import.meta.url).resolve(name));
  while (!existsSync(join(folder, 'package.json')) || nameIn(folder) !== name) folder = dirname(folder);
  const about: { version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { folder, version: about.version };
}

function nameIn(folder: string): unknown {
  const about: { name?: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return about.name;
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
