import type { Address, Hex } from 'viem';

/**
 * What the request says it does, read from its bytes alone. Names in here may come from the attacker; addresses and
 * amounts are what the bytes hold.
 */
export type Action =
  | TransferAction
  | AllowanceAction
  | OperatorApprovalAction
  | PermitAction
  | Permit2Action
  | OrderAction
  | DelegationAction
  | LoginAction
  | VoteAction
  | ControlAction
  | DeploymentAction
  | CallAction
  | SwapAction
  | SessionAction
  | StatementAction
  | BatchAction
  | MessageAction
  | HashAction
  | ConnectAction
  | ChainAction
  | AssetAction
  | OpaqueAction
  | UnreadableAction;

/** An asset named by the standard it follows. `id` is an NFT's token id. */
export type Asset =
  | { readonly type: 'native' }
  | { readonly type: 'erc20'; readonly address: Address }
  | { readonly type: 'erc721'; readonly address: Address; readonly id: bigint | null }
  | { readonly type: 'erc1155'; readonly address: Address; readonly id: bigint | null };

/** Base units, or no limit at all. Values at or above 2^255 (and a permit standard's own maximum) are `unlimited`. */
export type Amount = bigint | 'unlimited';

/** Unix seconds, or `revoked`: good until the user takes it back. */
export type Until = bigint | 'revoked';

export interface TransferAction {
  readonly kind: 'transfer';
  readonly asset: Asset;
  readonly from: Address | null;
  readonly to: Address;
  readonly amount: Amount;
  /** Calldata sent along with a plain ETH transfer to an address; `0x` when none. */
  readonly data: Hex;
  /** The Safe that does it, where the user signs for one. */
  readonly by?: Address;
  /** It pays whoever sends a Safe's transaction: `amount` is its most, `(gas + baseGas) * gasPrice`. */
  readonly refund?: { readonly baseGas: bigint; readonly gasPrice: bigint };
}

/** ERC-20 `approve`, `increaseAllowance`, `decreaseAllowance`; ERC-721 `approve` of one item. */
export interface AllowanceAction {
  readonly kind: 'allowance';
  readonly asset: Asset;
  readonly spender: Address;
  readonly amount: Amount;
  readonly change: 'set' | 'increase' | 'decrease';
  /** Credit delegation: the spender may borrow `asset`'s underlying, and the debt is the user's. */
  readonly power?: 'borrow';
  /** True when it leaves the spender with nothing. */
  readonly revokes: boolean;
  /** A session key's: `amount` is its most over its whole life. Absent where the allowance has no end of its own. */
  readonly until?: Until;
  /** How a session key may use it up. Absent for ordinary allowances. */
  readonly budget?: Budget;
  /** Where the token keeps it elsewhere than in ERC-20's or ERC-721's books. */
  readonly standard?: 'erc777' | 'erc6909' | 'lsp7';
  /** The Safe that does it, where the user signs for one. */
  readonly by?: Address;
}

/** A session key's budget (ERC-7715): `initial` at once, then `every` so many seconds a little more. Base units. */
export interface Budget {
  readonly initial: bigint;
  /** `null`: all of it at once. A stream is so much a day. */
  readonly every: { readonly amount: Amount; readonly seconds: bigint } | null;
}

/**
 * A key that may call a contract's functions in the user's name (ERC-7715 `contract-call`), or act for the user at a
 * service, without asking again.
 */
export interface SessionAction {
  readonly kind: 'session';
  /** `null` when the key is named by no address. */
  readonly key: Address | null;
  /** `null` where a service off the chain obeys it. */
  readonly target: Address | null;
  /** As the request names them, by signature, name or selector; `null` is any function. */
  readonly functions: readonly string[] | null;
  readonly until: Until;
  /** Who obeys the key where no contract does, by the name its typed data goes by. */
  readonly service?: string;
}

/** Typed data of a published kind that moves nothing and gives nobody anything. */
export interface StatementAction {
  readonly kind: 'statement';
  readonly does: 'states' | 'cancels';
  /** EIP-712 primaryType. */
  readonly label: string;
  /** The words in it, for quotation. */
  readonly text: string | null;
  readonly domain: TypedDomain;
}

