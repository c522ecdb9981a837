import type { RegistryContract, RegistryDapp } from './Registry.ts';

/** What a site is for. `unknown` where nothing tells: then nothing is unusual for it. */
export const DAPP_KINDS = [
  ...['exchange', 'lending', 'nft-market', 'bridge', 'staking', 'mint-or-claim', 'login-only', 'wallet-tool'],
  'unknown',
] as const satisfies readonly string[];
export type DappKind = (typeof DAPP_KINDS)[number];

/**
 * How the kind is known. `registry`: a table says what this site is. `contracts`: it uses a known contract of that
 * kind. `name`: the site calls itself so. `asks`: this very request looks so. The last two anybody can choose.
 */
export type KindBasis = 'registry' | 'contracts' | 'name' | 'asks' | 'none';

export interface KindOfDapp {
  readonly kind: DappKind;
  readonly basis: KindBasis;
}

/** What one may know of a site when one of its requests comes. */
export interface KindFacts {
  /** Host of the page, lower case; `null` when it has none. */
  readonly host: string | null;
  readonly dapp: RegistryDapp | null;
  /** Known contracts that the request deals with. */
  readonly contracts: readonly RegistryContract[];
  /** Kinds of action in the request (`swap`, `login`, ...), and the function names it calls where they are known. */
  readonly asks: readonly string[];
}

/** The strongest ground there is: the registry, then the contracts, then the site's own name, then the request. */
export function kindOfDapp({ host, dapp, contracts, asks }: KindFacts): KindOfDapp {
  if (dapp?.kind !== undefined && dapp.kind !== 'unknown') return { kind: dapp.kind, basis: 'registry' };
  // A known site of several uses is not to be narrowed down by one request.
  if (dapp !== null) return UNKNOWN;
  const [used] = contracts.flatMap(({ role }) => KIND_OF_ROLE[role] ?? []);
  if (used !== undefined) return { kind: used, basis: 'contracts' };
  const own = host === null ? null : kindInName(host);
  if (own !== null) return { kind: own, basis: 'name' };
  const [asked] = asks.flatMap((ask) => kindOfAsk(ask) ?? []);
  return asked === undefined ? UNKNOWN : { kind: asked, basis: 'asks' };
}

const UNKNOWN: KindOfDapp = { kind: 'unknown', basis: 'none' };

/** Permit2, wrapped coins and account code serve every kind. */
const KIND_OF_ROLE: Readonly<Partial<Record<RegistryContract['role'], DappKind>>> = {
  router: 'exchange',
  marketplace: 'nft-market',
  conduit: 'nft-market',
  safe: 'wallet-tool',
};

/** Whole words between dots, hyphens and digits: `claim.example.org`, `airdrop-foo.xyz`, not `reclaim.com`. */
function kindInName(host: string): DappKind | null {
  const words = host.split(/[^a-z]+/u);
  return NAMED.find(([, names]) => words.some((word) => names.has(word)))?.[0] ?? null;
}

const NAMED: readonly (readonly [DappKind, ReadonlySet<string>])[] = [
  ['mint-or-claim', new Set(['claim', 'claims', 'claiming', 'airdrop', 'airdrops', 'mint', 'minting', 'freemint'])],
  ['bridge', new Set(['bridge'])],
  ['staking', new Set(['stake', 'staking'])],
  ['exchange', new Set(['swap', 'dex'])],
];

function kindOfAsk(ask: string): DappKind | null {
  if (ask === 'swap') return 'exchange';
  if (ask === 'order') return 'nft-market';
  if (ask === 'login' || ask === 'connect') return 'login-only';
  if (/^(?:claim|mint|airdrop|redeem)/iu.test(ask)) return 'mint-or-claim';
  if (/^(?:stake|deposit32|unstake)/iu.test(ask)) return 'staking';
  if (/^(?:borrow|supply|repay|withdrawcollateral)/iu.test(ask)) return 'lending';
  return /^(?:bridge|depositv3|sendtol2|depositfor(?:burn)?$)/iu.test(ask) ? 'bridge' : null;
}
