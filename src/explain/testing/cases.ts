import type { Address } from 'viem';
import type { Action, TypedDomain } from '../../decode/Action.ts';
import type { Scene } from '../../detectors/Detector.ts';
import {
  account,
  arrives,
  CONTRACT,
  call,
  erc20,
  grant,
  leaves,
  listMatch,
  makeChain,
  makeLists,
  makeRegistry,
  makeRequest,
  makeRun,
  makeScene,
  messageAsk,
  NATIVE,
  NFT,
  NOW_SECONDS,
  nft,
  PERMIT2,
  STRANGER,
  transactionAsk,
  typedDataAsk,
  UNLISTED_TOKEN,
  USDC,
  USER,
  WETH,
} from '../../detectors/testing/scene.ts';
import type { Resale } from '../../simulate/Simulator.ts';

const DOMAIN: TypedDomain = { name: null, version: null, chainId: 1n, verifyingContract: USDC, missing: false };

/** Typical requests, from the ordinary to the worst, whose words are read aloud in `golden.txt`. */
export const CASES: readonly (readonly [name: string, scene: Scene])[] = [
  ['ordinary payment', makeScene({ consequences: [leaves()], history: friends(STRANGER) })],
  [
    'payment without an RPC',
    makeScene({ consequences: [leaves({ basis: 'stated', share: null }), gap()], chain: null }),
  ],
  ['swap on a known router', swap()],
  ['unlimited approval to a stranger', approval({})],
  ['unlimited approval to a known contract', approval({ to: PERMIT2 })],
  ['unlimited approval to an unlisted contract', approval({ to: CONTRACT })],
  ['limited approval to a known contract', approval({ to: PERMIT2, limit: 100_000_000n })],
  ['revoke', approval({ revokes: true, limit: 0n })],
  [
    'all items to a stranger',
    approval({ over: { type: 'collection', address: NFT }, power: 'operate', holding: null }),
  ],
  ['permit to a stranger', permit()],
  ['Permit2 batch to a stranger', permit2Batch()],
  ['power for a public call forwarder', approval({ to: forwarder() })],
  ['credit delegation to a stranger', credit()],
  ['fake claim with value', fakeClaim()],
  ['login', login('app.example.org')],
  ['login for another site', login('opensea.io')],
  ['text message', message('Welcome to Example.\n\nI agree to the terms.')],
  ['blind hash as a message', message(`0x${'ab'.repeat(32)}`)],
  ['eth_sign', ethSign()],
  ['order for nothing', order(0n)],
  ['honest listing', order(10n ** 19n)],
  ['connect', connect('https://app.example.org')],
  ['connect on a listed site', connect('https://evil.example')],
  ['payment on a listed site', { ...makeScene({ consequences: [leaves()] }), ...onListedSite() }],
  ['token that wears a listed name', fakeToken()],
  ['hand over the account', delegation()],
  ['hand over a contract', handover()],
  ['Safe runs foreign code', safeDelegatecall()],
  ['Safe changes its threshold', safeThreshold()],
  ['signature for another network', otherNetwork()],
  ['page that contradicts the wallet', contradicted()],
  ['several requests at once', several()],
  ['unreadable', unreadable()],
  ['call that would fail', wouldFail()],
  ['call that moves nothing', makeScene({ action: call(), request: makeRequest() })],
  ['show a listed token', watched(USDC)],
  ['show a token no list knows', watched(UNLISTED_TOKEN)],
  ['a token that cannot be sold again', trap({ outcome: 'cannot-sell', returned: null, variant: null })],
  ['a token that keeps its price', trap({ outcome: 'sells-at-loss', returned: 0.0129, variant: null })],
  ['payment to a sanctioned address', sanctioned()],
  ['a known site, a contract that is not its own', hijacked()],
  ['a claim page asks for a permission', onClaimPage()],
];

function gap() {
  return { kind: 'unknown', why: 'not-simulated' } as const;
}

function friends(...counterparties: string[]) {
  return { counterparties, ownAccounts: [] };
}

function forwarder(): Address {
  return '0x5ba1e12693dc8f9c48aad8770482f4739beed696';
}

