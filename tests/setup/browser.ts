import { rmSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright';
import { findBrowser } from './findBrowser.ts';

export interface LaunchOptions {
  /** Unpacked extension folders, each with a manifest. */
  readonly extensions: readonly string[];
  readonly headless: boolean;
  /** Without it, every name but this machine's own fails to resolve: a test reaches no host it did not start. */
  readonly online?: boolean;
  readonly args?: readonly string[];
  /** An existing folder that is used again and kept; a fresh one that is removed by default. */
  readonly profile?: string;
  /** Playwright switches it off by default. */
  readonly backForwardCache?: boolean;
}

export interface RunningBrowser {
  readonly context: BrowserContext;
  /** Where it was found. */
  readonly from: string;
  /** Ends the browser and removes a profile of its own. */
  close(): Promise<void>;
}

/** A Chromium with a fresh profile and these extensions. Rejects with `NoBrowserError` when there is none. */
export async function launchBrowser(options: LaunchOptions): Promise<RunningBrowser> {
  const { path, from } = findBrowser();
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'countersign-')));
  const sweep = () => {
    if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
  };
  process.once('exit', sweep);
  const folders = (await copies(options.extensions, profile)).join(',');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: path,
    headless: options.headless,
    viewport: null,
    ignoreDefaultArgs: options.backForwardCache === true ? ['--disable-back-forward-cache'] : [],
    args: [
      ...(options.extensions.length === 0
        ? []
        : [`--disable-extensions-except=${folders}`, `--load-extension=${folders}`]),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.online === true
        ? []
        : ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1']),
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(options.args ?? []),
    ],
  });
  return {
    context,
    from,
    async close() {
      await context.close();
      if (options.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
      process.removeListener('exit', sweep);
    },
  };
}

/** Chromium reads an extension's pages when they are opened: a build in between must not change what is tested. */
function copies(folders: readonly string[], into: string): Promise<string[]> {
  return Promise.all(
    folders.map(async (folder, index) => {
      const copy = join(into, `extension-${index}`);
      await cp(folder, copy, { recursive: true });
      return copy;
    }),
  );
}
