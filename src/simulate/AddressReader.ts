import type { Address } from 'viem';
import type { AccountFacts, ContractFacts, TokenFacts } from './Simulator.ts';

/** The port to the chain for a person's question about one address. Nothing is sent where no endpoint was chosen. */
export interface AddressReader {
  /**
   * @param chainId the chain meant, or `null` for the endpoint's own. `null` comes back when no endpoint is set for it.
   * @throws RpcError, DeadlineError
   */
  read(chainId: number | null, address: Address, signal: AbortSignal): Promise<AddressView | null>;
  /** The address an ENS name points to. @throws RpcError, DeadlineError */
  resolve(name: string, signal: AbortSignal): Promise<EnsAnswer>;
  /** The ENS name an address gives itself, looked up both ways; `null` when it has none. @throws RpcError, DeadlineError */
  reverse?(address: Address, signal: AbortSignal): Promise<EnsReverse | null>;
}

export interface EnsReverse {
  readonly name: string;
  /** Where the name leads: back to the address, elsewhere or nowhere, or it has letters that are not looked up. */
  readonly points: 'back' | 'elsewhere' | 'unchecked';
}

export interface AddressView {
  readonly chainId: number;
  /** `null` when the endpoint would not say. */
  readonly account: AccountFacts | null;
  /** What it says of itself as a token; `null` when that could not be read. */
  readonly token: TokenFacts | null;
  /** Of a contract: proxy, age and the core of its code. `null` for an account, and when it could not be read. */
  readonly contract?: ContractFacts | null;
}

export type EnsAnswer =
  | { readonly kind: 'address'; readonly address: Address }
  /** No plain record: not registered, no resolver, or kept elsewhere (ENSIP-10, ERC-3668), which is not asked. */
  | { readonly kind: 'none' }
  /** No endpoint for Ethereum. */
  | { readonly kind: 'no-chain' }
  /** Other letters than `a-z`, digits and hyphens need ENSIP-15's tables, which are not packaged. */
  | { readonly kind: 'letters' };