function approval(parts: Parameters<typeof grant>[0]): Scene {
  const given = grant(parts);
  const action: Action = {
    kind: 'allowance',
    asset: erc20(USDC),
    spender: given.to,
    amount: given.limit,
    change: 'set',
    revokes: given.revokes,
  };
  const chain = makeChain();
  const accounts = new Map([...chain.accounts, [forwarder(), account('contract')] as const]);
  return makeScene({ action, consequences: [given], chain: { ...chain, accounts } });
}

function credit(): Scene {
  const asset = erc20(UNLISTED_TOKEN);
  const action: Action = {
    kind: 'allowance',
    asset,
    spender: STRANGER,
    amount: 'unlimited',
    change: 'set',
    power: 'borrow',
    revokes: false,
  };
  return makeScene({
    action,
    request: makeRequest({ ask: typedDataAsk({ name: 'Debt', chainId: 1 }), method: 'eth_signTypedData_v4' }),
    consequences: [grant({ power: 'borrow', over: asset, holding: null, basis: 'stated' })],
    chain: makeChain({ run: null }),
  });
}

function permit(): Scene {
  const action: Action = {
    kind: 'permit',
    standard: 'erc2612',
    asset: erc20(USDC),
    owner: USER,
    spender: STRANGER,
    amount: 'unlimited',
    until: 'revoked',
    deadlineSeconds: NOW_SECONDS + 3600n * 24n * 400n,
    nonce: 0n,
    domain: DOMAIN,
  };
  return makeScene({
    action,
    request: makeRequest({ ask: typedDataAsk({ name: 'USD Coin', chainId: 1 }), method: 'eth_signTypedData_v4' }),
    consequences: [grant({ basis: 'stated', revocable: 'nonce' })],
    chain: makeChain({ run: null }),
  });
}

function permit2Batch(): Scene {
  const until = NOW_SECONDS + 2_592_000n;
  const action: Action = {
    kind: 'permit2',
    form: 'allowance-batch',
    owner: USER,
    spender: STRANGER,
    items: [USDC, WETH, UNLISTED_TOKEN].map((token) => ({ token, amount: 'unlimited', until })),
    deadlineSeconds: NOW_SECONDS + 1800n,
    witnessType: null,
    domain: DOMAIN,
  };
  return makeScene({
    action,
    request: makeRequest({ ask: typedDataAsk({ name: 'Permit2', chainId: 1 }), method: 'eth_signTypedData_v4' }),
    consequences: [USDC, WETH, UNLISTED_TOKEN].map((address) =>
      grant({ over: { type: 'erc20', address }, until, revocable: 'permit2', basis: 'stated', holding: null }),
    ),
    chain: makeChain({ run: null }),
  });
}

function swap(): Scene {
  const action: Action = {
    kind: 'swap',
    router: CONTRACT,
    sell: { asset: NATIVE, amount: 10n ** 18n },
    buy: { asset: erc20(USDC), minimum: 2_480_000_000n },
    recipient: USER,
    deadlineSeconds: null,
    valueWei: 10n ** 18n,
  };
  return makeScene({
    action,
    registry: makeRegistry({ contracts: [{}] }),
    consequences: [leaves({ to: CONTRACT }), arrives({ asset: erc20(USDC), amount: 2_500_123_456n })],
  });
}

function fakeClaim(): Scene {
  const valueWei = 95n * 10n ** 17n;
  return makeScene({
    action: call({ signature: 'claim()', selector: '0x4e71d92d', data: '0x4e71d92d', valueWei }),
    consequences: [leaves({ amount: valueWei, to: CONTRACT, share: 0.95 })],
  });
}

function login(domain: string): Scene {
  const action: Action = {
    kind: 'login',
    scheme: null,
    domain,
    address: USER,
    statement: 'I accept the Terms of Service',
    uri: `https://${domain}/login`,
    chainId: 1,
    nonce: '32891756',
    issuedAt: '2025-09-30T16:25:24Z',
    expirationTime: null,
    resources: [],
    faults: [],
  };
  return makeScene({
    action,
    request: makeRequest({ ask: messageAsk('...'), method: 'personal_sign' }),
    consequences: [{ kind: 'identity', to: domain, scope: 'login' }],
    chain: makeChain({ run: null }),
  });
}

