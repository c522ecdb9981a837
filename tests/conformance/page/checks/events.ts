import type { Check, Provider } from '../Check.ts';
import { connected, hex, notify, pause, plain } from '../observe.ts';

const NAMES = ['connect', 'disconnect', 'chainChanged', 'accountsChanged', 'message', 'networkChanged', 'data'];

/** Writes down every event of the provider: its name, its payload, and what the provider says at that moment. */
function recorded(provider: Provider): unknown[][] {
  const seen: unknown[][] = [];
  for (const name of NAMES) {
    provider.on(name, (...payload) => {
      const values = payload.map((value) =>
        value instanceof Error ? plain({ code: Reflect.get(value, 'code') }) : value,
      );
      seen.push([name, ...values, { chainId: provider.chainId, account: provider.selectedAddress }]);
    });
  }
  return seen;
}

/** EIP-1193 events: each once, in order, with the wallet's payload. */
export const EVENTS: readonly Check[] = [
  {
    title: 'chainChanged, when the page switches chains',
    alone: [['chainChanged', '0x7a6a'], ['networkChanged', '31338'], ['answer']],
    run: async (env) => {
      const provider = await connected();
      const seen = recorded(provider);
      await provider.request({ method: 'wallet_switchEthereumChain', params: [{ chainId: hex(env.otherChainId) }] });
      await pause(300);
      const answer = seen.length;
      seen.push(['answer']);
      return seen.slice(0, answer + 1);
    },
  },
  {
    title: 'chainChanged and accountsChanged, when the wallet says so',
    alone: [['chainChanged', '0x1'], ['networkChanged', '1'], ['accountsChanged'], ['accountsChanged', []]],
    run: async (env) => {
      const provider = await connected();
      const seen = recorded(provider);
      await notify('metamask_chainChanged', { chainId: '0x1', networkVersion: '1', isConnected: true });
      await notify('metamask_chainChanged', { chainId: '0x1', networkVersion: '1', isConnected: true });
      await notify('metamask_accountsChanged', [env.friend.toLowerCase()]);
      await notify('metamask_accountsChanged', []);
      return seen.filter(([name]) => name !== 'connect' && name !== 'disconnect');
    },
  },
  {
    title: 'disconnect with its error, connect with its chain',
    run: async () => {
      const provider = await connected();
      const seen = recorded(provider);
      const states = [];
      for (const isConnected of [true, false, false, true]) {
        await notify('metamask_chainChanged', { chainId: '0x7a69', networkVersion: '31337', isConnected });
        states.push(provider.isConnected());
      }
      return { seen, states };
    },
  },
  {
    title: 'message, for a subscription',
    alone: [['message', { type: 'eth_subscription', data: { subscription: '0x1', result: { number: '0x2' } } }]],
    run: async () => {
      const provider = await connected();
      const seen = recorded(provider);
      await notify('eth_subscription', { subscription: '0x1', result: { number: '0x2' } });
      return seen;
    },
  },
  {
    title: 'accountsChanged, when the page connects',
    alone: [['accountsChanged']],
    run: async () => {
      const { ethereum } = window;
      await ethereum.request({ method: 'wallet_revokePermissions', params: [{ eth_accounts: {} }] });
      while (ethereum.chainId === null) await pause(10);
      await notify('metamask_accountsChanged', []);
      const seen = recorded(ethereum);
      await ethereum.request({ method: 'eth_requestAccounts' });
      await pause(300);
      return seen;
    },
  },
  {
    title: 'a payload belongs to its listener: arrays come as the wallet made them',
    alone: { array: true, plain: true },
    run: async (env) => {
      const provider = await connected();
      const seen: unknown[] = [];
      provider.on('accountsChanged', (accounts) => seen.push(accounts));
      provider.on('message', (message) => seen.push(message));
      await notify('metamask_accountsChanged', [env.friend.toLowerCase()]);
      await notify('eth_subscription', { subscription: '0x1', result: [{ deep: [1] }] });
      const [accounts, message] = seen;
      return {
        array: Array.isArray(accounts) && Object.getPrototypeOf(accounts) === Array.prototype,
        plain: Object.getPrototypeOf(message) === Object.prototype,
        seen: plain(seen),
      };
    },
  },
];
