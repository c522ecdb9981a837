import type { Address, Hex } from 'viem';
import type { Action, Asset } from '../decode/Action.ts';
import type { SigningRequest } from '../request/SigningRequest.ts';

/** The port to the chain the user chose. One `look` is one verdict's worth of chain facts. */
export interface Simulator {
  /**
   * Runs the request as it would land in the next block and reads the facts the verdict needs. Rejects with
   * `RpcError` or `DeadlineError`; a revert is a result, not an error. `null` when no RPC is set for the chain:
   * nothing was sent.
   */
  look(query: ChainQuery, signal: AbortSignal): Promise<ChainView | null>;
}

export interface ChainQuery {
  readonly request: SigningRequest;
  readonly action: Action;
  /** Every address the decoded request names and a detector may ask about: recipients, spenders, targets. */
  readonly addresses: readonly Address[];
  /** Tokens known from decode whose balance, decimals and symbol matter. */
  readonly tokens: readonly Asset[];
  /** What accounts other than the user's own (a Safe, an ERC-4337 account) would move: read how much they hold. */
  readonly holders?: readonly Holder[];
  /** True for a token that a list knows: nobody needs to try whether it can be sold again. Absent without a registry. */
  readonly isListed?: (token: Address) => boolean;
  /** Contracts among `addresses` that the registry knows: nobody needs to try what they do with a power. */
  readonly known?: readonly Address[];
  /** EIP-712 hash of what would be signed: a trial's stand-in for the user signs this and nothing else. */
  readonly digest?: Hex;
  /** Where to read what one whole token is worth; `null` when nobody here knows. Absent without a registry. */
  readonly priceSource?: (token: Address | 'native') => PriceSource | null;
  /** Where to ask who buys a token that no list knows; `null` where no exchange is known. Absent without a registry. */
  readonly marketSource?: MarketSource | null;
}

/** An account that is not the user's own address, and a token of which it may hold some. */
export interface Holder {
  readonly account: Address;
  readonly asset: Asset;
}

/** Whom to ask for worth. Addresses in lower case. */
export interface PriceSource {
  /** A feed of Chainlink's shape, in US dollars with eight decimals. */
  readonly feed: Address | null;
  /** Uniswap V3 pools against these tokens, each of which has a feed of its own. `null` where there is no factory. */
  readonly market: {
    readonly factory: Address;
    /** The token's own decimals. */
    readonly decimals: number;
    readonly quotes: readonly { readonly token: Address; readonly feed: Address; readonly decimals: number }[];
  } | null;
}

/** A chain's exchanges. Addresses in lower case. */
export interface MarketSource {
  /** Factories of Uniswap V2's kind, each with the keccak256 of its pairs' creation code. */
  readonly v2: readonly { readonly factory: Address; readonly codeHash: Hex }[];
  /** The factory whose pools follow from npm @uniswap/v3-core. */
  readonly v3: Address;
  readonly quotes: readonly { readonly token: Address; readonly feed: Address; readonly decimals: number }[];
  /** True where these are the exchanges on which as good as every coin of the chain that is sold at all is sold. */
  readonly complete: boolean;
}

