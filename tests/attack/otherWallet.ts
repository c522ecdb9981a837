import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtOnce } from '../setup/builtOnce.ts';
import { buildWallet, extensionId } from '../wallet/build.ts';
import { walletManifest } from '../wallet/manifest.ts';

/**
 * A second wallet beside the first: another id, another name, and the older names of MetaMask's page channel, as forks of
 * it still have them. It stands only in pages whose address asks for it, and there after as many milliseconds:
 * `/?other-wallet=5000`.
 */
export const OTHER_WALLET = 'org.example.other';

const PAGES = ['http://localhost/*other-wallet=*', 'http://127.0.0.1/*other-wallet=*'];
const RENAMED: Readonly<Record<string, string>> = {
  'metamask-contentscript': 'contentscript',
  'metamask-inpage': 'inpage',
  'metamask-provider': 'provider',
  'Test Wallet': 'Other Wallet',
  'io.metamask': OTHER_WALLET,
};
const LATE = "Number(new URLSearchParams(location.search).get('other-wallet'))";

export interface OtherWallet {
  readonly folder: string;
  readonly id: string;
}

export async function buildOtherWallet(): Promise<OtherWallet> {
  const key = otherKey();
  const first = await buildWallet('after');
  const folder = await builtOnce(
    'wallet-other',
    [join(import.meta.dirname, '../wallet'), import.meta.filename],
    async (into) => {
      await cp(first, into, { recursive: true });
      for (const file of ['background.js', 'contentscript.js', 'inpage.js']) {
        const renamed = Object.entries(RENAMED).reduce(
          (code, [from, to]) => code.replaceAll(from, () => to),
          await readFile(join(first, file), 'utf8'),
        );
        const late = `{ const start = () => {${renamed}}; const ms = ${LATE}; if (ms > 0) setTimeout(start, ms); else start(); }`;
        await writeFile(join(into, file), file === 'inpage.js' ? late : renamed);
      }
      const manifest = walletManifest('after') as { readonly content_scripts: readonly object[] };
      const content_scripts = manifest.content_scripts.map((script) => ({ ...script, matches: PAGES }));
      const whole = { ...manifest, key, name: 'Countersign other test wallet', content_scripts };
      await writeFile(join(into, 'manifest.json'), JSON.stringify(whole, null, 2));
    },
  );
  return { folder, id: extensionId(key) };
}

/** The first wallet's key with two letters changed: `paie...`, after every other id. No private key exists for it. */
function otherKey(): string {
  const { key } = walletManifest('after') as { readonly key: string };
  return `${key.slice(0, 100)}KR${key.slice(102)}`;
}