function message(text: string): Scene {
  const looksLikeHash = /^0x[0-9a-f]{64}$/u.test(text);
  return makeScene({
    action: { kind: 'message', text, bytes: '0x', looksLikeHash },
    request: makeRequest({ ask: messageAsk(text), method: 'personal_sign' }),
    consequences: looksLikeHash
      ? [{ kind: 'unknown', why: 'blind-hash' }]
      : [{ kind: 'identity', to: 'app.example.org', scope: 'message' }],
    chain: makeChain({ run: null }),
  });
}

function ethSign(): Scene {
  return makeScene({
    action: { kind: 'hash', hash: '0x00' },
    request: makeRequest({ ask: { kind: 'hash', account: USER, hash: '0x00' }, method: 'eth_sign' }),
    consequences: [{ kind: 'unknown', why: 'blind-hash' }],
    chain: makeChain({ run: null }),
  });
}

function order(price: bigint): Scene {
  const receives = price === 0n ? [] : [{ asset: NATIVE, amount: price, recipient: USER }];
  const action: Action = {
    kind: 'order',
    protocol: 'Seaport',
    offerer: USER,
    offers: [{ asset: nft(42n), amount: 1n }],
    receives,
    until: NOW_SECONDS + 86_400n,
    domain: DOMAIN,
  };
  return makeScene({
    action,
    request: makeRequest({ ask: typedDataAsk({ name: 'Seaport', chainId: 1 }), method: 'eth_signTypedData_v4' }),
    consequences: [
      leaves({ asset: nft(42n), amount: 1n, to: null, share: null, basis: 'stated' }),
      ...receives.map(({ amount }) => arrives({ asset: NATIVE, amount, basis: 'stated' })),
    ],
    chain: makeChain({ run: null }),
  });
}

function connect(origin: string): Scene {
  return {
    ...makeScene({
      action: { kind: 'connect', permissions: ['eth_accounts'], accountsOnly: true },
      consequences: [{ kind: 'identity', to: new URL(origin).host, scope: 'accounts' }],
      chain: null,
      lists: onListedSite().lists,
    }),
    request: makeRequest({
      origin,
      topOrigin: origin,
      method: 'eth_requestAccounts',
      ask: { kind: 'permission', connect: true, names: ['eth_accounts'], detailText: '' },
    }),
  };
}

function onListedSite() {
  return {
    request: makeRequest({ origin: 'https://evil.example', topOrigin: 'https://evil.example' }),
    lists: makeLists({ 'evil.example': [listMatch()] }),
  };
}

function fakeToken(): Scene {
  const chain = makeChain();
  const facts = { symbol: 'USDC', name: 'USD Coin', decimals: 6, holding: 0n };
  return makeScene({
    action: call({ valueWei: 10n ** 16n, data: '0x1234' }),
    consequences: [
      leaves({ amount: 10n ** 16n, to: CONTRACT, share: 0.001 }),
      arrives({ asset: erc20(UNLISTED_TOKEN), amount: 5_000_000_000n }),
    ],
    chain: { ...chain, tokens: new Map([...chain.tokens, [UNLISTED_TOKEN, facts]]) },
    registry: makeRegistry({ impersonates: { kind: 'token', symbol: 'USDC', name: 'USD Coin', address: USDC } }),
  });
}

function delegation(): Scene {
  return makeScene({
    action: { kind: 'delegation', account: USER, delegate: CONTRACT, everyChain: false },
    consequences: [{ kind: 'control', of: USER, to: CONTRACT, what: 'account-code', basis: 'stated' }],
  });
}

function handover(): Scene {
  return makeScene({
    action: { kind: 'ownership', of: CONTRACT, to: STRANGER, functionName: 'transferOwnership' },
    consequences: [{ kind: 'control', of: CONTRACT, to: STRANGER, what: 'ownership', basis: 'stated' }],
  });
}

function safeDelegatecall(): Scene {
  const inner: Action = { kind: 'delegatecall', of: CONTRACT, to: STRANGER, functionName: 'delegatecall' };
  return safeTx(inner, { kind: 'control', of: CONTRACT, to: STRANGER, what: 'delegatecall', basis: 'stated' });
}

function safeThreshold(): Scene {
  const inner: Action = { kind: 'ownership', of: CONTRACT, to: CONTRACT, functionName: 'changeThreshold' };
  return safeTx(inner, { kind: 'control', of: CONTRACT, to: CONTRACT, what: 'rules', basis: 'stated' });
}

