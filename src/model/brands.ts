/**
 * Names that phishers of wallets borrow: wallets, exchanges, protocols, chains, bridges, markets, tools. Written by
 * hand from general knowledge (2026-11); it is a feature of the host model, not a list that judges anything.
 * Lower case, letters and digits only. A name shorter than four characters would be found by accident and is left out.
 */
export const BRAND_TOKENS: readonly string[] = [
  ...['metamask', 'trustwallet', 'phantom', 'coinbase', 'ledger', 'trezor', 'rabby', 'keplr', 'exodus', 'safepal'],
  ...['walletconnect', 'rainbow', 'argent', 'electrum', 'atomicwallet', 'myetherwallet', 'imtoken', 'tokenpocket'],
  ...['solflare', 'backpack', 'zerion', 'zapper', 'debank', 'blockchain', 'bitpay', 'onekey', 'bitbox', 'tangem'],
  ...['binance', 'kraken', 'kucoin', 'huobi', 'bybit', 'bitget', 'gemini', 'crypto', 'gate', 'bitfinex', 'upbit'],
  ...['uniswap', 'sushiswap', 'sushi', 'pancakeswap', 'pancake', '1inch', 'curve', 'balancer', 'aave', 'compound'],
  ...['maker', 'makerdao', 'lido', 'rocketpool', 'eigenlayer', 'eigen', 'etherfi', 'renzo', 'puffer', 'kelp', 'swell'],
  ...['pendle', 'ethena', 'morpho', 'gmx', 'dydx', 'hyperliquid', 'jupiter', 'raydium', 'orca', 'jito', 'marinade'],
  ...['kamino', 'traderjoe', 'camelot', 'velodrome', 'aerodrome', 'convex', 'yearn', 'frax', 'synthetix', 'stargate'],
  ...['layerzero', 'wormhole', 'across', 'hopprotocol', 'multichain', 'synapse', 'orbiter', 'celer', 'debridge'],
  ...['opensea', 'blur', 'magiceden', 'rarible', 'looksrare', 'foundation', 'superrare', 'azuki', 'pudgypenguins'],
  ...['pudgy', 'boredape', 'bayc', 'mayc', 'apecoin', 'otherside', 'cryptopunks', 'moonbirds', 'doodles', 'milady'],
  ...['ethereum', 'bitcoin', 'solana', 'polygon', 'matic', 'arbitrum', 'optimism', 'avalanche', 'starknet', 'zksync'],
  ...['linea', 'scroll', 'base', 'blast', 'manta', 'mantle', 'celestia', 'cosmos', 'osmosis', 'injective', 'aptos'],
  ...['fantom', 'cronos', 'cardano', 'ripple', 'tron', 'toncoin', 'polkadot', 'near', 'berachain', 'monad', 'taiko'],
  ...['worldcoin', 'chainlink', 'pepe', 'shiba', 'dogecoin', 'floki', 'bonk', 'memecoin', 'notcoin', 'hamster'],
  ...['etherscan', 'bscscan', 'polygonscan', 'coingecko', 'coinmarketcap', 'dextools', 'dexscreener', 'defillama'],
  ...['revoke', 'galxe', 'zealy', 'snapshot', 'chainlist', 'pinksale', 'pumpfun', 'friendtech', 'gitcoin', 'gnosis'],
  ...['tether', 'usdt', 'usdc', 'wbtc', 'steth', 'axie', 'ronin', 'decentraland', 'sandbox', 'immutable', 'gala'],
  ...['elonmusk', 'tesla', 'spacex', 'trump', 'vitalik', 'microstrategy', 'discord', 'telegram', 'steam', 'nitro'],
];

/** What a lure promises or asks, in the words found in host names. */
export const LURE_TOKENS: readonly string[] = [
  ...['claim', 'airdrop', 'reward', 'bonus', 'gift', 'giveaway', 'free', 'mint', 'presale', 'sale', 'drop', 'event'],
  ...['connect', 'wallet', 'restore', 'recover', 'validate', 'verify', 'sync', 'unlock', 'secure', 'support', 'help'],
  ...['login', 'signin', 'auth', 'account', 'update', 'upgrade', 'migrat', 'redeem', 'stake', 'staking', 'swap'],
  ...['bridge', 'eligib', 'allocation', 'distribution', 'season', 'checker', 'portal', 'register', 'whitelist', 'node'],
  ...['rectif', 'resolve', 'dapp', 'defi', 'token', 'launch', 'foundation', 'official', 'refund', 'compensat', 'vote'],
];
