import type { Address, Hex } from 'viem';
import type { Action, Asset } from '../../decode/Action.ts';
import type { ListMatch, Lists } from '../../lists/Lists.ts';
import type { HostLookalike, Lookalike, Registry, RegistryContract, RegistryToken } from '../../registry/Registry.ts';
import type { Ask, SigningRequest, TransactionAsk } from '../../request/SigningRequest.ts';
import type { Arrives, Grants, Leaves } from '../../simulate/Consequence.ts';
import type { AccountFacts, ChainView, Run, TokenFacts } from '../../simulate/Simulator.ts';
import type { Detector, Scene } from '../Detector.ts';

/** Builders for detector tests: an honest, fully checked scene of which each test changes what it is about. */
export const USER: Address = '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266';
export const OTHER_OWN: Address = '0x15d34aaf54267db7d7c367839aaf71a00a2c6a65';
export const STRANGER: Address = '0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc';
export const CONTRACT: Address = '0xe7f1725e7734ce288f8367e1bb143e90bb3f0512';
export const USDC: Address = '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48';
export const WETH: Address = '0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2';
export const NFT: Address = '0xbc4ca0eda7647a8ab7c2061c2e118a18a936f13d';
export const PERMIT2: Address = '0x000000000022d473030f116ddee9f6b43ac78ba3';
export const UNLISTED_TOKEN: Address = '0x9fe46736679d2d9a65f0992f2272de9f3c7fa6e0';

export const NOW_SECONDS = 1_760_000_000n;
export const NATIVE: Asset = { type: 'native' };
export const erc20 = (address: Address): Asset => ({ type: 'erc20', address });
export const nft = (id: bigint): Asset => ({ type: 'erc721', address: NFT, id });

/** What a detector answered, short: `quiet` (does not apply), `clear`, `inconclusive`, or `fired: danger` and the like. */
export function answer(detector: Detector, scene: Scene): string {
  if (!detector.applies(scene)) return 'quiet';
  const evidence = detector.detect(scene);
  return evidence.outcome === 'fired' ? `fired: ${evidence.severity}` : evidence.outcome;
}

export function makeScene(parts: Partial<Scene> = {}): Scene {
  const action = parts.action ?? transfer();
  return {
    request: makeRequest(),
    actions: action.kind === 'batch' ? action.actions : [action],
    consequences: [],
    chain: makeChain(),
    lists: makeLists(),
    registry: makeRegistry(),
    hostScore: null,
    history: { counterparties: [], ownAccounts: [OTHER_OWN] },
    nowSeconds: NOW_SECONDS,
    ...parts,
    action,
  };
}

export function makeRequest(parts: Partial<SigningRequest> = {}): SigningRequest {
  return {
    id: '0123456789abcdef0123456789abcdef',
    origin: 'https://app.example.org',
    topOrigin: 'https://app.example.org',
    documentId: null,
    frame: 'top',
    wallet: null,
    chainId: 1,
    account: USER,
    contradicted: [],
    method: 'eth_sendTransaction',
    paramsText: '[]',
    ask: transactionAsk(),
    ...parts,
  };
}

export function transactionAsk(parts: Partial<TransactionAsk> = {}): Ask {
  return {
    kind: 'transaction',
    send: true,
    transaction: {
      from: USER,
      to: CONTRACT,
      valueWei: 0n,
      data: '0x',
      gas: null,
      gasPriceWei: null,
      maxFeePerGasWei: null,
      maxPriorityFeePerGasWei: null,
      nonce: null,
      chainId: null,
      authorizations: [],
      oddities: [],
      otherData: null,
      ...parts,
    },
  };
}

export function messageAsk(text: string): Ask {
  return { kind: 'message', account: USER, bytes: '0x', text };
}

export function typedDataAsk(domain: Readonly<Record<string, unknown>>, members: readonly string[] = ['name']): Ask {
  return {
    kind: 'typedData',
    version: 'v4',
    account: USER,
    typed: {
      domain,
      types: { EIP712Domain: members.map((name) => ({ name, type: 'string' })), Mail: [] },
      primaryType: 'Mail',
      message: {},
    },
  };
}

export function transfer(parts: Partial<Extract<Action, { kind: 'transfer' }>> = {}): Action {
  return {
    kind: 'transfer',
    asset: NATIVE,
    from: USER,
    to: STRANGER,
    amount: 10n ** 18n,
    data: '0x',
    ...parts,
  };
}

export function call(parts: Partial<Extract<Action, { kind: 'call' }>> = {}): Action {
  return { kind: 'call', to: CONTRACT, selector: null, signature: null, valueWei: 0n, data: '0x', ...parts };
}

export function grant(parts: Partial<Grants> = {}): Grants {
  return {
    kind: 'grants',
    to: STRANGER,
    power: 'spend',
    over: { type: 'erc20', address: USDC },
    limit: 'unlimited',
    until: 'revoked',
    revocable: 'token',
    holding: 1_500_000_000n,
    revokes: false,
    basis: 'both',
    ...parts,
  };
}

