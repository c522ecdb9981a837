/** A site that wallet users know, under each of its home domains. */
export interface DappFact {
  readonly name: string;
  readonly domains: readonly string[];
  /**
   * Words coined for this name that no honest stranger puts into a host by chance (`uniswap`, not `curve`): these are
   * looked for inside longer names and on hosting platforms. Lower case, letters and digits. Coins' names are not among
   * them: `bitcoinmagazine.com` is nobody's trap.
   */
  readonly coined: readonly string[];
}

function dapps(rows: readonly string[]): DappFact[] {
  return rows.map((row) => {
    const [name = '', domains = '', coined = ''] = row.split('|');
    return { name, domains: domains.split(' '), coined: coined === '' ? [] : coined.split(' ') };
  });
}

/** Written by hand from general knowledge, 2026-11. A missing dapp is unknown, never suspect. */
export const DAPPS: readonly DappFact[] = dapps([
  // Wallets
  ...[
    'MetaMask|metamask.io metamask.github.io|metamask',
    'Trust Wallet|trustwallet.com|trustwallet',
    'Phantom|phantom.com phantom.app|',
  ],
  ...[
    'Rabby|rabby.io|',
    'Rainbow|rainbow.me|',
    'Ledger|ledger.com|',
    'Trezor|trezor.io|trezor',
    'Safe|safe.global gnosis-safe.io|',
  ],
  ...[
    'WalletConnect|walletconnect.com walletconnect.org walletconnect.network reown.com|walletconnect',
    'MyEtherWallet|myetherwallet.com mewapi.io|myetherwallet',
  ],
  ...[
    'MyCrypto|mycrypto.com|',
    'Exodus|exodus.com|',
    'imToken|token.im|imtoken',
    'Keplr|keplr.app|',
    'SafePal|safepal.com safepal.io|safepal',
  ],
  ...[
    'Zerion|zerion.io|zerion',
    'Argent|argent.xyz|',
    'Ambire|ambire.com|',
    'OneKey|onekey.so|',
    'Frame|frame.sh|',
    'Backpack|backpack.app|',
  ],
  ...[
    'TokenPocket|tokenpocket.pro|tokenpocket',
    'Coinbase|coinbase.com|coinbase',
    'Atomic Wallet|atomicwallet.io|atomicwallet',
    'Electrum|electrum.org|',
  ],
  ...['Solflare|solflare.com|solflare', 'BitBox|bitbox.swiss|', 'Tangem|tangem.com|', 'Enkrypt|enkrypt.com|enkrypt'],
  // Exchanges with custody
  ...[
    'Binance|binance.com binance.org binance.us bnbchain.org|binance',
    'Kraken|kraken.com|kraken',
    'KuCoin|kucoin.com|kucoin',
    'Bybit|bybit.com|bybit',
  ],
  ...[
    'OKX|okx.com|',
    'Bitget|bitget.com|bitget',
    'Gemini|gemini.com|',
    'Crypto.com|crypto.com|',
    'Bitfinex|bitfinex.com|bitfinex',
  ],
  ...[
    'Gate|gate.io gate.com|',
    'HTX|htx.com huobi.com|',
    'MEXC|mexc.com|',
    'Upbit|upbit.com|',
    'Bitstamp|bitstamp.net|bitstamp',
    'Blockchain.com|blockchain.com|',
  ],
  // Exchanges on chain
  ...[
    'Uniswap|uniswap.org|uniswap',
    'SushiSwap|sushi.com|sushiswap',
    'PancakeSwap|pancakeswap.finance|pancakeswap',
    '1inch|1inch.io 1inch.com|1inch',
  ],
  ...[
    'Curve|curve.finance curve.fi|',
    'Balancer|balancer.fi|',
    'CoW Swap|cow.fi cowswap.exchange|cowswap',
    'Matcha|matcha.xyz|',
    '0x|0x.org 0xprotocol.org|',
  ],
  ...[
    'Velora|velora.xyz paraswap.io paraswap.xyz|paraswap',
    'KyberSwap|kyberswap.com kyber.network|kyberswap',
    'dYdX|dydx.exchange dydx.trade dydx.xyz|dydx',
  ],
  ...[
    'GMX|gmx.io|',
    'Hyperliquid|hyperliquid.xyz hyperfoundation.org|hyperliquid',
    'Aerodrome|aerodrome.finance aero.xyz|aerodrome',
    'Velodrome|velodrome.finance|velodrome',
  ],
  ...[
    'Camelot|camelot.exchange|',
    'LFJ|lfj.gg traderjoexyz.com|traderjoe',
    'QuickSwap|quickswap.exchange|quickswap',
    'OpenOcean|openocean.finance|openocean',
  ],
  ...[
    'Bancor|bancor.network|',
    'Maverick|mav.xyz|',
    'Raydium|raydium.io|raydium',
    'Jupiter|jup.ag|',
    'Orca|orca.so|',
    'Odos|odos.xyz|',
    'Synthetix|synthetix.io synthetix.com|synthetix',
  ],
  ...[
    'Polymarket|polymarket.com|polymarket',
    'Gains Network|gains.trade|',
    'Lighter|lighter.xyz|',
    'Aster|asterdex.com|',
    'Pump.fun|pump.fun|pumpfun',
  ],
  // Lending and yield
  ...[
    'Aave|aave.com|aave',
    'Compound|compound.finance|',
    'Maker|makerdao.com|makerdao',
    'Sky|sky.money|',
    'Spark|spark.fi|',
    'Morpho|morpho.org morpho.xyz|',
  ],
  ...[
    'Euler|euler.finance|',
    'Fluid|fluid.io instadapp.io|instadapp',
    'Yearn|yearn.fi yearn.finance|',
    'Convex|convexfinance.com|convexfinance',
    'Pendle|pendle.finance|pendle',
  ],
  ...[
    'Ethena|ethena.fi|ethena',
    'Frax|frax.com frax.finance|',
    'Liquity|liquity.org|',
    'Summer.fi|summer.fi oasis.app|',
    'DeFi Saver|defisaver.com|defisaver',
  ],
  ...[
    'Beefy|beefy.com beefy.finance|',
    'Venus|venus.io|',
    'Radiant|radiant.capital|',
    'Gearbox|gearbox.fi gearbox.finance|',
    'Kamino|kamino.com kamino.finance|',
  ],
  // Staking
  ...[
    'Lido|lido.fi|',
    'Rocket Pool|rocketpool.net|rocketpool',
    'EigenLayer|eigenlayer.xyz eigencloud.xyz eigenfoundation.org|eigenlayer',
    'ether.fi|ether.fi|etherfi',
  ],
  ...[
    'Renzo|renzoprotocol.com|renzoprotocol renzo',
    'Kelp|kelpdao.xyz kerneldao.com|kelpdao',
    'Puffer|puffer.fi|puffer',
    'Swell|swellnetwork.io|swellnetwork',
    'StakeWise|stakewise.io|stakewise',
  ],
  ...[
    'Symbiotic|symbiotic.fi|',
    'Stader|staderlabs.com|staderlabs',
    'Jito|jito.network|',
    'Marinade|marinade.finance|',
  ],
  // NFTs and games
  ...[
    'OpenSea|opensea.io opensea.pro|opensea',
    'Blur|blur.io|',
    'Magic Eden|magiceden.io magiceden.us|magiceden',
    'Rarible|rarible.com rarible.org|rarible',
    'LooksRare|looksrare.org|looksrare',
  ],
  ...[
    'X2Y2|x2y2.io|',
    'Foundation|foundation.app|',
    'Zora|zora.co|',
    'SuperRare|superrare.com superrare.co|superrare',
    'Manifold|manifold.xyz|',
    'Art Blocks|artblocks.io|artblocks',
  ],
  ...[
    'Pudgy Penguins|pudgypenguins.com|pudgypenguin pudgy',
    'Bored Ape Yacht Club|boredapeyachtclub.com apecoin.com|boredape apecoin',
    'Azuki|azuki.com|azuki',
  ],
  ...[
    'CryptoPunks|cryptopunks.app|cryptopunks',
    'CryptoKitties|cryptokitties.co|cryptokitties',
    'Axie Infinity|axieinfinity.com roninchain.com|axieinfinity',
    'Decentraland|decentraland.org|decentraland',
  ],
  ...[
    'The Sandbox|sandbox.game|',
    'Immutable|immutable.com|',
    'Otherside|otherside.xyz|otherside',
    'Doodles|doodles.app|doodles',
    'Moonbirds|moonbirds.xyz|moonbirds',
    'Sorare|sorare.com|sorare',
  ],
  // Bridges
  ...[
    'Across|across.to|',
    'Hop|hop.exchange|',
    'Stargate|stargate.finance|stargate',
    'LayerZero|layerzero.network layerzero.foundation|layerzero',
    'Wormhole|wormhole.com|wormhole',
    'Jumper|jumper.exchange li.fi|',
  ],
  ...[
    'Orbiter|orbiter.finance|',
    'deBridge|debridge.finance debridge.com debridge.foundation|debridge',
    'Relay|relay.link|',
    'Synapse|synapseprotocol.com|synapseprotocol',
    'Celer|celer.network|',
    'Socket|socket.tech bungee.exchange|',
  ],
  ...[
    'Connext|connext.network everclear.org|',
    'Axelar|axelar.network axelar.dev|axelar',
    'Multichain|multichain.org|multichain',
    'Rhino.fi|rhino.fi|',
    'Owlto|owlto.finance|owlto',
  ],
  // Chains
  ...[
    'Ethereum|ethereum.org ethereum.foundation|',
    'Arbitrum|arbitrum.io arbitrum.foundation|arbitrum',
    'Optimism|optimism.io|optimism',
    'Base|base.org base.app|',
    'Polygon|polygon.technology|',
    'zkSync|zksync.io zksync.dev zknation.io|zksync',
  ],
  ...[
    'Starknet|starknet.io|starknet',
    'Linea|linea.build|',
    'Scroll|scroll.io|',
    'Blast|blast.io|',
    'Mantle|mantle.xyz|',
    'Manta|manta.network|',
    'Celestia|celestia.org|celestia',
    'Avalanche|avax.network|',
  ],
  ...[
    'Solana|solana.com|',
    'Bitcoin|bitcoin.org|',
    'Gnosis|gnosis.io gnosischain.com|gnosischain',
    'Berachain|berachain.com|berachain',
    'Monad|monad.xyz|monad',
    'Fantom|fantom.foundation soniclabs.com|',
    'Cronos|cronos.org|',
  ],
  ...[
    'Taiko|taiko.xyz|taiko',
    'Unichain|unichain.org|unichain',
    'Worldcoin|worldcoin.org world.org|worldcoin',
    'Cosmos|cosmos.network|',
    'Osmosis|osmosis.zone|',
    'Injective|injective.com|injective',
    'Aptos|aptosfoundation.org|',
    'Sui|sui.io|',
  ],
  ...[
    'Ripple|ripple.com xrpl.org|',
    'Cardano|cardano.org|',
    'Polkadot|polkadot.network polkadot.com polkadot.io|',
    'Tron|tron.network|',
    'Chainlink|chain.link|chainlink',
    'ApeChain|apechain.com|apechain',
  ],
  // Explorers, portfolios, data
  ...[
    'Etherscan|etherscan.io|etherscan',
    'BscScan|bscscan.com|bscscan',
    'PolygonScan|polygonscan.com|polygonscan',
    'Arbiscan|arbiscan.io|arbiscan',
    'BaseScan|basescan.org|basescan',
    'Blockscout|blockscout.com|',
  ],
  ...[
    'CoinGecko|coingecko.com|coingecko',
    'CoinMarketCap|coinmarketcap.com|coinmarketcap',
    'DeFiLlama|defillama.com llama.fi|defillama',
    'DEX Screener|dexscreener.com|dexscreener',
    'DEXTools|dextools.io|dextools',
    'DeBank|debank.com|debank',
  ],
  ...[
    'Zapper|zapper.xyz zapper.fi|zapper',
    'Dune|dune.com|',
    'Nansen|nansen.ai|',
    'DappRadar|dappradar.com|dappradar',
    'Arkham|arkm.com|',
    'Chainlist|chainlist.org|chainlist',
    'Rotki|rotki.com|',
  ],
  // Names, governance, identity, tools
  ...[
    'ENS|ens.domains ensdomains.com|',
    'Unstoppable Domains|unstoppabledomains.com|unstoppabledomains',
    'Snapshot|snapshot.org snapshot.box|',
    'Tally|tally.xyz|',
    'Gitcoin|gitcoin.co|gitcoin',
    'Galxe|galxe.com|galxe',
    'Zealy|zealy.io|zealy',
  ],
  ...[
    'Layer3|layer3.xyz|',
    'Guild|guild.xyz|',
    'POAP|poap.xyz|',
    'Mirror|mirror.xyz|',
    'Farcaster|farcaster.xyz warpcast.com|farcaster warpcast',
    'Lens|lens.xyz|',
    'Revoke.cash|revoke.cash|revokecash',
    'Tornado Cash|tornado.cash|tornadocash',
  ],
  ...[
    'Sablier|sablier.com sablier.finance|sablier',
    'Superfluid|superfluid.finance superfluid.org|',
    'Request|request.finance|',
    'Hedgey|hedgey.finance|hedgey',
    'PinkSale|pinksale.finance|pinksale',
    'CoinList|coinlist.co|coinlist',
    'Thirdweb|thirdweb.com|thirdweb',
  ],
  ...[
    'Alchemy|alchemy.com|',
    'Infura|infura.io|infura',
    'OpenZeppelin|openzeppelin.com|openzeppelin',
    'Circle|circle.com|',
    'Tether|tether.to|',
    'Ripio|ripio.com|',
    'MoonPay|moonpay.com|moonpay',
    'Ramp|ramp.network|',
  ],
  ...[
    'Transak|transak.com|transak',
    'Railgun|railgun.org railgun.ch|railgun',
    'Nexus Mutual|nexusmutual.io|nexusmutual',
    'Virtuals|virtuals.io|',
    'friend.tech|friend.tech|friendtech',
    'World Liberty Financial|worldlibertyfinancial.com|worldlibertyfinancial',
  ],
]);
