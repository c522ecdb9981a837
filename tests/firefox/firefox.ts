import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bidi, openBidi } from './bidi.ts';
import { findFirefox, NO_FIREFOX } from './findFirefox.ts';
import { type Tab, tabOf } from './tab.ts';

/** An unpacked extension and the host of its pages, which Firefox would draw by chance. */
export interface FirefoxExtension {
  readonly folder: string;
  /** `browser_specific_settings.gecko.id`. */
  readonly id: string;
  /** `moz-extension://<uuid>/` is where its pages are. */
  readonly uuid: string;
}

export interface Firefox {
  /** A new tab, blank or at this address. */
  open(url?: string): Promise<Tab>;
  /** Every open tab with its address, in all windows. */
  tabs(): Promise<readonly { readonly tab: Tab; readonly url: string }[]>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

/** What a fresh profile asks of the network, and what a test must not wait for. */
const PREFERENCES: Readonly<Record<string, boolean | number | string>> = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.disable_open_during_load': false,
  // Pages behind others keep their timers: several are played at a time.
  'dom.min_background_timeout_value': 4,
  'dom.timeout.enable_budget_timer_throttling': false,
  'extensions.getAddons.cache.enabled': false,
  // The optional data collection permission is granted without its prompt, which no test can press.
  'extensions.webextOptionalPermissionPrompts': false,
  'extensions.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'toolkit.telemetry.unified': false,
  // Every name but this machine's own fails to resolve: a test reaches no host it did not start.
  'network.proxy.type': 1,
  'network.proxy.socks': '127.0.0.1',
  'network.proxy.socks_port': 9,
  'network.proxy.socks_remote_dns': true,
};

const START_MS = 60_000;

/** A headless Firefox with a fresh profile and these extensions, installed in this order. */
export async function launchFirefox(
  extensions: readonly FirefoxExtension[],
  preferences: Readonly<Record<string, boolean | number | string>> = {},
): Promise<Firefox> {
  const found = findFirefox();
  if (found === null) throw new Error(NO_FIREFOX);
  const profile = await mkdtemp(join(tmpdir(), 'countersign-firefox-'));
  const uuids = JSON.stringify(Object.fromEntries(extensions.map(({ id, uuid }) => [id, uuid])));
  const all = { ...PREFERENCES, 'extensions.webextensions.uuids': uuids, ...preferences };
  const lines = Object.entries(all).map(
    ([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), `${lines.join('\n')}\n`);
  const child = spawn(
    found.path,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0', '--remote-allow-system-access'],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1', MOZ_HEADLESS: '1' } },
  );
  const end = async (): Promise<void> => {
    await ended(child);
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const bidi = await openBidi(await addressOf(child));
    for (const { folder, id } of extensions) {
      const { extension } = await bidi.send<{ extension: string }>('webExtension.install', {
        extensionData: { type: 'path', path: folder },
      });
      if (extension !== id) throw new Error(`${folder} installed as ${extension}, not as ${id}`);
    }
    return await browserOf(bidi, end);
  } catch (error) {
    await end();
    throw error;
  }
}

async function browserOf(bidi: Bidi, end: () => Promise<void>): Promise<Firefox> {
  const tree = () => contextsOf(bidi);
  const [first] = await tree();
  if (first === undefined) throw new Error('Firefox opened no window');
  return {
    async open(url) {
      // In the first window: the newest may be a review window, which takes no tabs and may be closing.
      const { context } = await bidi.send<{ context: string }>('browsingContext.create', {
        type: 'tab',
        referenceContext: first.context,
      });
      const tab = tabOf(bidi, context);
      if (url !== undefined) await tab.goto(url);
      return tab;
    },
    tabs: async () => (await tree()).map(({ context, url }) => ({ tab: tabOf(bidi, context), url })),
    async close() {
      bidi.close();
      await end();
    },
  };
}

const TREE_TRIES = 5;

/** Asked again when a window that is just opening or closing has no context: Firefox answers an error then. */
async function contextsOf(bidi: Bidi): Promise<readonly { readonly context: string; readonly url: string }[]> {
  for (let tries = 1; ; tries++) {
    try {
      const { contexts } = await bidi.send<{ contexts: { context: string; url: string }[] }>(
        'browsingContext.getTree',
        {
          maxDepth: 0,
        },
      );
      return contexts;
    } catch (error) {
      if (tries === TREE_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Firefox says on stderr where it listens. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(
      () => reject(new Error(`Firefox did not listen in ${START_MS / 1000} s: ${said}`)),
      START_MS,
    );
    child.stderr?.on('data', (part: Buffer) => {
      said = (said + part.toString()).slice(-4000);
      const [, address] = /WebDriver BiDi listening on (ws:\/\/[^\s]+)/u.exec(said) ?? [];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`Firefox ended with ${code}: ${said}`));
    });
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(timer);
}