export interface ChainView {
  readonly chainId: number;
  readonly blockNumber: bigint;
  /** Unix seconds of the block the run was built on. */
  readonly blockTimeSeconds: bigint;
  /** `null` when the request has nothing to run (a message, a login) or the engine could not. */
  readonly run: Run | null;
  /** Why `run` is null though there was something to run. */
  readonly runFailure: string | null;
  readonly accounts: ReadonlyMap<Address, AccountFacts>;
  /** Keyed by lower-case token address. */
  readonly tokens: ReadonlyMap<Address, TokenFacts>;
  /** The user's native balance, wei. */
  readonly balanceWei: bigint;
  /** True on a loopback RPC: everything is young there, age and listing detectors have no say. */
  readonly local: boolean;
  /** Which engine answered, e.g. `eth_simulateV1`, `eth_call`. */
  readonly engine: string;
  /** Deviations from a faithful run, e.g. `validation-off`. */
  readonly notes: readonly string[];
  readonly roundTrips: number;
  /** Who can use a power this request would give, found by trying. Absent when nobody was tried. */
  readonly takers?: readonly Taker[];
  /** Grantees nobody can hold to what their code says today. Absent when nobody was tried. */
  readonly unbound?: readonly Unbound[];
  /** Grantees that could borrow less than nine tenths of what the user could. Absent when nobody was tried. */
  readonly boundedCredit?: readonly Address[];
  /** What the same request did under other circumstances. Absent when not run. */
  readonly variants?: Differential;
  /** Who gets what the user pays and can make it be for nothing. Absent when nobody was found, or tried. */
  readonly turner?: Turner;
  /** What a second endpoint of the user's says to the same question. Absent when none is set. */
  readonly second?: SecondOpinion;
  /** What is known of a contract beyond its account, by lower-case address. Absent when not asked. */
  readonly contracts?: ReadonlyMap<Address, ContractFacts>;
  /** What assets are worth, by lower-case token address, `native` for the coin. Absent when not asked. */
  readonly prices?: ReadonlyMap<Address | 'native', Price>;
  /** What exchanges would pay for what an order brings, by lower-case token. One that did not answer whole is left out. */
  readonly markets?: ReadonlyMap<Address, Market>;
  /** Items an order would bring and nobody has: their contract says so. Absent when not asked. */
  readonly unmade?: readonly { readonly collection: Address; readonly id: bigint }[];
  /** The account's items that a bare hash signed today can move, through an old exchange's proxy. Absent when not asked. */
  readonly openByHash?: OpenByHash;
  /**
   * The code that the user's own account runs (EIP-7702) takes such a prefixed hash, signed, for an order of the account:
   * tried with another account in its place. Absent when it does not, or was not tried.
   */
  readonly obeys?: 'operation' | 'message';
  /** What the asked `holders` hold, base units, by `holdingKey`. Absent when nobody was asked for. */
  readonly holdings?: ReadonlyMap<string, bigint>;
  /** Wei per gas the next block charges at least; `null` where the chain has no base fee. Absent when not read. */
  readonly baseFeeWei?: bigint | null;
  /** Whether a token could be sold again, by lower-case address. Absent when not tried. */
  readonly resale?: ReadonlyMap<Address, Resale>;
  /** A payment of which nobody keeps a record, and who gets it. Absent when none was found. */
  readonly payment?: Payment;
  /** What leaves a contract's own books of the user's to somebody the call names. Absent when none was found. */
  readonly exit?: Exit;
  /** What a script that a proxy of the user's runs as its own sends away from the proxy. Absent when none was found. */
  readonly scriptTakes?: ScriptTakes;
  /** Coins that a contract took and handed on at once, and nobody keeps a record. Absent when none was found. */
  readonly handedOn?: HandedOn;
}

/** Proof that somebody else, not the user, can make the grantee take the user's assets: it was run and they left. */
export interface Taker {
  /** The grantee: spender or operator. */
  readonly through: Address;
  /**
   * Who called it in the trial: one account that its code, storage or events name, just anybody, or somebody put on a
   * list that the contract itself keeps.
   */
  readonly by: Address | 'anyone' | 'listed';
  readonly selector: Hex;
  readonly asset: Asset;
  /** Base units that left the user's account; that it owes more, by a loan; that were paid in, where it commands. */
  readonly amount: bigint;
  /**
   * `borrow`: a loan was taken in the user's name and nothing of it came to the user. `command`: it makes the contract
   * the user would pay call whatever it likes, so that the contract is that account's hand. Absent: by the allowance.
   */
  readonly power?: 'borrow' | 'command';
}

/** `hidden`: it can pull tokens and has no function anybody could read. `replaceable`: one person changes its code. */
export interface Unbound {
  readonly through: Address;
  readonly why: 'hidden' | 'replaceable';
  /** Who may replace the code; `null` where it is hidden. */
  readonly by: Address | null;
  /**
   * True where today's program can call nobody, so has no use for any power, and `by` replaced it in a simulation by one
   * that took. Absent where the program may have a use for the power, or the change was not seen to work.
   */
  readonly idle?: true;
}

