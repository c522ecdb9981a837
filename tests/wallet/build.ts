import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { type Order, walletManifest } from './manifest.ts';

const here = dirname(fileURLToPath(import.meta.url));
const ENTRIES = ['inpage', 'contentscript', 'background'] as const;

/**
 * Builds the test wallet into `.cache/wallet/<order>` and resolves to that folder, ready for `--load-extension`.
 * Takes about a second; called once by whoever opens a browser.
 */
export async function buildWallet(order: Order = 'after'): Promise<string> {
  const outDir = join(here, '../../.cache/wallet', order);
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  await Promise.all(ENTRIES.map((entry) => bundle(entry, outDir)));
  await writeFile(join(outDir, 'manifest.json'), JSON.stringify(walletManifest(order), null, 2));
  return outDir;
}

/** The id Chromium gives an unpacked extension with this manifest key. */
export function extensionId(key: string): string {
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** MetaMask's packages expect Node's `events`, `buffer` and `process`, which their own bundler supplies. */
async function bundle(entry: (typeof ENTRIES)[number], outDir: string): Promise<void> {
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
        input: join(here, `${entry}.ts`),
        output: { format: 'iife', entryFileNames: `${entry}.js` },
        transform: { inject: { process: [join(here, 'shims/process.ts'), 'nodeProcess'] } },
      },
    },
  });
}
