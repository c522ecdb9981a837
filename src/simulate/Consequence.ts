import type { Address } from 'viem';
import type { Amount, Asset, Budget, Until } from '../decode/Action.ts';

/** How we know: the request says so, a simulation showed it, both agree, or they contradict each other. */
export type Basis = 'stated' | 'simulated' | 'both' | 'disagree';

/** What signing would mean for the user's own account. Only the user's assets, permissions and control. */
export type Consequence = Leaves | Arrives | Grants | Identity | Control | Unknown;

/** Something of the user's goes away, now or when the signature is used. */
export interface Leaves {
  readonly kind: 'leaves';
  readonly asset: Asset;
  readonly amount: Amount;
  /** Recipient when it is one address; `null` when several or not known. */
  readonly to: Address | null;
  /** `amount / holding` in [0, 1] when the holding is known. */
  readonly share: number | null;
  readonly basis: Basis;
  /** What the user would owe more of, lower case: `asset` is the token that counts the debt. Absent for what goes away. */
  readonly debtOf?: Address;
  /** The Safe whose it is, where it is not the user's own account. */
  readonly of?: Address;
}

export interface Arrives {
  readonly kind: 'arrives';
  readonly asset: Asset;
  readonly amount: Amount;
  readonly basis: Basis;
  /** What the user would owe less of and pays, lower case: `asset` counts the debt. Absent for what comes in. */
  readonly debtOf?: Address;
  /** The Safe whose it is, where it is not the user's own account. */
  readonly of?: Address;
}

/** Somebody gets power over what stays. */
export interface Grants {
  readonly kind: 'grants';
  readonly to: Address;
  /** `borrow`: runs up a debt in the user's name; `over` is the debt's token. */
  readonly power: 'spend' | 'operate' | 'take-now' | 'borrow';
  /** `collection` is every item of an NFT contract, now and later. */
  readonly over: Asset | { readonly type: 'collection'; readonly address: Address };
  readonly limit: Amount;
  readonly until: Until;
  /** How it is taken back: a call to the token, a call to Permit2, in the wallet's settings, or not at all once signed. */
  readonly revocable: 'token' | 'permit2' | 'nonce' | 'wallet' | 'no';
  /** What the user holds of it now, base units; `null` when not known. */
  readonly holding: bigint | null;
  /** True when this request takes the power away (amount 0, approved false). */
  readonly revokes: boolean;
  /** A session key's: `limit` is its most over its whole life. Absent for ordinary powers. */
  readonly budget?: Budget;
  readonly basis: Basis;
  /** The Safe whose it is, where it is not the user's own account. */
  readonly of?: Address;
}

/** The signature proves who the user is to somebody. */
export interface Identity {
  readonly kind: 'identity';
  readonly to: string;
  readonly scope: 'login' | 'accounts' | 'permissions' | 'message';
}

/** Command over a contract or the account itself changes hands. */
export interface Control {
  readonly kind: 'control';
  readonly of: Address;
  readonly to: Address;
  /**
   * `rules`: nobody new, but other rules for those there are. `delegatecall`: `of` runs the code at `to` as its own.
   * `subname`: a name below the user's own, kept in the registry `of`.
   */
  readonly what: 'ownership' | 'upgrade' | 'account-code' | 'delegatecall' | 'rules' | 'subname';
  readonly basis: Basis;
}

/** One fact that is missing, named. */
export interface Unknown {
  readonly kind: 'unknown';
  readonly why: UnknownWhy;
}

export type UnknownWhy =
  | 'not-simulated'
  | 'simulation-failed'
  | 'opaque'
  | 'unreadable'
  | 'blind-hash'
  | 'would-fail'
  | 'unbounded-order';
