import { buildWallet, walletId } from '../wallet/build.ts';
import type { Make, Order } from '../wallet/manifest.ts';

/** Wallets of other makes, beside the first: each stands only in pages whose address asks for it (`/?wallet=coinbase`). */
const MAKES: readonly Make[] = ['rabby', 'coinbase'];

export interface BuiltWallet {
  readonly folder: string;
  readonly id: string;
}

export function buildOtherMakes(order: Order): Promise<BuiltWallet[]> {
  return Promise.all(
    MAKES.map(async (make) => ({ folder: await buildWallet(order, make), id: walletId(order, make) })),
  );
}

export const COINBASE_PATH = '/?wallet=coinbase';
export const RABBY_PATH = '/?wallet=rabby';

/** For a page's script: `coinbase`, the wallet's own provider, and `post`, straight to its content script. */
export const COINBASE = `
while (!window.coinbaseWalletExtension) await kit.sleep(10);
const coinbase = window.coinbaseWalletExtension;
const message = (data) => ({ type: 'extensionUIRequest', provider: 'window.coinbaseWalletExtension', data: Object.assign({ id: 'p' + Math.random(), dappInfo: { dappLogoURL: '' } }, data) });
const named = (request) => message({ action: request.method, request });
const post = (data) => window.postMessage(data, '*');
`;

/** For a page's script: `rabby`, the wallet's own provider, and `post`, straight to its content script. */
export const RABBY = `
while (!window.rabby) await kit.sleep(10);
const rabby = window.rabby;
await rabby.request({ method: 'eth_chainId' });
const message = (data) => ({ target: 'rabby-content-script', data: { data: { type: 'request', data: { ident: 'p' + Math.random(), data } } } });
const post = (data) => window.postMessage(message(data), location.origin);
`;
