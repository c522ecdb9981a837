import type { Address } from 'viem';

/** What the page must know of the local chain; served as `/config.json`. */
export interface DemoConfig {
  readonly chainId: number;
  readonly token: Address;
  /** The name in its EIP-712 domain. */
  readonly tokenName: string;
  readonly token2: Address;
  readonly weth: Address;
  readonly router: Address;
  readonly drainer: Address;
  readonly permit2: Address;
  /** Somebody the user may well pay. */
  readonly friend: Address;
  /** Ordinary accounts: no code at either. */
  readonly stranger: Address;
  readonly attacker: Address;
  /** Seconds since the epoch on the local chain. */
  readonly now: number;
}
