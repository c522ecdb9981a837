import { isLoopbackHost, splitHost } from '../../text/domains.ts';

/**
 * Who answers for networks, by registrable domain: operators that many wallets and sites use, relays that keep a
 * transaction out of the public queue, and networks' own. An operator that runs networks its customers design, or copies
 * of known ones, is not among them. From their public documentation, 2026-11.
 */
const OPERATORS: ReadonlySet<string> = new Set([
  ...['infura.io', 'alchemy.com', 'alchemyapi.io', 'quiknode.pro', 'ankr.com', 'publicnode.com', 'drpc.org', '1rpc.io'],
  ...['llamarpc.com', 'cloudflare-eth.com', 'blastapi.io', 'blockpi.network', 'chainstack.com', 'chainstacklabs.com'],
  ...['getblock.io', 'nodereal.io', 'onfinality.io', 'pokt.network', 'grove.city', 'omniatech.io', 'nodies.app'],
  ...['allthatnode.com', 'chainnodes.org', 'rivet.cloud', 'zan.top', 'tatum.io', 'moralis-nodes.com', 'lavanet.xyz'],
  ...[
    'thirdweb.com',
    'linkpool.io',
    'gashawk.io',
    'dark.florist',
    'mytokenpocket.vip',
    'mycryptoapi.com',
    'mewapi.io',
    'sentio.xyz',
  ],
  // Relays
  ...['flashbots.net', 'mevblocker.io', 'blxrbdn.com', 'merkle.io', 'securerpc.com', 'blinklabs.xyz', 'kolibr.io'],
  // Networks' own
  ...['polygon-rpc.com', 'matic.network', 'maticvigil.com', 'binance.org', 'bnbchain.org', 'defibit.io', 'ninicoin.io'],
  ...[
    'arbitrum.io',
    'optimism.io',
    'base.org',
    'avax.network',
    'gnosischain.com',
    'linea.build',
    'zksync.io',
    'celo.org',
  ],
  ...['scroll.io', 'blast.io', 'mantle.xyz', 'cronos.org', 'soniclabs.com', 'ftm.tools', 'fantom.network', 'reth.rs'],
]);

/** What coins were called before; sites written then still say so. */
const FORMER_SYMBOLS: ReadonlyMap<number, readonly string[]> = new Map([
  [137, ['matic']],
  [5000, ['bit']],
  [8217, ['klay']],
]);

/**
 * Servers of copies: whoever makes one writes its balances, and it answers under the real network's number. Used to show
 * people money they do not have (SlowMist, April 2024).
 */
export function servesCopies(host: string): boolean {
  return /(?:^|\.)rpc\.tenderly\.co$|(?:^|\.)buildbear\.io$/u.test(host);
}

/** A server that lists, documentation or the person's own machine vouch for. */
export function isKnownServer(host: string): boolean {
  const { registrable } = splitHost(host);
  if (isLoopbackHost(host) || /\.gateway\.tenderly\.co$/u.test(host)) return true;
  return registrable !== null && OPERATORS.has(registrable);
}

/** Whether the network's coin goes by this symbol, or did. */
export function isCoinOf(chainId: number, symbol: string, written: string): boolean {
  const lower = written.toLowerCase();
  return lower === symbol.toLowerCase() || FORMER_SYMBOLS.get(chainId)?.includes(lower) === true;
}
