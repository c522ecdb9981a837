import type { DappKind } from '../kind.ts';

/**
 * What known sites are for, by their names in `tables/dapps.ts`. Only sites that do one thing: a wallet's portfolio page
 * that also swaps and bridges has no kind, and nothing is unusual for it. Written by hand from general knowledge, 2026-11.
 */
export const KINDS: Readonly<Record<Exclude<DappKind, 'unknown'>, readonly string[]>> = {
  exchange: [
    ...['Uniswap', 'SushiSwap', 'PancakeSwap', '1inch', 'Curve', 'Balancer', 'CoW Swap', 'Matcha', '0x', 'Velora'],
    ...[
      'KyberSwap',
      'dYdX',
      'GMX',
      'Hyperliquid',
      'Aerodrome',
      'Velodrome',
      'Camelot',
      'LFJ',
      'QuickSwap',
      'OpenOcean',
    ],
    ...['Bancor', 'Maverick', 'Odos', 'Synthetix', 'Gains Network', 'Lighter', 'Aster'],
  ],
  lending: [
    ...['Aave', 'Compound', 'Maker', 'Sky', 'Spark', 'Morpho', 'Euler', 'Fluid', 'Yearn', 'Convex', 'Pendle', 'Ethena'],
    ...['Frax', 'Liquity', 'Summer.fi', 'DeFi Saver', 'Beefy', 'Venus', 'Radiant', 'Gearbox'],
  ],
  'nft-market': ['OpenSea', 'Blur', 'Magic Eden', 'Rarible', 'LooksRare', 'X2Y2', 'Foundation', 'SuperRare'],
  bridge: [
    ...['Across', 'Hop', 'Stargate', 'LayerZero', 'Wormhole', 'Jumper', 'Orbiter', 'deBridge', 'Relay', 'Synapse'],
    ...['Celer', 'Socket', 'Connext', 'Axelar', 'Rhino.fi', 'Owlto'],
  ],
  staking: [
    ...['Lido', 'Rocket Pool', 'EigenLayer', 'ether.fi', 'Renzo', 'Kelp', 'Puffer', 'Swell', 'StakeWise', 'Symbiotic'],
    'Stader',
  ],
  'mint-or-claim': ['Art Blocks', 'POAP', 'Galxe'],
  'login-only': ['Snapshot', 'Zealy', 'CoinGecko', 'CoinMarketCap', 'Dune'],
  'wallet-tool': ['Revoke.cash', 'Chainlist', 'Rotki'],
};
