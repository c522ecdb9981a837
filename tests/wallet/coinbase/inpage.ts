import { plainProvider } from '../plainProvider.ts';
import { PROVIDER_ID, type Request, type Response } from './channel.ts';

/** MAIN world: a provider that asks over Coinbase's page channel, in the form its SDK's providers have. */

const waiting = new Map<string, (answer: Response['data']) => void>();

window.addEventListener('message', ({ data, source }: MessageEvent<Response>) => {
  if (source !== window || data?.type !== 'extensionUIResponse') return;
  const settle = waiting.get(data.data.id);
  waiting.delete(data.data.id);
  settle?.(data.data);
});

function ask(method: string, params: unknown): Promise<unknown> {
  const id = crypto.randomUUID();
  const message: Request = {
    type: 'extensionUIRequest',
    provider: PROVIDER_ID,
    data: { action: method, request: { method, params }, id, dappInfo: { dappLogoURL: '' } },
  };
  return new Promise((resolve, reject) => {
    waiting.set(id, ({ action, response, error }) => {
      if (action === 'web3RequestCanceled') reject(Object.assign(new Error('User canceled request'), { code: 4001 }));
      else if (error !== undefined) reject(Object.assign(new Error(error.message), { code: error.code }));
      else resolve(response?.result);
    });
    window.postMessage(message, '*');
  });
}

const provider = plainProvider(ask, { isCoinbaseWallet: true });
Object.assign(window, { coinbaseWalletExtension: provider });
if (!('ethereum' in window) || window.ethereum === undefined) Object.assign(window, { ethereum: provider });

const detail = Object.freeze({
  info: Object.freeze({
    uuid: crypto.randomUUID(),
    name: 'Coinbase Wallet',
    icon: 'data:image/svg+xml,',
    rdns: 'com.coinbase.wallet',
  }),
  provider,
});
const announce = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }));
window.addEventListener('eip6963:requestProvider', announce);
announce();
