import type { Address, Hex } from 'viem';

/** What the test wallet signs with and where it sends. Written to its storage by a test, or these defaults. */
export interface WalletConfig {
  readonly privateKey: Hex;
  /** EIP-155 id in hex -> RPC URL. */
  readonly chains: Readonly<Record<Hex, string>>;
  readonly chainId: Hex;
}

/** anvil's first account: its key is published in Foundry's own documentation and is worth nothing. */
export const DEFAULT_CONFIG: WalletConfig = {
  privateKey: '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80',
  chains: { '0x7a69': 'http://127.0.0.1:8545' },
  chainId: '0x7a69',
};

/** One request that reached the wallet, as it arrived. */
export interface LoggedRequest {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly origin: string;
  readonly tabId: number | null;
  readonly frameId: number | null;
  /** Name of the multiplexed stream it came through, or `external` for `runtime.connect` from a page. */
  readonly channel: string;
  readonly method: string;
  readonly params: unknown;
  /** The same as text, members in the order they came: storage sorts them. */
  readonly paramsText: string;
}

/** Called by tests in the wallet's service worker. */
export interface WalletControls {
  configure(config: WalletConfig): Promise<Address>;
  log(): Promise<LoggedRequest[]>;
  clearLog(): Promise<void>;
}

export const STREAMS = { eip1193: 'metamask-provider', multichain: 'metamask-multichain-provider' } as const;
export const PAGE = 'metamask-inpage';
export const CONTENT_SCRIPT = 'metamask-contentscript';
