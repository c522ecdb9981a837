import type { Address, Hex } from 'viem';

/**
 * One thing a page asked a wallet to sign, as the browser and the page's own text give it. `paramsText` is the one
 * copy: exactly this text is judged, and exactly this is forwarded.
 */
export interface SigningRequest {
  /** 128 random bits as 32 lower-case hex digits, made by the background, never derived from content. */
  readonly id: string;
  /** From the browser's sender record, never from the page. `null` is an opaque origin (sandboxed, data:). */
  readonly origin: string | null;
  /** Origin of the tab's top document. Equal to `origin` outside frames. */
  readonly topOrigin: string | null;
  readonly documentId: string | null;
  readonly frame: 'top' | 'sub';
  /** EIP-6963 identity: self-declared, shown only. */
  readonly wallet: { readonly rdns: string; readonly name: string } | null;
  /** EIP-155 chain id as claimed by the provider; `null` when not known. */
  readonly chainId: number | null;
  /** EIP-1193 account as claimed; `null` when not known. Lower case. */
  readonly account: Address | null;
  /** What the wallet's channel gave two different answers for: somebody on the page speaks in the wallet's name. */
  readonly contradicted: readonly Contradiction[];
  /** Canonical method name (`request/methods.ts`), or the raw name when unlisted. */
  readonly method: string;
  /** Canonical JSON of the parameters. */
  readonly paramsText: string;
  readonly ask: Ask;
}

export type Contradiction = 'chain' | 'account';

/** What is asked, by kind. Every value here was read from `paramsText` alone. */
export type Ask =
  | { readonly kind: 'transaction'; readonly transaction: TransactionAsk; readonly send: boolean }
  | CallsAsk
  | AuthorizationAsk
  | TypedDataAsk
  | { readonly kind: 'message'; readonly account: Address | null; readonly bytes: Hex; readonly text: string | null }
  | { readonly kind: 'hash'; readonly account: Address | null; readonly hash: Hex }
  | PermissionAsk
  | ChainAsk
  | AssetAsk
  | BatchAsk
  | { readonly kind: 'unreadable'; readonly why: UnreadableWhy; readonly detail: string };

/** An `eth_sendTransaction` object after the normalisation wallets do (odd-length hex padded, `0x` added). */
export interface TransactionAsk {
  readonly from: Address | null;
  /** `null` deploys a contract. */
  readonly to: Address | null;
  readonly valueWei: bigint;
  readonly data: Hex;
  readonly gas: bigint | null;
  readonly gasPriceWei: bigint | null;
  readonly maxFeePerGasWei: bigint | null;
  readonly maxPriorityFeePerGasWei: bigint | null;
  readonly nonce: bigint | null;
  readonly chainId: number | null;
  readonly authorizations: readonly AuthorizationItem[];
  /** Ways in which the raw text differed from its canonical form, e.g. `odd-hex`, `no-0x`, `both-data-and-input`. */
  readonly oddities: readonly string[];
  /** The other reading when `data` and `input` differ: judged too, the worse is shown. */
  readonly otherData: Hex | null;
}

/** EIP-7702. `chainId` 0 means every chain. */
export interface AuthorizationItem {
  readonly chainId: bigint;
  readonly delegate: Address;
  readonly nonce: bigint | null;
}

export interface AuthorizationAsk {
  readonly kind: 'authorization';
  readonly account: Address | null;
  readonly items: readonly AuthorizationItem[];
}

/** EIP-5792 `wallet_sendCalls`: judged and shown as one. */
export interface CallsAsk {
  readonly kind: 'calls';
  readonly from: Address | null;
  readonly chainId: number | null;
  readonly calls: readonly { readonly to: Address | null; readonly valueWei: bigint; readonly data: Hex }[];
  readonly atomicRequired: boolean;
}

/** EIP-712. `version` is which RPC method's reading applies. */
export interface TypedDataAsk {
  readonly kind: 'typedData';
  readonly version: 'v1' | 'v3' | 'v4';
  readonly account: Address | null;
  readonly typed: TypedData;
}

/** A parsed EIP-712 object. Integers stay as the text or number the page wrote; `decode/` reads them. */
export interface TypedData {
  readonly domain: Readonly<Record<string, unknown>>;
  readonly types: Readonly<Record<string, readonly { readonly name: string; readonly type: string }[]>>;
  readonly primaryType: string;
  readonly message: Readonly<Record<string, unknown>>;
}

/** EIP-2255 permissions, ERC-7715 grants, connecting (EIP-1102, CAIP-25). */
export interface PermissionAsk {
  readonly kind: 'permission';
  readonly connect: boolean;
  readonly names: readonly string[];
  readonly detailText: string;
}

/** EIP-3085 (`add`) and EIP-3326 (`switch`). */
export interface ChainAsk {
  readonly kind: 'chain';
  readonly add: boolean;
  readonly chainId: number;
  readonly name: string | null;
  readonly rpcUrls: readonly string[];
  readonly nativeSymbol: string | null;
}

/** EIP-747. */
export interface AssetAsk {
  readonly kind: 'asset';
  readonly standard: string;
  readonly address: Address;
  readonly symbol: string | null;
  readonly decimals: number | null;
}

/** A JSON-RPC array (`BATCH_METHOD`): each a request of its own, judged and shown as one. No batch holds a batch. */
export interface BatchAsk {
  readonly kind: 'batch';
  readonly requests: readonly SigningRequest[];
}

export type UnreadableWhy =
  | 'unknown-method'
  | 'bad-params'
  | 'too-large'
  | 'too-deep'
  | 'duplicate-keys'
  | 'unsafe-integer'
  | 'bad-typed-data';
