/**
 * Words that stand beside a known name in the host names of traps, and words that stand there honestly. Written by hand,
 * 2026-11; measured on real hosts in `rates.test.ts`. Lower-case ASCII.
 */

/** What a trap promises: honest sites hardly ever put these beside another's name. Longer forms first. */
const BAITS: readonly string[] = [
  ...['airdrops', 'airdrop', 'rewards', 'reward', 'claims', 'claim', 'giveaway', 'bonus', 'eligibility', 'eligible'],
  ...['allocation', 'presale', 'whitelist', 'migration', 'migrate', 'recovery', 'redeem', 'refund'],
];

/** What a trap asks for; honest sites say some of it too. */
const WEAK_LURES: readonly string[] = [
  ...['connect', 'restore', 'validate', 'verify', 'support', 'login', 'wallet', 'unlock', 'drop', 'mint', 'event'],
  'season',
];

export const LURES: readonly string[] = [...BAITS, ...WEAK_LURES];
export const BAIT_WORDS: ReadonlySet<string> = new Set(BAITS);
export const LURE_WORDS: ReadonlySet<string> = new Set(LURES);

/** What a trap adds to look official. Beside a name that is also an ordinary word they say nothing. */
export const TAG_WORDS: ReadonlySet<string> = new Set([
  ...['app', 'apps', 'dapp', 'dapps', 'web', 'site', 'hub', 'portal', 'official', 'foundation', 'network', 'net', 'io'],
  ...['org', 'com', 'fi', 'events', 'register', 'registration', 'signup', 'join', 'invite', 'enter', 'start', 'access'],
  ...['quest', 'vote', 'poll', 'stake', 'staking', 'earn', 'gift', 'gifts', 'drops', 'air', 'allocate', 'allocations'],
  ...[
    'distribution',
    'approve',
    'refunds',
    'alpha',
    'launch',
    'points',
    'checker',
    'check',
    'secure',
    'auth',
    'signin',
  ],
  ...['crypto', 'defi', 'token', 'tokens', 'nft', 'nfts', 'delegate', 'proposal', 'snapshot', 'swap', 'exchange'],
  ...['trade', 'home', 'community', 'data', 'finance', 'benefit', 'sync', 'cash', 'free', 'online', 'live'],
]);

/** Names of servers, not of sites for people: `zetachain-evm.example.org`. */
export const SERVER_WORDS: ReadonlySet<string> = new Set([
  ...[
    'rpc',
    'evm',
    'node',
    'nodes',
    'api',
    'mainnet',
    'testnet',
    'sepolia',
    'archive',
    'ws',
    'wss',
    'graph',
    'explorer',
  ],
]);

/** Labels of known sites that honest names join to a lure word: `verifytoken.net`. */
export const PLAIN_WORDS: ReadonlySet<string> = new Set([
  ...['token', 'crypto', 'gains', 'request', 'frame', 'circle', 'pump', 'guild', 'relay', 'chain', 'world', 'gate'],
]);

/** Labels of known sites that are words of the language, or parts of many honest names. */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set([
  ...['safe', 'rainbow', 'phantom', 'ledger', 'argent', 'backpack', 'exodus', 'gemini', 'blockchain', 'curve'],
  ...['balancer', 'matcha', 'camelot', 'maverick', 'jupiter', 'orca', 'lighter', 'aster', 'compound', 'spark', 'fluid'],
  ...['euler', 'summer', 'venus', 'radiant', 'beefy', 'foundation', 'sandbox', 'immutable', 'across', 'jumper'],
  ...['orbiter', 'synapse', 'socket', 'ethereum', 'base', 'polygon', 'scroll', 'blast', 'mantle', 'solana', 'bitcoin'],
  ...['gnosis', 'cosmos', 'injective', 'polkadot', 'cardano', 'ripple', 'tron', 'dune', 'mirror', 'lens', 'tally'],
  ...['tether', 'ramp', 'alchemy', 'virtuals', 'mode', 'omni', 'fuel', 'plume', 'kiln', 'near', 'celo', 'oasis'],
  ...['theta', 'astar', 'sushi', 'bancor', 'osmosis', 'cronos', 'fantom', 'zora', 'manifold'],
]);

/** Networks and protocols that others build on and name their pages after. */
export const INTEGRATED: ReadonlySet<string> = new Set([
  ...['monad', 'arbitrum', 'optimism', 'zksync', 'starknet', 'berachain', 'unichain', 'taiko', 'celestia', 'zircuit'],
  ...['eigenlayer', 'pendle', 'aave', 'ethena', 'chainlink', 'hyperliquid', 'dymension', 'zetachain', 'illuvium'],
]);

/** Endings that are no word of the language: nobody writes `opensea-io` by chance, but `radiant-capital` is a firm. */
export const WRITTEN_ENDINGS: ReadonlySet<string> = new Set(['com', 'org', 'io', 'xyz', 'net', 'fi', 'gg']);

/** What a project itself names its second domain after: `uniswapfoundation.org`. */
export const OWN_WORDS: ReadonlySet<string> = new Set([
  ...['foundation', 'community', 'events', 'event', 'network', 'hub', 'data', 'home', 'season', 'support'],
]);

/** Services that show another site under a name of their own: gateways to IPFS and ENS, and translators. */
export const MIRRORS = /\.ip[fn]s\.|\.eth\.(?:limo|link)$|\.translate\.goog$/u;