function safeTx(inner: Action, consequence: Scene['consequences'][number]): Scene {
  return makeScene({
    action: { kind: 'batch', wrapper: 'SafeTx', to: CONTRACT, valueWei: 0n, actions: [inner] },
    request: makeRequest({ ask: typedDataAsk({ chainId: 1 }), method: 'eth_signTypedData_v4' }),
    consequences: [consequence],
    chain: makeChain({ run: null }),
  });
}

function otherNetwork(): Scene {
  return makeScene({
    action: { kind: 'opaque', what: 'typed-data', label: 'Mail', domain: null },
    request: makeRequest({ ask: typedDataAsk({ name: 'Mail', chainId: 137 }), method: 'eth_signTypedData_v4' }),
    consequences: [{ kind: 'unknown', why: 'opaque' }],
    chain: makeChain({ run: null }),
  });
}

function watched(address: Address): Scene {
  const action = { kind: 'asset', standard: 'ERC20', address, symbol: 'USDX' } as const;
  const ask = { kind: 'asset', standard: 'ERC20', address, symbol: 'USDX', decimals: 6 } as const;
  return makeScene({ action, request: makeRequest({ method: 'wallet_watchAsset', ask }), chain: null });
}

function trap(resale: Resale): Scene {
  const chain = makeChain({ resale: new Map([[UNLISTED_TOKEN, resale]]) });
  const facts = { symbol: 'KITTEN', name: 'Kitten', decimals: 18, holding: 0n };
  return makeScene({
    action: call({ valueWei: 10n ** 18n, data: '0x1234' }),
    consequences: [
      leaves({ to: CONTRACT }),
      arrives({ asset: erc20(UNLISTED_TOKEN), amount: 5_000n * 10n ** 18n, basis: 'simulated' }),
    ],
    chain: { ...chain, tokens: new Map([...chain.tokens, [UNLISTED_TOKEN, facts]]) },
    history: friends(CONTRACT),
  });
}

function sanctioned(): Scene {
  return makeScene({
    consequences: [leaves()],
    history: friends(STRANGER),
    lists: makeLists({}, { [STRANGER]: [listMatch({ kind: 'sanctioned', added: '2024-09-27' })] }),
  });
}

function hijacked(): Scene {
  const host = 'app.example.org';
  const own = makeRegistry().contract(1, PERMIT2);
  return {
    ...approval({ to: CONTRACT }),
    registry: { ...makeRegistry({ dapps: [host] }), contractsOf: () => (own === null ? [] : [own]) },
  };
}

function onClaimPage(): Scene {
  const origin = 'https://claim-rewards.example';
  return {
    ...approval({ to: CONTRACT }),
    request: makeRequest({ origin, topOrigin: origin }),
    registry: { ...makeRegistry(), kindOf: () => ({ kind: 'mint-or-claim', basis: 'name' }) },
  };
}

function contradicted(): Scene {
  return makeScene({
    consequences: [leaves({ basis: 'stated', share: null }), gap()],
    request: makeRequest({ chainId: null, contradicted: ['chain'] }),
    chain: null,
  });
}

function several(): Scene {
  const requests = ['I agree.', 'And again.'].map((text) => makeRequest({ ask: messageAsk(text) }));
  const actions = ['I agree.', 'And again.'].map((text) => message(text).action);
  return makeScene({
    action: { kind: 'batch', wrapper: 'jsonrpc_batch', to: null, valueWei: 0n, actions },
    request: makeRequest({ ask: { kind: 'batch', requests }, method: 'jsonrpc_batch' }),
    consequences: [{ kind: 'identity', to: 'app.example.org', scope: 'message' }],
    chain: makeChain({ run: null }),
  });
}

function unreadable(): Scene {
  return makeScene({
    action: { kind: 'unreadable', why: 'bad-params', detail: 'params is no list' },
    request: makeRequest({ ask: { kind: 'unreadable', why: 'bad-params', detail: '' } }),
    consequences: [{ kind: 'unknown', why: 'unreadable' }],
    chain: makeChain({ run: null }),
  });
}

function wouldFail(): Scene {
  return makeScene({
    action: call({ data: '0x1234' }),
    request: makeRequest({ ask: transactionAsk({ data: '0x1234' }) }),
    consequences: [{ kind: 'unknown', why: 'would-fail' }],
    chain: makeChain({ run: makeRun({ status: 'reverted', revertReason: 'Too early' }) }),
  });
}