/** ERC-721 / ERC-1155 `setApprovalForAll`, ERC-6909 `setOperator`. */
export interface OperatorApprovalAction {
  readonly kind: 'operatorApproval';
  readonly collection: Address;
  readonly operator: Address;
  readonly approved: boolean;
  /** Where the token keeps it elsewhere than in ERC-721's and ERC-1155's books. */
  readonly standard?: 'erc6909';
  /** The Safe that does it, where the user signs for one. */
  readonly by?: Address;
}

/** A signature that grants an allowance or moves tokens: ERC-2612, DAI's permit, ERC-3009, ERC-4494. */
export interface PermitAction {
  readonly kind: 'permit';
  readonly standard: 'erc2612' | 'dai' | 'erc3009' | 'erc4494';
  readonly asset: Asset;
  readonly owner: Address;
  readonly spender: Address;
  readonly amount: Amount;
  readonly until: Until;
  /** Deadline of the signature itself, Unix seconds; `null` when the standard has none. */
  readonly deadlineSeconds: bigint | null;
  readonly nonce: bigint | null;
  readonly domain: TypedDomain;
}

/** Uniswap Permit2, as a signature or as `approve` on chain. */
export interface Permit2Action {
  readonly kind: 'permit2';
  readonly form:
    | 'approve'
    | 'allowance'
    | 'allowance-batch'
    | 'transfer'
    | 'transfer-batch'
    | 'witness'
    | 'witness-batch';
  readonly owner: Address | null;
  readonly spender: Address;
  readonly items: readonly { readonly token: Address; readonly amount: Amount; readonly until: Until }[];
  readonly deadlineSeconds: bigint | null;
  /** EIP-712 name of the witness type, shown as a quotation. */
  readonly witnessType: string | null;
  readonly domain: TypedDomain | null;
  /** The Safe that does it, where the user signs for one. */
  readonly by?: Address;
}

/** A marketplace order the user would sign (Seaport and its kin). */
export interface OrderAction {
  readonly kind: 'order';
  readonly protocol: string;
  readonly offerer: Address | null;
  readonly offers: readonly { readonly asset: Asset; readonly amount: Amount }[];
  readonly receives: readonly { readonly asset: Asset; readonly amount: Amount; readonly recipient: Address }[];
  readonly until: Until;
  readonly domain: TypedDomain;
}

/** EIP-7702: the account would run `delegate`'s code. */
export interface DelegationAction {
  readonly kind: 'delegation';
  readonly account: Address | null;
  readonly delegate: Address;
  readonly everyChain: boolean;
}

/** EIP-4361. Fields are the message's own; `origin` comparison is a detector's work. */
export interface LoginAction {
  readonly kind: 'login';
  readonly scheme: string | null;
  /** Authority as the message writes it: host, or host:port. */
  readonly domain: string;
  readonly address: Address;
  readonly statement: string | null;
  readonly uri: string;
  readonly chainId: number | null;
  readonly nonce: string;
  readonly issuedAt: string | null;
  readonly expirationTime: string | null;
  readonly resources: readonly string[];
  /** Grammar faults: `malformed` logins are still shown as logins, with a reason. */
  readonly faults: readonly string[];
}

/** A ballot, or voting power lent to `delegatee`: it moves nothing and gives no hold on tokens. */
export interface VoteAction {
  readonly kind: 'vote';
  /** The governor or token that counts it; `null` off chain (Snapshot). */
  readonly of: Address | null;
  readonly delegatee: Address | null;
}

/**
 * Ownership, roles, upgrades, modules, guards: who commands a contract. `delegatecall`: a Safe would run `to`'s code as
 * its own.
 */
export interface ControlAction {
  readonly kind: 'ownership' | 'upgrade' | 'delegatecall';
  readonly of: Address;
  /** Who would command it, or the code it would run. Equal to `of` when only its rules change (a threshold). */
  readonly to: Address;
  readonly functionName: string;
  /** ENS: command over a name below the caller's own, whose node this is. What the caller commands stays. */
  readonly subname?: Hex;
}

export interface DeploymentAction {
  readonly kind: 'deployment';
  readonly valueWei: bigint;
  readonly codeBytes: number;
}

