import { WindowPostMessageStream } from '@metamask/post-message-stream';
import { plainProvider } from '../plainProvider.ts';
import { type Answered, type Asked, CONTENT_SCRIPT, PAGE } from './channel.ts';

/** MAIN world: a provider that asks over Rabby's page channel, and tells of itself as Rabby's does. */

const stream = new WindowPostMessageStream({ name: PAGE, target: CONTENT_SCRIPT });
const waiting = new Map<unknown, (answer: Answered['data']['data']) => void>();

stream.on('data', (message: unknown) => {
  const said = (message as Answered).data;
  if (said?.type !== 'response') return;
  waiting.get(said.data.ident)?.(said.data);
  waiting.delete(said.data.ident);
});

function ask(method: string, params: unknown, $ctx?: unknown): Promise<unknown> {
  const ident = crypto.randomUUID();
  const data = { method, ...(params === undefined ? {} : { params }), ...($ctx === undefined ? {} : { $ctx }) };
  const message: Asked = { data: { type: 'request', data: { ident, data } } };
  return new Promise((resolve, reject) => {
    waiting.set(ident, ({ res, err }) => {
      if (err === undefined) resolve(res);
      else reject(Object.assign(new Error(err.message), { code: err.code }));
    });
    stream.write(message);
  });
}

void ask('getProviderState', undefined);
document.addEventListener('DOMContentLoaded', () => void ask('tabCheckin', { name: document.title }));

const provider = plainProvider(ask, { isRabby: true, isMetaMask: true });
/** The one behind `window.ethereum` names the page's other wallets with each request, for the choice among them. */
const chooser = plainProvider((method, params) => ask(method, params, { providers: [] }), {
  isRabby: true,
  isMetaMask: true,
});
Object.assign(window, { rabby: provider });
if (!('ethereum' in window) || window.ethereum === undefined) Object.assign(window, { ethereum: chooser });

const detail = Object.freeze({
  info: Object.freeze({
    uuid: crypto.randomUUID(),
    name: 'Rabby Wallet',
    icon: 'data:image/svg+xml,',
    rdns: 'io.rabby',
  }),
  provider,
});
const announce = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }));
window.addEventListener('eip6963:requestProvider', announce);
announce();
