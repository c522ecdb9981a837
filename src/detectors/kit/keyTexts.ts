/** One service's text whose signature is (or unlocks) a private key, and the only domains that may ask for it. */
export interface KeyText {
  readonly name: string;
  readonly pattern: RegExp;
  readonly homes: readonly string[];
}

/**
 * Collected from the services' public clients, 2026-11. Texts that many honest sites share by design (XMTP, Push, Ceramic,
 * Railgun, Hinkal) have no home and are not among them. Whoever holds such a signature holds the account on that service: there
 * is no honest reason to ask for it elsewhere.
 */
export const KEY_TEXTS: readonly KeyText[] = [
  { name: 'zkSync Lite', pattern: /access zksync account|register zksync pubkey/iu, homes: ['zksync.io'] },
  {
    name: 'dYdX',
    pattern: /dydx (?:chain )?onboarding|dydx stark key|\bdydx chain\b/iu,
    homes: ['dydx.exchange', 'dydx.trade', 'dydx.xyz'],
  },
  {
    name: 'Loopring',
    pattern: /sign this message to access loopring exchange/iu,
    homes: ['loopring.io', 'loopring.org'],
  },
  {
    name: 'Immutable X',
    pattern: /only sign this (?:request|key linking request).{0,40}immutable x/isu,
    homes: ['immutable.com'],
  },
  {
    name: 'Aztec',
    pattern: /generate your aztec (?:privacy|spending|account) key/iu,
    homes: ['aztec.network', 'zk.money'],
  },
  { name: 'Umbra', pattern: /sign this message to access your umbra account/iu, homes: ['umbra.cash'] },
  { name: 'Paradex', pattern: /paradex.{0,40}stark key|stark key.{0,40}paradex/isu, homes: ['paradex.trade'] },
  {
    name: 'rhino.fi',
    pattern: /rhino\.fi.{0,60}(?:trading key|stark)|deversifi.{0,60}(?:trading key|stark)/isu,
    homes: ['rhino.fi', 'deversifi.com'],
  },
  {
    name: 'ApeX',
    pattern: /apex (?:omni )?(?:onboarding|l2 key)|name: apex\b.{0,80}action: l2 key/isu,
    homes: ['apex.exchange'],
  },
  { name: 'edgeX', pattern: /name: edgex\b.{0,80}action: l2 key/isu, homes: ['edgex.exchange'] },
  { name: 'Hermez', pattern: /hermez network account access/iu, homes: ['hermez.io', 'polygon.technology'] },
  { name: 'Nocturne', pattern: /generate your nocturne spending key/iu, homes: ['nocturne.xyz'] },
  { name: 'Fluidkey', pattern: /generate your fluidkey private payment keys/iu, homes: ['fluidkey.com'] },
  { name: 'zkBNB', pattern: /register zkbnb account/iu, homes: ['bnbchain.org'] },
  { name: 'Polymarket', pattern: /clobauthdomain/iu, homes: ['polymarket.com'] },
  { name: 'Lighter', pattern: /register lighter account/iu, homes: ['lighter.xyz'] },
];
