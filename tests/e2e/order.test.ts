import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReviewer } from '../attack/reviewer.ts';
import { launchBrowser, type RunningBrowser } from '../setup/browser.ts';
import { type Chain, startChain } from '../setup/chain.ts';
import { type RunningServer, serve } from '../setup/serve.ts';
import { COUNTERSIGN, openSession, type Session } from '../setup/session.ts';
import { extensionId } from '../wallet/build.ts';

/**
 * The gate stands on one habit of Chromium: content scripts of several extensions run in ascending order of extension id.
 * No document promises it, so it is looked at again in the Chromium at hand.
 */

/** Ids that begin as Rabby's and MetaMask's do, one before ours, one between ours and the test wallet's. No private key exists for any. */
const KEYS = {
  acma: 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAszWX4Z3FUyXrgNv9NnBDE/wGMKAeFjvD9YC48ShisxZb2lamYmOrpQLTtPf6/RKtwWx1/XkXi1R0QN3rTBHgQCsx/VnXcc8BXTTHpsXiSaIMyP8VmU26/GyDeX8GXL2DFOV+DhtLKsQ8ezOwKtK8aDdoWs1mZGywQc2JadAoLBrizELfr035fMYY8tzrEAKvMqjoHZLZ3fHZtW3Z5Y+AFbelJ/4msdBDhBA+rEsFImW3+inYxUgrI66nO0Cp/i1RBVmMGzMLkg2dtx9CP7XzUq+lYXXdwQh5MTPiSVcJFN/uSfJf6G5Oen6lzSldmfhdbXm1xjnIKUa5X0OMKlciPwIDAQAB',
  nkbi: 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAszWX4Z3FUyXrgNv9NnBDE/wGMKAeFjvD9YC4QTeXyzq71a9JTHtaSf5TdFEeDfQooFkF/XkXi1R0QN3rTBHgQCsx/VnXcc8BXTTHpsXiSaIMyP8VmU26/GyDeX8GXL2DFOV+DhtLKsQ8ezOwKtK8aDdoWs1mZGywQc2JadAoLBrizELfr035fMYY8tzrEAKvMqjoHZLZ3fHZtW3Z5Y+AFbelJ/4msdBDhBA+rEsFImW3+inYxUgrI66nO0Cp/i1RBVmMGzMLkg2dtx9CP7XzUq+lYXXdwQh5MTPiSVcJFN/uSfJf6G5Oen6lzSldmfhdbXm1xjnIKUa5X0OMKlciPwIDAQAB',
  aaae: 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAszWX4Z3FUyXrgNv9NnBDE/wGMKAeFjvD9YC45c083IMZifT8/Ir7wgTWtgVEIM3E+Wti/XkXi1R0QN3rTBHgQCsx/VnXcc8BXTTHpsXiSaIMyP8VmU26/GyDeX8GXL2DFOV+DhtLKsQ8ezOwKtK8aDdoWs1mZGywQc2JadAoLBrizELfr035fMYY8tzrEAKvMqjoHZLZ3fHZtW3Z5Y+AFbelJ/4msdBDhBA+rEsFImW3+inYxUgrI66nO0Cp/i1RBVmMGzMLkg2dtx9CP7XzUq+lYXXdwQh5MTPiSVcJFN/uSfJf6G5Oen6lzSldmfhdbXm1xjnIKUa5X0OMKlciPwIDAQAB',
  ddim: 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAszWX4Z3FUyXrgNv9NnBDE/wGMKAeFjvD9YC4ZNloS/hNHmiis12EFRPSY19ULruJusXS/XkXi1R0QN3rTBHgQCsx/VnXcc8BXTTHpsXiSaIMyP8VmU26/GyDeX8GXL2DFOV+DhtLKsQ8ezOwKtK8aDdoWs1mZGywQc2JadAoLBrizELfr035fMYY8tzrEAKvMqjoHZLZ3fHZtW3Z5Y+AFbelJ/4msdBDhBA+rEsFImW3+inYxUgrI66nO0Cp/i1RBVmMGzMLkg2dtx9CP7XzUq+lYXXdwQh5MTPiSVcJFN/uSfJf6G5Oen6lzSldmfhdbXm1xjnIKUa5X0OMKlciPwIDAQAB',
} as const;
type Prefix = keyof typeof KEYS;

let folder: string;
let site: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-order-'));
  site = await serve((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(PAGE);
  });
});

