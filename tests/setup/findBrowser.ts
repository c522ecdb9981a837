import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

export interface FoundBrowser {
  readonly path: string;
  /** Where it was found, for the log. */
  readonly from: string;
}

/** Thrown with one line that says what to do. */
export class NoBrowserError extends Error {
  override readonly name = 'NoBrowserError';
}

const ADVICE =
  'No Chromium could be found or installed: install the package "chromium" of your system, or run "npx playwright ' +
  'install chromium", or set COUNTERSIGN_BROWSER to a Chromium executable.';
const CHROME = ' Google Chrome is there, but since version 137 it no longer loads extensions from the command line.';

/**
 * A Chromium that loads unpacked extensions: the configured one, an installed Chromium, Playwright's own, and if there
 * is none, one that is installed now. Google Chrome is not used: it ignores `--load-extension`.
 */
export function findBrowser(): FoundBrowser {
  const found = configured() ?? installed() ?? playwrights() ?? installPlaywrights() ?? installPackage();
  if (found !== null) return found;
  throw new NoBrowserError(ADVICE + (CHROMES.some(existsSync) ? CHROME : ''));
}

function configured(): FoundBrowser | null {
  const path = process.env.COUNTERSIGN_BROWSER;
  if (path === undefined || path === '') return null;
  if (runs(path)) return { path, from: 'COUNTERSIGN_BROWSER' };
  throw new NoBrowserError(`COUNTERSIGN_BROWSER is set to ${path}, which does not run: correct or unset it.`);
}

const CHROMES = [
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function installed(): FoundBrowser | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const names = process.platform === 'win32' ? ['chromium.exe'] : ['chromium', 'chromium-browser'];
  const candidates = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(process.env.LOCALAPPDATA ?? '', 'Chromium\\Application\\chrome.exe'),
  ];
  const path = candidates.find((candidate) => existsSync(candidate) && runs(candidate));
  return path === undefined ? null : { path, from: 'installed Chromium' };
}

function playwrights(): FoundBrowser | null {
  const path = chromium.executablePath();
  return existsSync(path) && runs(path) ? { path, from: "Playwright's Chromium" } : null;
}

function installPlaywrights(): FoundBrowser | null {
  console.log('No Chromium found: downloading the one Playwright uses ...');
  const cli = join(import.meta.dirname, '../../node_modules/playwright/cli.js');
  spawnSync(process.execPath, [cli, 'install', '--no-shell', 'chromium'], { stdio: 'inherit' });
  return playwrights();
}

/** Debian and its children, and only when we may: nothing here asks for a password. */
function installPackage(): FoundBrowser | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  console.log('Installing the package "chromium" ...');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'inherit', env });
  return installed();
}

/** A stub that only points at a package store, and a build that lacks a library, both fail here. */
function runs(path: string): boolean {
  if (process.platform === 'win32') return existsSync(path);
  const { status, stdout } = spawnSync(path, ['--version'], { timeout: 20_000, encoding: 'utf8' });
  return status === 0 && /Chrom/u.test(stdout);
}

if (process.argv[1] === import.meta.filename) {
  try {
    const { path, from } = findBrowser();
    console.log(`${from}: ${path}`);
  } catch (error) {
    if (!(error instanceof NoBrowserError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
