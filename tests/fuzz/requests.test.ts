import fc from 'fast-check';
import { describe } from 'vitest';
import { decodeCall } from '../../src/decode/call.ts';
import { decodeMessage } from '../../src/decode/message.ts';
import { paramsTextOf } from '../../src/request/readRequest.ts';
import { addressOf, utf8ToHex } from '../../src/text/hex.ts';
import { calldata, request } from './arbitraries.ts';
import { declaredOnly, holds } from './fuzz.ts';
import { judged, read, walk } from './judge.ts';
import { brokenTypedData, typedData } from './typedDataShapes.ts';

const ACCOUNT = '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266';
const ROUTER = '0x68b3465833fb72a70ecdf485e0e4c7bd8665fc45';

describe('what a page sends (B1)', () => {
  holds(
    'parameters of every method are read, decoded and shown to every detector',
    request,
    ({ method, paramsText }) => {
      walk(read(method, paramsText));
    },
  );

  holds(
    'and the whole check writes its verdict',
    request,
    ({ method, paramsText }) => judged(read(method, paramsText)),
    4,
  );

  holds('text that is nearly JSON', fc.tuple(request, fc.nat(), fc.string()), ([{ method, paramsText }, at, bit]) => {
    const cut = at % (paramsText.length + 1);
    walk(read(method, paramsText.slice(0, cut) + bit + paramsText.slice(cut + bit.length)));
  });

  holds('calldata, from the user to a contract and to the account itself', calldata, (data) => {
    decodeCall({ to: ROUTER, valueWei: 1n, data, sender: ACCOUNT });
    decodeCall({ to: ACCOUNT, valueWei: 0n, data, sender: ACCOUNT });
    decodeCall({ to: ROUTER, valueWei: 0n, data, sender: null });
  });

  holds('calldata inside calls that carry calls', fc.tuple(calldata, fc.nat(3)), ([data, times]) => {
    let inner = data;
    for (let at = 0; at < times; at += 1) inner = wrapped(inner);
    walk(read('eth_sendTransaction', [{ from: ACCOUNT, to: ROUTER, data: inner }]));
  });

  holds('typed data that mostly fits its types', typedData, (typed) => {
    walk(read('eth_signTypedData_v4', [ACCOUNT, JSON.stringify(typed)]));
  });

  holds(
    'and its verdict',
    typedData,
    (typed) => judged(read('eth_signTypedData_v4', [ACCOUNT, JSON.stringify(typed)])),
    4,
  );

  holds('typed data that fits nothing', brokenTypedData, (typed) => {
    for (const method of ['eth_signTypedData', 'eth_signTypedData_v3', 'eth_signTypedData_v4']) {
      walk(read(method, [ACCOUNT, typed]));
      walk(read(method, [typed, ACCOUNT]));
    }
  });

  holds('messages', fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
    decodeMessage(utf8ToHex(text), text, addressOf(1n));
    walk(read('personal_sign', [text, ACCOUNT]));
  });

  holds('parameters that have no JSON form', fc.anything({ withBigInt: true, withSparseArray: true }), (params) =>
    declaredOnly(() => read('eth_sendTransaction', paramsTextOf(params))),
  );
});

/** As one item of `multicall(bytes[])`. */
function wrapped(data: `0x${string}`): `0x${string}` {
  const word = (n: number) => n.toString(16).padStart(64, '0');
  const digits = data.slice(2);
  const padded = digits.padEnd(Math.ceil(digits.length / 64) * 64, '0');
  return `0xac9650d8${word(32)}${word(1)}${word(32)}${word(digits.length / 2)}${padded}`;
}