afterAll(async () => {
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Overhears, by each kind of listener, what is put to the wallet under an id that is not the page's own. */
const PAGE = `<!doctype html><script>
const overheard = [];
for (const capture of [true, false]) addEventListener('message', ({ data }) => {
  const body = data?.target === 'metamask-contentscript' ? data.data.data : null;
  if (/^eth_(?:chainId|accounts)$/.test(body?.method) && /^[0-9a-f]{32}$/.test(body.id)) overheard.push(capture);
}, capture);
const post = (body) => postMessage({ target: 'metamask-contentscript', data: { name: 'metamask-provider', data: body } }, location.origin);
</script>`;

/** An extension with one script in each world. */
async function probe(prefix: Prefix, isolated: string, main: string): Promise<string> {
  const into = join(folder, prefix);
  const script = { matches: ['http://localhost/*'], run_at: 'document_start' };
  const manifest = {
    ...{ manifest_version: 3, name: prefix, version: '1', key: KEYS[prefix] },
    content_scripts: [
      { ...script, js: ['isolated.js'] },
      { ...script, js: ['main.js'], world: 'MAIN' },
    ],
  };
  await mkdir(into, { recursive: true });
  await writeFile(join(into, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(into, 'isolated.js'), isolated);
  await writeFile(join(into, 'main.js'), main);
  return into;
}

describe('the order of extensions in this Chromium', () => {
  let browser: RunningBrowser;
  let page: Page;
  const told = (prefix: Prefix) =>
    page.evaluate((name) => {
      const { dataset } = document.documentElement;
      return { wrapped: dataset[`${name}Main`], heard: dataset[`${name}Heard`] ?? 'nothing' };
    }, prefix);

  beforeAll(async () => {
    const probes = await Promise.all(
      (['nkbi', 'aaae', 'acma'] as const).map((prefix) =>
        probe(
          prefix,
          `addEventListener('message', ({ data }) => {
            const method = data?.target === 'metamask-contentscript' ? data.data.data.method : '';
            if (method === 'personal_sign') document.documentElement.dataset.${prefix}Heard = method;
          });`,
          `document.documentElement.dataset.${prefix}Main = String(Object.getOwnPropertyDescriptor(window, 'ethereum')?.get !== undefined);`,
        ),
      ),
    );
    browser = await launchBrowser({ extensions: [...probes, COUNTERSIGN], headless: true });
    page = await browser.context.newPage();
    await page.goto(`${site.origin}/`);
    await page.evaluate("post({ jsonrpc: '2.0', id: 1, method: 'personal_sign', params: ['0x68', '0x01'] })");
    await page.waitForTimeout(500);
  });

  afterAll(() => browser?.close());

  it('knows the ids of these probes by their keys', () => {
    for (const [prefix, key] of Object.entries(KEYS)) expect(extensionId(key).slice(0, 4)).toBe(prefix);
  });

  it.each(['acma', 'nkbi'] as const)('puts us before a wallet %s..., in both worlds', async (prefix) => {
    expect(await told(prefix)).toEqual({ wrapped: 'true', heard: 'nothing' });
  });

  it('puts an extension with a smaller id before us: the order is what decides', async () => {
    expect(await told('aaae')).toEqual({ wrapped: 'false', heard: 'personal_sign' });
  });
});

describe('an extension between ours and the wallet that changes the document', () => {
  let chain: Chain;
  let session: Session;

  beforeAll(async () => {
    chain = await startChain();
    const meddler = await probe(
      'ddim',
      "document.documentElement.append(document.createElement('style'));",
      "const script = document.createElement('script'); script.textContent = '0'; document.documentElement.append(script); script.remove();",
    );
    session = await openSession(chain, { extensions: [meddler] });
  }, 180_000);

  afterAll(async () => {
    await session?.close();
    await chain?.stop();
  });

  it("does not keep the gate's own question from the wallet, nor show it to the page", async () => {
    const reviewer = await openReviewer(session);
    const page = await session.context.newPage();
    await page.goto(`${site.origin}/`);
    await page.evaluate("ethereum.request({ method: 'eth_requestAccounts' })");
    const account = chain.accounts.user.address.toLowerCase();
    const params = JSON.stringify(['0x5eed5eed', account]);
    await page.evaluate(`post({ jsonrpc: '2.0', id: 2, method: 'personal_sign', params: ${params} })`);
    await reviewer.decide('5eed5eed', 'continue', account);
    await expect
      .poll(async () => (await session.wallet.signingLog()).map(({ method }) => method))
      .toEqual(['personal_sign']);
    expect(await page.evaluate('overheard')).toEqual([]);
  });
});
