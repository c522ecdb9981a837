import type { Address, Hex } from 'viem';
import type { Descriptor } from '../decode/descriptor.ts';
import type { MarketSource, PriceSource } from '../simulate/Simulator.ts';
import type { CodeTwin } from './codes.ts';
import type { DappKind, KindFacts, KindOfDapp } from './kind.ts';

/** Which token, contract or dapp is the genuine one, from local data only. Absence is "no list knows it", never guilt. */
export interface Registry {
  token(chainId: number, address: Address): RegistryToken | null;
  /** A listed token, native coin or brand that this symbol or name looks like, and is not. */
  impersonates(chainId: number, address: Address, symbol: string | null, name: string | null): Lookalike | null;
  contract(chainId: number, address: Address): RegistryContract | null;
  /** Exact registrable domain or host of a known dapp. */
  dapp(host: string): RegistryDapp | null;
  /**
   * Known contracts on this chain whose home is `domain`: the dapp's half of the two-way link. A link says who belongs
   * together and never lowers a risk.
   */
  contractsOf?(chainId: number, domain: string): readonly RegistryContract[];
  /** What a site is for, as far as its known entry, its contracts, its name and its request tell. */
  kindOf?(facts: Omit<KindFacts, 'dapp'>): KindOfDapp;
  /** The known dapp this host looks like and is not. */
  lookalike(host: string): HostLookalike | null;
  chain(chainId: number): RegistryChain | null;
  /** Where to read what one whole token is worth; `null` when nobody here knows. */
  priceSource?(chainId: number, token: Address | 'native'): PriceSource | null;
  /** Where to ask whether anybody buys a token that no list knows; `null` where no exchange is known. */
  marketSource?(chainId: number): MarketSource | null;
  /** The published contract that has this code, or this code but for its metadata. */
  codeTwin?(codeHash: Hex | null, coreHash: Hex | null): CodeTwin | null;
  /** ERC-7730 descriptors of the packaged copy: hints, quoted and believed nowhere. */
  descriptors?(): readonly Descriptor[];
  readonly sources: readonly {
    readonly id: string;
    readonly name: string;
    readonly date: string;
    readonly licence: string;
  }[];
}

/** What questions ("who is this?") need beside the lookups of a check. Local data only, never in a verdict's way. */
export interface SearchableRegistry extends Registry {
  /** Listed tokens at this address, on every chain. */
  tokensAt(address: Address): readonly RegistryToken[];
  /** Known contracts at this address, on every chain. */
  contractsAt(address: Address): readonly KnownContract[];
  /** Listed tokens whose symbol or name a reader takes this text for; `null` looks on every chain. Lowest chain id first. */
  tokensCalled(chainId: number | null, text: string): readonly RegistryToken[];
  /** The coin of a network of its own, or else the brand, that goes by this symbol or name. */
  coinCalled(
    text: string,
  ): { readonly kind: 'native' | 'brand'; readonly symbol: string; readonly name: string } | null;
  /** Known dapps of this name, each home domain once. */
  dappsCalled(text: string): readonly RegistryDapp[];
  /** Listed tokens and known contracts whose digits begin and end like this (lower case, without `0x`), each address once. */
  withEnds(head: string, tail: string): readonly { readonly address: Address; readonly name: string }[];
  /** Where a name in `RegistryToken.lists` comes from. */
  tokenList(list: string): { readonly name: string; readonly date: string } | null;
}

/** `chainId` is `null` where the same code stands at the address on every chain. */
export interface KnownContract extends Omit<RegistryContract, 'chainId'> {
  readonly chainId: number | null;
}

export interface RegistryToken {
  readonly chainId: number;
  readonly address: Address;
  readonly symbol: string;
  readonly name: string;
  readonly decimals: number | null;
  readonly type: 'erc20' | 'erc721' | 'erc1155';
  /** Names of the independent lists that carry it. */
  readonly lists: readonly string[];
}

export interface Lookalike {
  readonly kind: 'token' | 'native' | 'brand';
  /** What it looks like: symbol of the listed token or coin. */
  readonly symbol: string;
  readonly name: string;
  /** The listed one's address on this chain, when it has one. */
  readonly address: Address | null;
  /**
   * Present where no honest token was found to look so: written with letters of another alphabet, or symbol and name of
   * money where that money was issued first.
   */
  readonly posing?: 'disguised' | 'whole';
}

export interface RegistryContract {
  readonly chainId: number;
  readonly address: Address;
  /** As a person would say it, e.g. `Uniswap Permit2`. */
  readonly name: string;
  readonly role:
    | 'router'
    | 'permit2'
    | 'marketplace'
    | 'conduit'
    | 'safe'
    | 'wrapped'
    | 'forwarder'
    | 'delegator'
    | 'other';
  /** Home domains, e.g. `uniswap.org`. */
  readonly domains: readonly string[];
  readonly source: string;
}

export interface RegistryDapp {
  readonly domain: string;
  readonly name: string;
  readonly source: string;
  /** What it is for; absent where it does many things or nobody wrote it down. */
  readonly kind?: DappKind;
}

export interface HostLookalike {
  readonly domain: string;
  readonly name: string;
  readonly how: 'confusable' | 'edit-distance' | 'brand-on-hosting' | 'brand-in-name' | 'punycode';
  /** Present when nobody has such a name by chance: no honest host of those measured has one (`imitation.ts`). */
  readonly imitates?: true;
}

export interface RegistryChain {
  readonly chainId: number;
  readonly name: string;
  readonly nativeSymbol: string;
  readonly nativeDecimals: number;
  readonly rpcHosts: readonly string[];
  readonly explorer: string | null;
  readonly testnet: boolean;
}
