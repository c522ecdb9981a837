import type { Check } from '../Check.ts';
import { called, connected, errorSeen, outcome, textHex } from '../observe.ts';

const reasons = (calls: readonly (() => unknown)[]) => Promise.all(calls.map(outcome));

/** Errors keep code, message and data. */
export const ERRORS: readonly Check[] = [
  {
    title: 'requests that are malformed',
    alone: [{ error: { code: -32600, isError: true } }],
    run: async () => {
      const { ethereum } = window;
      return reasons([
        () => ethereum.request(),
        () => ethereum.request(null),
        () => ethereum.request('eth_chainId'),
        () => ethereum.request([{ method: 'eth_chainId' }]),
        () => ethereum.request({}),
        () => ethereum.request({ method: '' }),
        () => ethereum.request({ method: 5, params: [1] }),
        () => ethereum.request({ method: null, params: [] }),
        () => ethereum.request({ method: 'eth_chainId', params: 'text' }),
        () => ethereum.request({ method: 'eth_chainId', params: null }),
      ]);
    },
  },
  {
    title: "the node's and the wallet's own refusals",
    alone: [{ error: { code: 3 } }, { error: { code: -32602 } }, { error: { code: -32601 } }],
    run: async (env) => {
      const { request } = window.ethereum;
      return reasons([
        () => request({ method: 'eth_call', params: [{ to: env.token, data: '0xa9059cbb' }, 'latest'] }),
        () => request({ method: 'eth_getBalance', params: ['0x12'] }),
        () => request({ method: 'wallet_getSnaps' }),
        () => request({ method: 'eth_getTransactionByHash', params: ['nothing'] }),
      ]);
    },
  },
  {
    title: 'an unknown method is the wallet’s to refuse, after a decision',
    alone: [{ error: { code: -32601 } }],
    run: async () => reasons([() => window.ethereum.request({ method: 'wallet_conformanceUnknown', params: [] })]),
  },
  {
    title: 'a chain the wallet does not know: 4902',
    alone: [{ error: { code: 4902 } }],
    run: async () =>
      reasons([
        () => window.ethereum.request({ method: 'wallet_switchEthereumChain', params: [{ chainId: '0xabcde' }] }),
      ]),
  },
  {
    title: 'a refused signature: 4001, in every form of call',
    decision: 'reject',
    run: async (env) => {
      const provider = await connected();
      const call = { method: 'personal_sign', params: [textHex('Hello'), env.user] };
      const thrown: unknown[] = [];
      for (const ask of [() => provider.request(call), () => provider.send('personal_sign', call.params)]) {
        const error: unknown = await Promise.resolve(ask()).catch((reason: unknown) => reason);
        const fields = error instanceof Error ? Object.keys(error) : null;
        thrown.push([errorSeen(error), fields, error instanceof Error && typeof error.stack === 'string']);
      }
      const payload = { jsonrpc: '2.0', id: 8, ...call };
      return {
        thrown,
        single: await called((callback) => provider.sendAsync(payload, callback)),
        batch: await called((callback) => provider.sendAsync([payload, { ...payload, id: 9 }], callback)),
      };
    },
    differs: {
      why: 'The wallet alone signs everything; here a person said Reject.',
      through: {
        thrown: [
          [{ isError: true, code: 4001, message: 'User rejected the request.', data: null }, ['code'], true],
          [{ isError: true, code: 4001, message: 'User rejected the request.', data: null }, ['code'], true],
        ],
        single: {
          times: 1,
          returned: 'undefined',
          error: { isError: true, code: 4001, message: 'User rejected the request.', data: null },
          response: { id: 8, jsonrpc: '2.0', error: { code: 4001, message: 'User rejected the request.' } },
        },
        batch: {
          times: 1,
          returned: 'undefined',
          error: null,
          response: [
            { id: 8, jsonrpc: '2.0', error: { code: 4001, message: 'User rejected the request.' } },
            { id: 9, jsonrpc: '2.0', error: { code: 4001, message: 'User rejected the request.' } },
          ],
        },
      },
    },
  },
];
