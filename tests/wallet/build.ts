import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { builtOnce } from '../setup/builtOnce.ts';
import { FIREFOX_CONTROLS_PAGE, firefoxWalletManifest, type Make, type Order, walletManifest } from './manifest.ts';

const here = import.meta.dirname;
const ENTRIES = ['inpage', 'contentscript', 'background'] as const;

/** Builds a test wallet, once for its sources, and resolves to the folder, ready for `--load-extension`. */
export function buildWallet(order: Order = 'after', make: Make = 'metamask'): Promise<string> {
  return builtOnce(make === 'metamask' ? `wallet-${order}` : `wallet-${make}-${order}`, [here], async (folder) => {
    await Promise.all(ENTRIES.map((entry) => bundle(entry, folder, make)));
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(walletManifest(order, make), null, 2));
  });
}

/** The extension id of a test wallet in Chromium. */
export function walletId(order: Order, make: Make = 'metamask'): string {
  const manifest = walletManifest(order, make);
  return 'key' in manifest && typeof manifest.key === 'string' ? extensionId(manifest.key) : '';
}

/** The same wallet for Firefox, ready for `webExtension.install`. Its controls page has its background page at hand. */
export function buildFirefoxWallet(): Promise<string> {
  return builtOnce('wallet-firefox', [here], async (folder) => {
    await Promise.all(ENTRIES.map((entry) => bundle(entry, folder)));
    await writeFile(join(folder, FIREFOX_CONTROLS_PAGE), '<!doctype html><meta charset="utf-8"><title>Wallet</title>');
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(firefoxWalletManifest(), null, 2));
  });
}

/** The id Chromium gives an unpacked extension with this manifest key. */
export function extensionId(key: string): string {
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** MetaMask's packages expect Node's `events`, `buffer` and `process`, which their own bundler supplies. */
async function bundle(entry: (typeof ENTRIES)[number], outDir: string, make: Make = 'metamask'): Promise<void> {
  // The background is every wallet's; the page scripts are each make's own.
  const source = make === 'metamask' || entry === 'background' ? entry : `${make}/${entry}`;
  await build({
    configFile: false,
    root: here,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    resolve: {
      alias: [
        { find: /^events$/u, replacement: join(here, 'shims/events.ts') },
        { find: /^buffer$/u, replacement: join(here, 'shims/buffer.ts') },
      ],
    },
    build: {
      outDir,
      emptyOutDir: false,
      minify: true,
      target: 'es2022',
      rolldownOptions: {
        input: join(here, `${source}.ts`),
        output: { format: 'iife', entryFileNames: `${entry}.js` },
        transform: { inject: { process: [join(here, 'shims/process.ts'), 'nodeProcess'] } },
      },
    },
  });
}