/** Proof that the one who is paid can turn the request: it called the contract first, and the run is what was left. */
export interface Turner {
  /** Lower case. */
  readonly by: Address;
  readonly selector: Hex;
  readonly run: Run;
}

/** The user's own delta under other circumstances (simulation.md, 2 and 3), compared with the base run. */
export interface Differential {
  /** Variants that ran through. */
  readonly ran: number;
  /** Variants in which the user fares strictly worse than in the base run. */
  readonly worse: readonly { readonly variant: string; readonly kind: 'circumstance' | 'storage'; readonly run: Run }[];
  /**
   * Where the base run takes for nothing: variants in which the user is spared or given something. `watched` is the run
   * that a careless simulator would make, which no block ever brings. Absent when there is none.
   */
  readonly spared?: readonly {
    readonly variant: string;
    readonly kind: 'watched' | 'circumstance';
    readonly run: Run;
  }[];
}

/** How a second, independent endpoint compares with the first (taxonomy H4). */
export interface SecondOpinion {
  /** False when it gave no answer in time. */
  readonly heard: boolean;
  /** `worse`: the second shows the user strictly worse off than the first does; `better`: the other way round. */
  readonly differs: readonly ('chain' | 'code' | 'outcome' | 'worse' | 'better')[];
  readonly sameBlock: boolean;
}

export interface ContractFacts {
  /** The code behind a proxy (EIP-1967, EIP-1822, EIP-1167, Safe, beacon), else `null`. */
  readonly implementation: Address | null;
  readonly proxy: 'eip1967' | 'eip1822' | 'eip1167' | 'safe' | 'beacon' | null;
  /** Who may change the code behind it, where the chain says so. */
  readonly admin: Address | null;
  /** Seconds it has stood at least / at most; `null` when the endpoint keeps no history. */
  readonly ageAtLeastSeconds: number | null;
  readonly ageAtMostSeconds: number | null;
  /** keccak256 of the code without its metadata; `null` when it carries none. Absent when not read. */
  readonly coreHash?: Hex | null;
}

export interface Price {
  /** US dollars for one whole token, decimal. */
  readonly usd: number;
  readonly source: 'chainlink' | 'uniswap-v3';
  /** Seconds since the price was set; `null` when the source does not say. */
  readonly ageSeconds: number | null;
}

export interface Market {
  /** US dollars the best pool pays for all of it, 0 where there is no pool; `null` where no feed says what it pays in. */
  readonly paysUsd: number | null;
  /** US dollars on the other side of that pool. */
  readonly depthUsd: number | null;
}

/** A standing way from a prefixed hash to the account's items. */
export interface OpenByHash {
  /** The account's own proxy, which the exchange may use. */
  readonly proxy: Address;
  /** A collection the proxy may move whole, of which the account has some. */
  readonly collection: Address;
}

export interface Resale {
  readonly outcome: 'sold' | 'cannot-sell' | 'sells-at-loss' | 'not-tried';
  /** Share of the value that came back, in [0, 1]; `null` when it could not be sold or not told. */
  readonly returned: number | null;
  readonly variant: string | null;
  /** True where others can pass it on and the user never could, whatever switch is thrown. Absent when not found so. */
  readonly bound?: boolean;
}

/** Proof that coins paid to a contract are gone: it was run, the user cannot get them back, and somebody else has them. */
export interface Payment {
  readonly of: Address;
  /** A plain account that got nearly all of it in the run, or could take it out afterwards. */
  readonly to: Address;
  /** `none`: storage and events are as if nobody had paid; `same`: as if a thousandth had been paid. */
  readonly trace: 'none' | 'same';
}

/** Nearly all of a coin went through a contract to a plain account the call does not name; nothing came back. */
export interface HandedOn {
  readonly token: Address;
  readonly to: Address;
  /** Base units. */
  readonly amount: bigint;
}