export function leaves(parts: Partial<Leaves> = {}): Leaves {
  return { kind: 'leaves', asset: NATIVE, amount: 10n ** 18n, to: STRANGER, share: 0.1, basis: 'both', ...parts };
}

export function arrives(parts: Partial<Arrives> = {}): Arrives {
  return { kind: 'arrives', asset: { type: 'erc20', address: WETH }, amount: 10n ** 18n, basis: 'both', ...parts };
}

export function account(code: AccountFacts['code'], parts: Partial<AccountFacts> = {}): AccountFacts {
  const codeHash: Hex | null = code === 'none' ? null : '0x01';
  return { code, delegate: null, nonce: 1n, balanceWei: 1n, codeHash, ...parts };
}

export function makeRun(parts: Partial<Run> = {}): Run {
  return {
    status: 'success',
    revertReason: null,
    gasUsed: 21_000n,
    deltas: [],
    permissions: [],
    accountCode: null,
    ...parts,
  };
}

/** A remote chain on which the stranger has no code and the contract has. */
export function makeChain(parts: Partial<ChainView> = {}): ChainView {
  return {
    chainId: 1,
    blockNumber: 20_000_000n,
    blockTimeSeconds: NOW_SECONDS,
    run: makeRun(),
    runFailure: null,
    accounts: new Map([
      [STRANGER, account('none')],
      [CONTRACT, account('contract')],
      [PERMIT2, account('contract')],
    ]),
    tokens: new Map<Address, TokenFacts>([
      [USDC, { symbol: 'USDC', name: 'USD Coin', decimals: 6, holding: 1_500_000_000n }],
    ]),
    balanceWei: 10n * 10n ** 18n,
    local: false,
    engine: 'eth_simulateV1',
    notes: [],
    roundTrips: 1,
    ...parts,
  };
}

const source = {
  id: 'metamask',
  name: 'MetaMask',
  lineage: 'metamask',
  date: '2025-05-03',
  entries: 1000,
  url: null,
  appeal: null,
};

export function listMatch(parts: Partial<ListMatch> = {}): ListMatch {
  return { value: 'evil.example', kind: 'phishing', reason: null, source, added: '2025-05-01', ...parts };
}

export function makeLists(
  hosts: Readonly<Record<string, readonly ListMatch[]>> = {},
  addresses: Readonly<Record<string, readonly ListMatch[]>> = {},
): Lists {
  return {
    matchHost: (host) => hosts[host] ?? [],
    matchAddress: (_chainId, address) => addresses[address.toLowerCase()] ?? [],
    sources: [source],
  };
}

export interface KnownThings {
  readonly tokens?: readonly Pick<RegistryToken, 'address' | 'symbol'>[];
  readonly contracts?: readonly Partial<RegistryContract>[];
  readonly dapps?: readonly string[];
  readonly impersonates?: Lookalike | null;
  readonly lookalike?: HostLookalike | null;
}

/** Knows USDC, WETH, Bored Apes and Permit2 on chain 1, and what a test adds. */
export function makeRegistry(known: KnownThings = {}): Registry {
  const tokens: RegistryToken[] = [
    { address: USDC, symbol: 'USDC', decimals: 6, type: 'erc20' as const },
    { address: WETH, symbol: 'WETH', decimals: 18, type: 'erc20' as const },
    { address: NFT, symbol: 'BAYC', decimals: null, type: 'erc721' as const },
    ...(known.tokens ?? []).map((token) => ({ ...token, decimals: 18, type: 'erc20' as const })),
  ].map((token) => ({ ...token, chainId: 1, name: token.symbol, lists: ['metamask'] }));
  const contracts: RegistryContract[] = [
    { address: PERMIT2, name: 'Uniswap Permit2', role: 'permit2' as const, domains: ['uniswap.org'] },
    ...(known.contracts ?? []),
  ].map((contract) => ({
    chainId: 1,
    address: CONTRACT,
    name: 'Example Router',
    role: 'router',
    domains: [],
    source: 'the contract registry',
    ...contract,
  }));
  return {
    token: (chainId, address) => tokens.find((one) => chainId === 1 && one.address === address.toLowerCase()) ?? null,
    impersonates: () => known.impersonates ?? null,
    contract: (chainId, address) =>
      contracts.find((one) => chainId === 1 && one.address === address.toLowerCase()) ?? null,
    dapp: (host) =>
      known.dapps?.includes(host) === true ? { domain: host, name: host, source: 'the dapp registry' } : null,
    lookalike: () => known.lookalike ?? null,
    chain: (chainId) =>
      chainId === 1
        ? {
            chainId,
            name: 'Ethereum',
            nativeSymbol: 'ETH',
            nativeDecimals: 18,
            rpcHosts: ['eth.merkle.io'],
            explorer: null,
            testnet: false,
          }
        : null,
    sources: [],
  };
}
