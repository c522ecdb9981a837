import fc from 'fast-check';
import { KNOWN_CALLS } from '../../src/decode/gist.ts';
import { KNOWN_SIGNATURES } from '../../src/decode/signatures.ts';
import { METHODS } from '../../src/request/methods.ts';
import { READ_SELECTORS } from './selectors.ts';

/** What pages might send: mostly shapes that are nearly right, for those are the ones that get past the first check. */

const digits = '0123456789abcdef';
const hexDigits = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...digits), minLength, maxLength });

export const address = fc.oneof(
  hexDigits(40, 40).map((text) => `0x${text}`),
  fc.constantFrom(
    '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266',
    '0x0000000000000000000000000000000000000000',
    '0x0000000000000000000000000000000000000001',
    '0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee',
    '0x000000000022d473030f116ddee9f6b43ac78ba3',
    '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48',
  ),
);

/** A word of calldata: a small number or a pointer, an address, a maximum, a signed limit, or anything. */
const word = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 40 }).map((n) => (n * 32).toString(16).padStart(64, '0')) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 4 }).map((n) => n.toString(16).padStart(64, '0')) },
  { weight: 3, arbitrary: address.map((text) => text.slice(2).padStart(64, '0')) },
  { weight: 1, arbitrary: fc.constantFrom('f'.repeat(64), `8${'0'.repeat(63)}`, `${'0'.repeat(56)}ffffffff`) },
  { weight: 1, arbitrary: hexDigits(64, 64) },
);

export const selector = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...READ_SELECTORS) },
  { weight: 2, arbitrary: fc.constantFrom(...KNOWN_CALLS.keys(), ...KNOWN_SIGNATURES.keys()) },
  { weight: 1, arbitrary: hexDigits(8, 8).map((text) => `0x${text}`) },
);

/** Calldata of a known function whose arguments are words in no order, now and then cut in the middle of one. */
export const calldata = fc
  .tuple(selector, fc.array(word, { maxLength: 48 }), fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.nat(63)))
  .map(([head, words, cut]): `0x${string}` => {
    const text = head.slice(2) + words.join('');
    const kept = text.slice(0, text.length - cut);
    return `0x${kept.length % 2 === 0 ? kept : kept.slice(1)}`;
  });

export const quantity = fc.oneof(
  { weight: 40, arbitrary: fc.bigInt({ min: 0n, max: (1n << 256n) - 1n }).map((n) => `0x${n.toString(16)}`) },
  { weight: 10, arbitrary: fc.constant(undefined) },
  fc.constantFrom('0x', '', '0', '0x0', 'ff', '-1', '0x00ff', '1e3', 5, -5, 1.5, null, true, {}, []),
);

export const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string(),
  fc.string({ unit: 'binary' }),
  address,
  calldata,
  quantity,
);

/** The given members, all right; now and then one of them is something else, or missing. */
export function members(shape: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Record<string, unknown>> {
  const names = Object.keys(shape);
  const change =
    names.length === 0
      ? fc.constant(null)
      : fc.oneof(
          { weight: 12, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...names), anything) },
        );
  return fc
    .tuple(fc.record(shape), change)
    .map(([record, changed]) => (changed === null ? { ...record } : { ...record, [changed[0]]: changed[1] }));
}

const chainId = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 100_000 }).map((n) => `0x${n.toString(16)}`) },
  { weight: 1, arbitrary: quantity },
);

const call = members({ to: address, value: quantity, data: calldata });

const transaction = members({
  from: address,
  to: address,
  value: quantity,
  data: calldata,
  input: calldata,
  gas: quantity,
  gasPrice: quantity,
  maxFeePerGas: quantity,
  nonce: quantity,
  chainId,
  authorizationList: fc.array(members({ address, chainId, nonce: quantity }), { maxLength: 3 }),
});

const login = fc
  .tuple(fc.domain(), address, fc.webUrl(), fc.string())
  .map(
    ([domain, account, uri, statement]) =>
      `${domain} wants you to sign in with your Ethereum account:\n${account}\n\n${statement}\n\nURI: ${uri}\nVersion: 1\nChain ID: 1\nNonce: 12345678\nIssued At: 2025-01-01T00:00:00Z`,
  );

const byMethod: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  eth_sendTransaction: fc.tuple(transaction),
  eth_signTransaction: fc.tuple(transaction),
  eth_sendRawTransaction: fc.tuple(calldata),
  wallet_sendCalls: fc.tuple(members({ from: address, chainId, calls: fc.array(call, { maxLength: 6 }) })),
  eth_sendUserOperation: fc.tuple(members({ sender: address, callData: calldata }), address),
  personal_sign: fc.oneof(fc.tuple(fc.oneof(login, calldata, fc.string()), address), fc.tuple(address, login)),
  eth_sign: fc.tuple(address, hexDigits(64, 64)),
  eth_signAuthorization: fc.tuple(members({ contractAddress: address, chainId, nonce: quantity })),
  wallet_addEthereumChain: fc.tuple(
    members({
      chainId,
      chainName: fc.string(),
      rpcUrls: fc.array(fc.oneof(fc.webUrl(), fc.string()), { maxLength: 3 }),
      nativeCurrency: members({ name: fc.string(), symbol: fc.string(), decimals: fc.nat() }),
    }),
  ),
  wallet_switchEthereumChain: fc.tuple(members({ chainId })),
  wallet_watchAsset: members({
    type: fc.constantFrom('ERC20', 'ERC721'),
    options: members({ address, symbol: fc.string(), decimals: fc.nat() }),
  }),
  wallet_requestPermissions: fc.tuple(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 }))),
  wallet_grantPermissions: fc.array(members({ permissions: fc.array(members({ type: fc.string() })) })),
  wallet_invokeMethod: fc.tuple(
    members({
      scope: fc.constantFrom('eip155:1', 'eip155:0x1', 'solana:1', 'eip155:'),
      request: members({ method: fc.constantFrom(...Object.keys(METHODS)), params: fc.tuple(transaction) }),
    }),
  ),
  jsonrpc_batch: fc.array(
    members({ method: fc.constantFrom(...Object.keys(METHODS)), params: fc.oneof(fc.tuple(transaction), anything) }),
    { maxLength: 4 },
  ),
};

/** A method, in any casing, with parameters that nearly fit it. */
export const request: fc.Arbitrary<{ readonly method: string; readonly paramsText: string }> = fc
  .oneof(
    ...Object.entries(byMethod).map(([method, params]) => fc.tuple(fc.constant(method), params)),
    fc.tuple(fc.constantFrom(...Object.keys(METHODS)), anything),
  )
  .chain(([method, params]) =>
    fc.tuple(
      fc.oneof({ weight: 6, arbitrary: fc.constant(method) }, fc.mixedCase(fc.constant(method))),
      fc.constant(params),
    ),
  )
  .map(([method, params]) => ({ method, paramsText: JSON.stringify(params) ?? '[]' }));
