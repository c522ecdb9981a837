import type { Address, Hex } from 'viem';
import type { AuthorizationItem, SigningRequest, TransactionAsk } from '../request/SigningRequest.ts';
import { lowerAddress } from './rpcValue.ts';

/** What would be executed if the user agreed: one transaction, or the calls of a batch in sequence. */
export interface Scenario {
  readonly user: Address;
  readonly calls: readonly ScenarioCall[];
  /** Continued but unmined calls that run first and are no part of what is shown. Absent when there are none. */
  readonly before?: readonly ScenarioCall[];
  /** EIP-7702: whose code the account would run; the zero address takes code away; `null` changes nothing. */
  readonly delegate: Address | null;
}

export interface ScenarioCall {
  /** Who makes it, where it is not the user: only among `before`. */
  readonly by?: Address;
  /** Lower case; `null` creates a contract. */
  readonly to: Address | null;
  readonly valueWei: bigint;
  readonly data: Hex;
  /** As the page set them; `null` leaves the choice to the wallet. */
  readonly gas: bigint | null;
  readonly gasPriceWei: bigint | null;
  readonly maxFeePerGasWei: bigint | null;
  readonly maxPriorityFeePerGasWei: bigint | null;
  readonly nonce: bigint | null;
}

/** The account a request is about, lower case: what it signs for, else what the provider claims. */
export function accountOf(request: SigningRequest): Address | null {
  const { ask } = request;
  const own = ask.kind === 'transaction' ? ask.transaction.from : ask.kind === 'calls' ? ask.from : accountIn(ask);
  const account = own ?? request.account;
  return account === null ? null : lowerAddress(account);
}

/** `null` when there is nothing to run (a message, a login, typed data) or nobody to run it as. */
export function scenarioOf(request: SigningRequest): Scenario | null {
  const user = accountOf(request);
  const { ask, chainId } = request;
  if (user === null) return null;
  if (ask.kind === 'transaction') {
    const { transaction } = ask;
    return { user, calls: [callOf(transaction)], delegate: delegateOf(transaction.authorizations, chainId) };
  }
  if (ask.kind === 'calls') {
    const calls = ask.calls.map((call) => ({ ...WALLET_CHOOSES, ...call, to: lowerOrNone(call.to) }));
    return { user, calls, delegate: null };
  }
  return null;
}

const WALLET_CHOOSES = {
  gas: null,
  gasPriceWei: null,
  maxFeePerGasWei: null,
  maxPriorityFeePerGasWei: null,
  nonce: null,
} as const;

function accountIn(ask: SigningRequest['ask']): Address | null {
  return 'account' in ask ? ask.account : null;
}

function callOf(transaction: TransactionAsk): ScenarioCall {
  const { to, valueWei, data, gas, gasPriceWei, maxFeePerGasWei, maxPriorityFeePerGasWei, nonce } = transaction;
  return {
    to: lowerOrNone(to),
    valueWei,
    data,
    gas,
    gasPriceWei,
    maxFeePerGasWei,
    maxPriorityFeePerGasWei,
    nonce,
  };
}

function lowerOrNone(to: Address | null): Address | null {
  return to === null ? null : lowerAddress(to);
}

/** The last authorization that is good on this chain wins, as EIP-7702 processes them in order. */
function delegateOf(items: readonly AuthorizationItem[], chainId: number | null): Address | null {
  const good = items.filter((item) => item.chainId === 0n || (chainId !== null && item.chainId === BigInt(chainId)));
  const last = good.at(-1);
  return last === undefined ? null : lowerAddress(last.delegate);
}
