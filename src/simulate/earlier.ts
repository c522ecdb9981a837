import type { Address } from 'viem';
import type { SigningRequest } from '../request/SigningRequest.ts';
import { lowerAddress } from './rpcValue.ts';
import { type Scenario, type ScenarioCall, scenarioOf } from './Scenario.ts';

/** A request the user continued with and that may not be mined yet: approve, then swap, where alone the swap reverts. */
export interface Earlier {
  readonly request: SigningRequest;
  /** The nonce it will have at the earliest; `null` when not known. */
  readonly nonce: bigint | null;
}

/** Longer chains of unmined requests are not ordinary use. */
const MAX_CALLS = 8;

/** Those that may still be waiting, once the account's nonce is known. */
export function unmined(earlier: readonly Earlier[], nonce: bigint | null): readonly Earlier[] {
  return earlier.filter((one) => one.nonce === null || nonce === null || one.nonce >= nonce);
}

/** The scenario after what went before it on the same account. */
export function stacked(scenario: Scenario | null, earlier: readonly Earlier[]): Scenario | null {
  if (scenario === null) return null;
  const before = earlier.flatMap(({ request }) => callsBy(request, scenario.user)).slice(-MAX_CALLS);
  return before.length === 0 ? scenario : { ...scenario, before };
}

function callsBy(request: SigningRequest, user: Address): readonly ScenarioCall[] {
  const own = scenarioOf(request);
  if (own === null || own.delegate !== null || lowerAddress(own.user) !== user) return [];
  // Their own nonces and fees have been settled by the wallet, which may have changed both.
  return own.calls.map((call) => ({
    ...call,
    nonce: null,
    gasPriceWei: null,
    maxFeePerGasWei: null,
    maxPriorityFeePerGasWei: null,
  }));
}
