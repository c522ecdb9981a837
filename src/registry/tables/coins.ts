/** A coin, token or brand whose name other tokens borrow. */
export interface CoinFact {
  /**
   * `native`: money of its own chain, no ERC-20 of that name is it. `brand`: a name with no token at all, or none on
   * these chains. `money`: a listed token used as money, whose bare symbol already misleads. `token`: a listed token
   * known everywhere, where symbol and name together mislead on any chain.
   */
  readonly kind: 'native' | 'brand' | 'money' | 'token';
  readonly symbol: string;
  readonly name: string;
  /** Other ways the genuine one writes itself. */
  readonly alsoCalled: readonly string[];
}

function coins(kind: CoinFact['kind'], rows: readonly string[]): CoinFact[] {
  return rows.map((row) => {
    const [symbol = '', name = '', ...alsoCalled] = row.split('|');
    return { kind, symbol, name, alsoCalled };
  });
}

/** Written by hand from general knowledge, 2026-11: what a person who reads the symbol would take it for. */
export const COINS: readonly CoinFact[] = [
  ...coins('native', [
    ...['BTC|Bitcoin', 'ETH|Ether|Ethereum', 'SOL|Solana', 'XRP|XRP|Ripple', 'BNB|BNB|Binance Coin', 'DOGE|Dogecoin'],
    ...['ADA|Cardano', 'TRX|TRON', 'TON|Toncoin', 'AVAX|Avalanche', 'DOT|Polkadot', 'LTC|Litecoin', 'BCH|Bitcoin Cash'],
    ...[
      'XMR|Monero',
      'SUI|Sui',
      'APT|Aptos',
      'NEAR|NEAR Protocol',
      'ATOM|Cosmos Hub|Cosmos',
      'KAS|Kaspa',
      'HBAR|Hedera',
    ],
    ...['XLM|Stellar|Stellar Lumens', 'ICP|Internet Computer', 'FIL|Filecoin', 'ETC|Ethereum Classic', 'XTZ|Tezos'],
    ...['ALGO|Algorand', 'ZEC|Zcash', 'DASH|Dash', 'HYPE|Hyperliquid', 'TAO|Bittensor', 'BSV|Bitcoin SV', 'SEI|Sei'],
    ...['TIA|Celestia', 'INJ|Injective', 'STX|Stacks', 'MON|Monad', 'BERA|Berachain', 'XDC|XDC Network', 'VET|VeChain'],
  ]),
  ...coins('money', [
    ...[
      'USDC|USD Coin|USDC',
      'USDT|Tether USD|Tether|USD₮',
      'DAI|Dai Stablecoin|Dai',
      'WETH|Wrapped Ether|Wrapped ETH',
    ],
    ...['WBTC|Wrapped BTC|Wrapped Bitcoin', 'stETH|Lido Staked Ether|Liquid staked Ether 2.0|Staked Ether'],
    ...['wstETH|Wrapped liquid staked Ether 2.0|Wrapped stETH', 'USDS|USDS Stablecoin|USDS', 'USDe|USDe|Ethena USDe'],
    ...['PYUSD|PayPal USD', 'FDUSD|First Digital USD', 'cbBTC|Coinbase Wrapped BTC', 'rETH|Rocket Pool ETH'],
    ...[
      'cbETH|Coinbase Wrapped Staked ETH',
      'FRAX|Frax',
      'LUSD|LUSD Stablecoin',
      'GHO|Gho Token|GHO',
      'EURC|Euro Coin|EURC',
    ],
  ]),
  ...coins('token', [
    ...[
      'UNI|Uniswap',
      'LINK|ChainLink Token|Chainlink',
      'AAVE|Aave Token|Aave',
      'MKR|Maker',
      'LDO|Lido DAO Token|Lido DAO',
    ],
    ...['SHIB|SHIBA INU|Shiba Inu', 'PEPE|Pepe', 'APE|ApeCoin', 'ARB|Arbitrum', 'OP|Optimism', 'CRV|Curve DAO Token'],
    ...[
      'COMP|Compound',
      'ENS|Ethereum Name Service',
      'BLUR|Blur',
      'ENA|Ethena|ENA',
      'EIGEN|Eigen|EigenLayer',
      'ZRO|LayerZero',
    ],
    ...[
      'GRT|Graph Token|The Graph',
      'SNX|Synthetix Network Token|Synthetix',
      'SUSHI|SushiToken|SushiSwap',
      '1INCH|1INCH Token|1inch',
    ],
    ...['MATIC|Matic Token|Polygon', 'POL|Polygon Ecosystem Token', 'SAND|SAND|The Sandbox', 'MANA|Decentraland MANA'],
    ...[
      'AXS|Axie Infinity Shard|Axie Infinity',
      'GALA|Gala',
      'ZK|ZKsync',
      'STRK|StarkNet Token|Starknet',
      'W|Wormhole Token',
    ],
    ...[
      'PENDLE|Pendle',
      'ETHFI|ether.fi governance token|ether.fi',
      'WLD|Worldcoin',
      'BONE|BONE SHIBASWAP',
      'FLOKI|FLOKI',
    ],
  ]),
  ...coins('brand', [
    ...['MASK|MetaMask', 'OPENSEA|OpenSea', 'PHANTOM|Phantom', 'COINBASE|Coinbase', 'BINANCE|Binance', 'KRAKEN|Kraken'],
    ...[
      'LEDGER|Ledger',
      'TREZOR|Trezor',
      'RABBY|Rabby',
      'BASE|Base',
      'LINEA|Linea',
      'POLYMARKET|Polymarket',
      'ZAPPER|Zapper',
    ],
    ...[
      'DEBANK|DeBank',
      'ETHERSCAN|Etherscan',
      'OPENAI|OpenAI',
      'CHATGPT|ChatGPT',
      'SPACEX|SpaceX',
      'TESLA|Tesla',
      'STARLINK|Starlink',
    ],
    ...['ROBINHOOD|Robinhood', 'BLACKROCK|BlackRock', 'GOOGLE|Google', 'APPLE|Apple', 'AMAZON|Amazon', 'NVIDIA|Nvidia'],
    ...[
      'PAYPAL|PayPal',
      'VISA|Visa',
      'MASTERCARD|Mastercard',
      'TELEGRAM|Telegram',
      'DISCORD|Discord',
      'TWITTER|Twitter',
    ],
  ]),
];
