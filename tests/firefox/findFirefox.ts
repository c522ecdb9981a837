import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface FoundFirefox {
  readonly path: string;
  /** As it names itself: "Mozilla Firefox 153.7.0esr". */
  readonly version: string;
}

/** Why the tests of this folder are skipped where there is none. */
export const NO_FIREFOX =
  'no Firefox found: install the package "firefox-esr" or "firefox" of your system, or set COUNTERSIGN_FIREFOX';

const NAMES = ['firefox-esr', 'firefox'];
const APPLICATIONS = ['/Applications/Firefox.app/Contents/MacOS/firefox'];
/** `browser_specific_settings.gecko.strict_min_version` of the manifest. */
const OLDEST = 140;

/** The Firefox named by COUNTERSIGN_FIREFOX, or an installed one; `null` when there is none new enough. */
export function findFirefox(): FoundFirefox | null {
  const configured = process.env.COUNTERSIGN_FIREFOX ?? '';
  const folders = (process.env.PATH ?? '').split(delimiter);
  const installed = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...APPLICATIONS];
  for (const path of configured === '' ? installed : [configured]) {
    const version = existsSync(path) ? versionOf(path) : null;
    if (version !== null) return { path, version };
  }
  return null;
}

function versionOf(path: string): string | null {
  const { status, stdout } = spawnSync(path, ['--version'], { timeout: 20_000, encoding: 'utf8' });
  const major = Number(/Firefox (\d+)/u.exec(stdout ?? '')?.[1] ?? 0);
  return status === 0 && major >= OLDEST ? stdout.trim() : null;
}
