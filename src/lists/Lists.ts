import type { Address, Hex } from 'viem';

/** Many guards, no single authority: the port that says who lists what, since when and why. */
export interface Lists {
  /** Exact host, its registrable domain and every parent in between (private suffixes respected). */
  matchHost(host: string): readonly ListMatch[];
  matchAddress(chainId: number | null, address: Address): readonly ListMatch[];
  /** Contracts with this code, wherever they stand: keccak256 of the code as it is on the chain. */
  matchCode?(codeHash: Hex): readonly ListMatch[];
  /** Whether any loaded list has entries of this kind: one that has none cannot have missed an address. */
  covers?(kind: ListMatch['kind']): boolean;
  /** What is loaded, for "technical detail" and freshness. */
  readonly sources: readonly ListSource[];
}

export interface ListMatch {
  /** The entry as the list writes it. */
  readonly value: string;
  readonly kind: 'phishing' | 'drainer' | 'impersonation' | 'compromised' | 'sanctioned' | 'allow';
  readonly reason: string | null;
  readonly source: ListSource;
  /** The entry's own date, YYYY-MM-DD; `null` when the list carries none. */
  readonly added: string | null;
}

export interface ListSource {
  /** Stable id, e.g. `metamask`. */
  readonly id: string;
  /** As a person would say it, e.g. `MetaMask`. */
  readonly name: string;
  /** A source and its copies are one lineage; two lineages are two witnesses. */
  readonly lineage: string;
  /** Date of the copy in use, YYYY-MM-DD. */
  readonly date: string;
  readonly entries: number;
  readonly url: string | null;
  /** Where an owner asks to be removed. */
  readonly appeal: string | null;
}
