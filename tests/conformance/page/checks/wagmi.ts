import * as wagmi from '@wagmi/core';
import { defineChain, verifyMessage, verifyTypedData } from 'viem';
import type { Check, Env } from '../Check.ts';
import { pause } from '../observe.ts';

function settings(env: Env) {
  const chain = (id: number, name: string, url: string) =>
    defineChain({
      id,
      name,
      nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
      rpcUrls: { default: { http: [url] } },
    });
  const first = chain(env.chainId, 'First', env.rpcUrl);
  const second = chain(env.otherChainId, 'Second', env.otherRpcUrl);
  return wagmi.createConfig({
    chains: [first, second],
    transports: { [first.id]: wagmi.http(env.rpcUrl), [second.id]: wagmi.http(env.otherRpcUrl) },
    connectors: [wagmi.injected()],
    storage: wagmi.createStorage({ storage: localStorage }),
    pollingInterval: 50,
  });
}

/** A config connected by the discovered wallet's connector. */
async function joined(env: Env, pick: (connector: wagmi.Connector) => boolean = ({ id }) => id === 'io.metamask') {
  localStorage.clear();
  const config = settings(env);
  await pause(50);
  const connector = config.connectors.find(pick);
  if (connector === undefined) throw new Error('wagmi found no such connector');
  const connection = await wagmi.connect(config, { connector });
  return { config, connection, connector };
}

const same = (address: string | undefined, env: Env) => address?.toLowerCase() === env.user.toLowerCase();

/** @wagmi/core 3 with its injected connector: EIP-6963 and `window.ethereum`. */
export const WAGMI: readonly Check[] = [
  {
    title: 'wagmi: finds the wallet by EIP-6963 and connects',
    alone: { found: ['injected', 'io.metamask'], chainId: 31_337, status: 'connected' },
    run: async (env) => {
      const { config, connection, connector } = await joined(env);
      const { status, chainId } = wagmi.getConnection(config);
      return {
        found: config.connectors.map(({ id }) => id),
        name: connector.name,
        icon: connector.icon,
        type: connector.type,
        accounts: connection.accounts.map((address) => same(address, env)),
        chainId,
        status,
        provider: Object.is(await connector.getProvider(), window.ethereum),
      };
    },
  },
  {
    title: 'wagmi: connects by window.ethereum too',
    alone: { status: 'connected' },
    run: async (env) => {
      const { config } = await joined(env, ({ id }) => id === 'injected');
      const { status, chainId, address } = wagmi.getConnection(config);
      return { status, chainId, address: same(address, env) };
    },
  },
  {
    title: 'wagmi: signMessage and signTypedData',
    alone: { message: true, typed: true },
    run: async (env) => {
      const { config, connection } = await joined(env);
      const [address] = connection.accounts;
      const message = 'Hello from wagmi';
      const typed = {
        domain: { name: 'Conformance', chainId: env.chainId },
        types: { Note: [{ name: 'text', type: 'string' }] },
        primaryType: 'Note',
        message: { text: 'kept' },
      } as const;
      const first = await wagmi.signMessage(config, { message });
      const second = await wagmi.signTypedData(config, typed);
      return {
        message: await verifyMessage({ address, message, signature: first }),
        typed: await verifyTypedData({ address, ...typed, signature: second }),
        signatures: [first, second],
      };
    },
  },
  {
    title: 'wagmi: sendTransaction and its receipt',
    alone: { status: 'success' },
    run: async (env) => {
      const { config } = await joined(env);
      const hash = await wagmi.sendTransaction(config, { to: env.friend as `0x${string}`, value: 7n });
      const { status, to } = await wagmi.waitForTransactionReceipt(config, { hash });
      return { hash: hash.length, status, to };
    },
  },
  {
    title: 'wagmi: switchChain, told once',
    alone: { switched: 31_338, seen: [31_338], now: 31_338 },
    run: async (env) => {
      const { config } = await joined(env);
      const seen: unknown[] = [];
      const stop = wagmi.watchChainId(config, { onChange: (id) => seen.push(id) });
      const switched = await wagmi.switchChain(config, { chainId: env.otherChainId });
      await pause(200);
      stop();
      return { switched: switched.id, seen, now: wagmi.getConnection(config).chainId };
    },
  },
  {
    title: 'wagmi: disconnects, and reconnects by what it stored',
    alone: { disconnected: 'disconnected', reconnected: 1, status: 'connected', forgotten: 0 },
    run: async (env) => {
      const { config } = await joined(env);
      const again = settings(env);
      await pause(50);
      const reconnected = (await wagmi.reconnect(again)).length;
      const { status } = wagmi.getConnection(again);
      await wagmi.disconnect(config);
      const disconnected = wagmi.getConnection(config).status;
      const third = settings(env);
      await pause(50);
      return { disconnected, reconnected, status, forgotten: (await wagmi.reconnect(third)).length };
    },
  },
  {
    title: 'wagmi: a refusal is a UserRejectedRequestError',
    decision: 'reject',
    run: async (env) => {
      const { config } = await joined(env);
      const why = (error: unknown) => {
        const { name, cause } = error as { name: string; cause?: { name?: string; code?: number } };
        return [name, cause?.name ?? null, cause?.code ?? null];
      };
      const calls = [
        () => wagmi.signMessage(config, { message: 'Hello' }),
        () => wagmi.switchChain(config, { chainId: env.otherChainId }),
      ];
      const rejected: unknown[] = [];
      for (const call of calls) rejected.push(await call().then(() => 'answered', why));
      return { rejected };
    },
    differs: {
      why: 'The wallet alone signs everything; here a person said Reject.',
      through: {
        rejected: [
          ['UserRejectedRequestError', 'Error', 4001],
          ['UserRejectedRequestError', 'Error', 4001],
        ],
      },
    },
  },
];
