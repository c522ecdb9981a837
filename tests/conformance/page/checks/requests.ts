import type { Check } from '../Check.ts';
import { connected, hex, outcome, pause, textHex } from '../observe.ts';

/** EIP-1193 `request`, with the wallet answering. */
export const REQUESTS: readonly Check[] = [
  {
    title: 'reads',
    alone: [{ value: '0x7a69' }, { value: '31337' }],
    run: async (env) => {
      const { request } = window.ethereum;
      return Promise.all(
        [
          { method: 'eth_chainId' },
          { method: 'net_version', params: [] },
          { method: 'eth_getBalance', params: [env.friend, 'latest'] },
          { method: 'eth_getCode', params: [env.token, 'latest'] },
          { method: 'eth_getBlockByNumber', params: ['0x1', false] },
          { method: 'wallet_getCapabilities', params: [env.user] },
        ].map((args) => outcome(() => request(args))),
      );
    },
  },
  {
    title: 'accounts before and after connecting, and after the page is disconnected',
    run: async (env) => {
      const { ethereum } = window;
      const accounts = () => ethereum.request({ method: 'eth_accounts' });
      await ethereum.request({ method: 'wallet_revokePermissions', params: [{ eth_accounts: {} }] });
      const before = await accounts();
      const asked = await ethereum.request({ method: 'eth_requestAccounts' });
      const permissions = await ethereum.request({ method: 'wallet_getPermissions' });
      const after = await accounts();
      const again = await ethereum.request({ method: 'wallet_requestPermissions', params: [{ eth_accounts: {} }] });
      await ethereum.request({ method: 'wallet_revokePermissions', params: [{ eth_accounts: {} }] });
      return { before, asked, after, end: await accounts(), permissions, again, user: env.user };
    },
  },
  {
    title: 'a promise of this realm, settled after the code that asked',
    alone: { promise: true, order: ['code', 'microtask', 'answer'] },
    run: async () => {
      const order: string[] = [];
      const promise = window.ethereum.request({ method: 'eth_chainId' });
      const answered = promise.then(() => order.push('answer'));
      void Promise.resolve().then(() => order.push('microtask'));
      order.push('code');
      await answered;
      return { promise: promise instanceof Promise && promise.constructor === Promise, order };
    },
  },
  {
    title: 'a read passes while a signature waits',
    alone: { read: '0x7a69', signature: 132 },
    run: async (env) => {
      const provider = await connected();
      const signing = provider.request({ method: 'personal_sign', params: [textHex('Hello'), env.user] });
      const read = await provider.request({ method: 'eth_chainId' });
      return { read, signature: String(await signing).length };
    },
  },
  {
    title: 'signing methods, one after the other',
    run: async (env) => {
      const provider = await connected();
      const typed = {
        domain: { name: 'Conformance', chainId: env.chainId },
        types: {
          EIP712Domain: [
            { name: 'name', type: 'string' },
            { name: 'chainId', type: 'uint256' },
          ],
          Note: [{ name: 'text', type: 'string' }],
        },
        primaryType: 'Note',
        message: { text: 'Grüße, 世界 👋' },
      };
      const requests = [
        { method: 'personal_sign', params: [textHex('Grüße, 世界 👋'), env.user] },
        { method: 'personal_sign', params: [textHex('with a third parameter'), env.user, ''] },
        { method: 'eth_signTypedData_v4', params: [env.user, JSON.stringify(typed)] },
        { method: 'eth_signTypedData_v4', params: [env.user, typed] },
        { method: 'eth_signTypedData', params: [[{ type: 'string', name: 'Note', value: 'first version' }], env.user] },
        {
          method: 'eth_sendTransaction',
          params: [{ from: env.user, to: env.friend, value: '0x1', gas: '0x5208', gasPrice: '0x77359400' }],
        },
      ];
      const answers: unknown[] = [];
      for (const args of requests) answers.push(await outcome(() => provider.request(args)));
      return answers;
    },
  },
  {
    title: 'several requests at once are all answered, each with its own answer',
    run: async (env) => {
      const provider = await connected();
      const signed = (text: string) => provider.request({ method: 'personal_sign', params: [textHex(text), env.user] });
      return Promise.all([signed('one'), provider.request({ method: 'eth_chainId' }), signed('two'), signed('one')]);
    },
  },
  {
    title: 'switching chains: null, then the new chain',
    alone: { answer: null, chainId: '0x7a6a' },
    run: async (env) => {
      const provider = await connected();
      const answer = await provider.request({
        method: 'wallet_switchEthereumChain',
        params: [{ chainId: hex(env.otherChainId) }],
      });
      return { answer, chainId: await provider.request({ method: 'eth_chainId' }), said: provider.chainId };
    },
  },
  {
    title: 'adding a chain and watching an asset',
    run: async (env) => {
      const provider = await connected();
      const chain = {
        chainId: hex(env.otherChainId),
        chainName: 'Other',
        rpcUrls: [env.otherRpcUrl],
        nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
      };
      const asset = { type: 'ERC20', options: { address: env.token, symbol: 'DUSD', decimals: 6 } };
      return [
        await outcome(() => provider.request({ method: 'wallet_watchAsset', params: asset })),
        await outcome(() => provider.request({ method: 'wallet_addEthereumChain', params: [chain] })),
      ];
    },
  },
  {
    title: 'EIP-5792 calls and their status',
    run: async (env) => {
      const provider = await connected();
      const calls = [{ to: env.friend, value: '0x1' }];
      const asked = {
        version: '2.0.0',
        id: 'conformance-1',
        from: env.user,
        chainId: hex(env.chainId),
        atomicRequired: false,
        calls,
      };
      const sent = (await provider.request({ method: 'wallet_sendCalls', params: [asked] })) as { id: string };
      const look = async () =>
        (await provider.request({ method: 'wallet_getCallsStatus', params: [sent.id] })) as {
          readonly status: number;
          readonly receipts: readonly unknown[];
        };
      let status = await look();
      while (status.status === 100) {
        await pause(20);
        status = await look();
      }
      return { sent, status: status.status, receipts: status.receipts.length };
    },
  },
];
