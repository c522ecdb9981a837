import type { Check } from '../Check.ts';
import { called, connected, outcome, outcomeNow, textHex } from '../observe.ts';

const read = (id: number) => ({ jsonrpc: '2.0', id, method: 'eth_chainId' });

/** What MetaMask kept from before EIP-1193: `send`, `sendAsync`, `enable`, arrays. */
export const LEGACY: readonly Check[] = [
  {
    title: 'sendAsync: one call, an error, a payload with more members',
    alone: [{ times: 1, returned: 'undefined', error: null, response: { id: 1, jsonrpc: '2.0', result: '0x7a69' } }],
    run: async () => {
      const { sendAsync } = window.ethereum;
      return [
        await called((callback) => sendAsync(read(1), callback)),
        await called((callback) => sendAsync({ id: 2, method: 'eth_getBalance', params: ['0x12'] }, callback)),
        await called((callback) => sendAsync({ ...read(3), id: 'text', note: 'x' }, callback)),
        await called((callback) => sendAsync({ id: 4, jsonrpc: '2.0' }, callback)),
        outcomeNow(() => sendAsync(undefined, () => undefined)),
      ];
    },
  },
  {
    title: 'sendAsync: arrays, answered in order, an error in its place',
    run: async () => {
      const { sendAsync } = window.ethereum;
      const bad = { jsonrpc: '2.0', id: 6, method: 'eth_getBalance', params: ['0x12'] };
      return [
        await called((callback) => sendAsync([read(5), bad, { ...read(7), method: 'net_version' }], callback)),
        await called((callback) => sendAsync([read(8)], callback)),
        await called((callback) => sendAsync([], callback)),
        await called((callback) => sendAsync([read(9), null], callback)),
      ];
    },
  },
  {
    title: 'sendAsync: arrays that ask for signatures',
    run: async (env) => {
      const { sendAsync } = await connected();
      const sign = (id: number, text: string) => ({
        jsonrpc: '2.0',
        id,
        method: 'personal_sign',
        params: [textHex(text), env.user],
      });
      return called((callback) => sendAsync([sign(1, 'one'), read(2), sign(3, 'two')], callback));
    },
  },
  {
    title: 'send: (method), (method, params), (payload, callback), (array, callback)',
    alone: [{ value: { result: '0x7a69' } }, { value: { result: '31337' } }],
    run: async () => {
      const { send } = window.ethereum;
      return [
        await outcome(() => send('eth_chainId')),
        await outcome(() => send('net_version', [])),
        await outcome(() => send('eth_getBalance', ['0x12'])),
        await called((callback) => send(read(1), callback)),
        await called((callback) => send([read(2), read(3)], callback)),
      ];
    },
  },
  {
    title: 'send: the synchronous forms answer at once',
    alone: [{ value: { id: 1 } }, {}, {}, { error: { isError: true } }],
    run: async () => {
      const { send } = await connected();
      return [
        outcomeNow(() => send({ jsonrpc: '2.0', id: 1, method: 'eth_accounts' })),
        outcomeNow(() => send({ jsonrpc: '2.0', id: 2, method: 'eth_coinbase' })),
        outcomeNow(() => send({ id: 3, method: 'net_version' })),
        outcomeNow(() => send({ id: 4, method: 'eth_blockNumber' })),
        outcomeNow(() => send()),
        outcomeNow(() => send({})),
      ];
    },
  },
  {
    title: 'send: signing',
    run: async (env) => {
      const { send } = await connected();
      const params = [textHex('Hello'), env.user];
      return [
        await outcome(() => send('personal_sign', params)),
        await called((callback) => {
          send({ jsonrpc: '2.0', id: 1, method: 'personal_sign', params }, callback);
        }),
      ];
    },
  },
  {
    title: 'send: a signature has no synchronous form',
    run: async (env) => {
      const { send } = await connected();
      const payload = { jsonrpc: '2.0', id: 1, method: 'personal_sign', params: [textHex('Hello'), env.user] };
      return outcome(() => send(payload));
    },
  },
  {
    title: 'enable and _metamask.requestBatch',
    run: async (env) => {
      const { ethereum } = window;
      const sign = { method: 'personal_sign', params: [textHex('Hello'), env.user] };
      const batch = (requests: unknown) => outcome(() => ethereum._metamask.requestBatch(requests));
      return {
        enabled: await outcome(() => ethereum.enable()),
        reads: await batch([
          { id: 1, jsonrpc: '2.0', method: 'eth_chainId' },
          { id: 2, jsonrpc: '2.0', method: 'net_version' },
        ]),
        signs: await batch([
          { id: 1, jsonrpc: '2.0', ...sign },
          { id: 2, jsonrpc: '2.0', method: 'eth_chainId' },
        ]),
        none: await batch('text'),
      };
    },
  },
];