/** The most that left the proxy `of`, and came to a plain account; nothing of known worth came for it. */
export interface ScriptTakes {
  readonly of: Address;
  readonly to: Address;
  readonly asset: Asset;
  /** Base units. */
  readonly amount: bigint;
  /** How much of the proxy's holding it is, in [0, 1]. */
  readonly share: number;
}

/** An entry of the user's in the books of the contract `of` falls, and its value goes to `to`. */
export interface Exit {
  readonly of: Address;
  readonly to: Address;
  readonly asset: Asset;
  /** Base units that `to` gets. */
  readonly amount: bigint;
  /** How much of the user's entry it is, in [0, 1]. */
  readonly share: number;
  readonly toContract: boolean;
}

export interface AccountFacts {
  /** `delegated` is an EIP-7702 account (code 0xef0100 || address). */
  readonly code: 'none' | 'contract' | 'delegated';
  readonly delegate: Address | null;
  readonly nonce: bigint;
  readonly balanceWei: bigint;
  /** keccak256 of the code; `null` when there is none. */
  readonly codeHash: Hex | null;
}

export interface TokenFacts {
  readonly symbol: string | null;
  readonly name: string | null;
  readonly decimals: number | null;
  /** The user's balance, base units; `null` when it could not be read. */
  readonly holding: bigint | null;
  /** The asset a lender's token says it counts (`UNDERLYING_ASSET_ADDRESS`), lower case. Absent when it names none. */
  readonly underlying?: Address;
  /** True where the token says that it counts what is owed of `underlying` (ICreditDelegationToken). Its own word only. */
  readonly debt?: true;
}

/** The user's own delta from one faithful run. */
export interface Run {
  readonly status: 'success' | 'reverted';
  readonly revertReason: string | null;
  readonly gasUsed: bigint;
  /** Positive arrives, negative leaves; the fee is not counted. NFTs: one row per item, delta +1 / -1. */
  readonly deltas: readonly { readonly asset: Asset; readonly delta: bigint; readonly to: Address | null }[];
  /** Permissions of the user's that differ after the run, read from state; logs only name where to look. */
  readonly permissions: readonly PermissionChange[];
  /** The user's account code after the run, when it changed. */
  readonly accountCode: Address | null;
  /** Contracts among those called that named the user their owner before, and `to` after. Absent when there are none. */
  readonly commands?: readonly { readonly of: Address; readonly to: Address }[];
  /** Powers over the user's tokens that stood before the run, read from state. Only those that were asked for. */
  readonly stood?: readonly StandingPower[];
  /** What the logs say happened to the user's account and state does not bear out (taxonomy H3). Absent when none. */
  readonly claims?: readonly Claim[];
  /** What the logs say others than the user got, net: the word of each token alone. Absent when nothing arrived. */
  readonly passed?: readonly Passed[];
}

/** Addresses lower case; `amount` in base units. */
export interface Passed {
  readonly token: Address;
  readonly to: Address;
  readonly amount: bigint;
}

/** An event that lies. `token` is the contract that logged it. */
export type Claim =
  /** Net of what the logs say left; base units, 1 for an ERC-721 item. */
  | { readonly kind: 'arrives'; readonly asset: Asset; readonly amount: bigint }
  | { readonly kind: 'revoked'; readonly token: Address; readonly spender: Address };

export interface StandingPower {
  readonly token: Address;
  readonly to: Address;
  /** Base units an allowance reaches, or `everything` for an operator of a collection. */
  readonly limit: bigint | 'everything';
}

export interface PermissionChange {
  readonly kind: 'allowance' | 'operator' | 'permit2' | 'item';
  readonly token: Address;
  readonly tokenType: 'erc20' | 'erc721' | 'erc1155' | 'unknown';
  readonly to: Address;
  readonly before: bigint;
  /** Base units; for operators 1 or 0; for one item its token id is `itemId`. */
  readonly after: bigint;
  readonly itemId: bigint | null;
  readonly untilSeconds: bigint | null;
}
