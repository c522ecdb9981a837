import type { ChainSetting } from '../protocol/views.ts';

interface Offer {
  readonly chainId: number;
  readonly name: string;
  readonly offered: readonly { readonly name: string; readonly url: string }[];
}

const drpc = (chain: string) => ({ name: 'dRPC', url: `https://${chain}.drpc.org` });

/**
 * Keyless endpoints by chain that document `eth_simulateV1` (September 2026). Offered in the first-run page, never chosen
 * for anybody.
 */
export const OFFERED: readonly Offer[] = [
  {
    chainId: 1,
    name: 'Ethereum',
    offered: [
      { name: 'Tenderly', url: 'https://mainnet.gateway.tenderly.co' },
      { name: 'dark.florist', url: 'https://ethereum.dark.florist' },
      drpc('eth'),
    ],
  },
  { chainId: 8453, name: 'Base', offered: [drpc('base')] },
  { chainId: 42161, name: 'Arbitrum One', offered: [drpc('arbitrum')] },
  { chainId: 10, name: 'OP Mainnet', offered: [drpc('optimism')] },
  { chainId: 137, name: 'Polygon', offered: [drpc('polygon')] },
  { chainId: 56, name: 'BNB Smart Chain', offered: [drpc('bsc')] },
  { chainId: 11155111, name: 'Sepolia', offered: [drpc('sepolia')] },
  { chainId: 31337, name: 'Local (31337)', offered: [{ name: 'Anvil', url: 'http://127.0.0.1:8545' }] },
];

/** Every offered chain and every one the user added, with the user's choice. */
export function chainSettings(
  rpcUrls: Readonly<Record<string, string | null>>,
  secondRpcUrls: Readonly<Record<string, string | null>> = {},
): ChainSetting[] {
  const chosen = (id: string) => ({ rpcUrl: rpcUrls[id] ?? null, secondRpcUrl: secondRpcUrls[id] ?? null });
  const known = new Set(OFFERED.map(({ chainId }) => String(chainId)));
  const added = Object.keys(rpcUrls).filter((id) => !known.has(id));
  return [
    ...OFFERED.map((offer) => ({ ...offer, ...chosen(String(offer.chainId)) })),
    ...added.map((id) => ({ chainId: Number(id), name: `eip155:${id}`, ...chosen(id), offered: [] })),
  ];
}

/** https anywhere, http on this computer alone, no name and password: what the CSP and fetch allow. */
export function isUsableRpcUrl(text: string): boolean {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return false;
  }
  if (url.username !== '' || url.password !== '') return false;
  if (url.protocol === 'https:') return true;
  return url.protocol === 'http:' && (url.hostname === 'localhost' || url.hostname === '127.0.0.1');
}