/** A call whose effect the bytes alone do not tell. `signature` is a dictionary's guess, shown as such. */
export interface CallAction {
  readonly kind: 'call';
  readonly to: Address;
  readonly selector: Hex | null;
  readonly signature: string | null;
  readonly valueWei: bigint;
  readonly data: Hex;
  /** The Safe that does it, where the user signs for one. */
  readonly by?: Address;
  /** What the arguments of a well-known function say. It may raise doubts, never lower them: any contract can use the name. */
  readonly gist?: Gist;
  readonly intent?: Intent;
}

/** What an ERC-7730 descriptor calls it: somebody's words, shown as a quotation and believed nowhere. */
export interface Intent {
  readonly text: string;
  /** Whose contract it is, as the descriptor says; `null` where it does not. */
  readonly owner: string | null;
  /** Date of the packaged copy of the public registry (YYYY-MM-DD); `null` for a descriptor somebody gave. */
  readonly date: string | null;
}

/** Who gets what comes of a well-known function, as its arguments say. */
export interface Gist {
  readonly does: 'withdraws' | 'deposits' | 'borrows' | 'swaps' | 'bridges' | 'names' | 'moves-position';
  readonly to: Address;
  /** Base units the call insists on getting back; `null` where the function has no such bound. */
  readonly minimum: bigint | null;
}

/** A router call whose recipient and bounds could be read. */
export interface SwapAction {
  readonly kind: 'swap';
  readonly router: Address;
  readonly sell: { readonly asset: Asset; readonly amount: Amount };
  readonly buy: { readonly asset: Asset; readonly minimum: bigint };
  readonly recipient: Address;
  readonly deadlineSeconds: bigint | null;
  readonly valueWei: bigint;
  /** The Safe that does it, where the user signs for one. */
  readonly by?: Address;
}

export interface BatchAction {
  readonly kind: 'batch';
  /** `wallet_sendCalls`, `multicall`, `execute` ... */
  readonly wrapper: string;
  readonly to: Address | null;
  readonly valueWei: bigint;
  readonly actions: readonly Action[];
}

/** EIP-191 text that is no login. `text` is null when the bytes are not UTF-8. */
export interface MessageAction {
  readonly kind: 'message';
  readonly text: string | null;
  readonly bytes: Hex;
  /** True when the message is 32 bytes, or the hex text of 32 bytes: a hash nobody can read. */
  readonly looksLikeHash: boolean;
}

/** `eth_sign`: the raw hash of anything. */
export interface HashAction {
  readonly kind: 'hash';
  readonly hash: Hex;
}

export interface ConnectAction {
  readonly kind: 'connect';
  readonly permissions: readonly string[];
  /** False for grants that go beyond seeing accounts (ERC-7715, snaps). */
  readonly accountsOnly: boolean;
}

export interface ChainAction {
  readonly kind: 'chain';
  readonly add: boolean;
  readonly chainId: number;
  readonly name: string | null;
  readonly rpcUrls: readonly string[];
  readonly nativeSymbol: string | null;
}

export interface AssetAction {
  readonly kind: 'asset';
  readonly standard: string;
  readonly address: Address;
  readonly symbol: string | null;
}

/** Readable in form, not in meaning: typed data of an unknown protocol, a raw transaction we do not open. */
export interface OpaqueAction {
  readonly kind: 'opaque';
  readonly what: 'typed-data' | 'raw-transaction' | 'user-operation' | 'order-root' | 'grant' | 'approved-hash';
  /** EIP-712 primaryType or method, for quotation. */
  readonly label: string;
  readonly domain: TypedDomain | null;
  readonly intent?: Intent;
}

export interface UnreadableAction {
  readonly kind: 'unreadable';
  readonly why: string;
  readonly detail: string;
}

/** EIP-712 domain as read; each part may be absent. */
export interface TypedDomain {
  readonly name: string | null;
  readonly version: string | null;
  readonly chainId: bigint | null;
  readonly verifyingContract: Address | null;
  /** True when the typed data declares no EIP712Domain members at all. */
  readonly missing: boolean;
}

/** EIP-712 / EIP-191 digests, for "technical detail" and the command line. */
export type Digests =
  | { readonly kind: 'typedData'; readonly domainHash: Hex; readonly messageHash: Hex; readonly eip712Hash: Hex }
  | { readonly kind: 'message'; readonly eip191Hash: Hex };
