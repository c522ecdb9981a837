import type { Address } from 'viem';
import type { Scenario } from '../Scenario.ts';
import type { AccountFacts } from '../Simulator.ts';

/** Something runs for certain or very likely: its variants ride with the first run. */
export function runsCode({ calls, delegate }: Scenario): boolean {
  return delegate !== null || calls.some(({ to, data }) => to === null || data !== '0x');
}

/** A plain send, which can differ only where the receiver turns out to have code. */
export function meetsCode({ calls }: Scenario, accounts: ReadonlyMap<Address, AccountFacts>): boolean {
  return calls.some(({ to }) => to !== null && (accounts.get(to)?.code ?? 'none') !== 'none');
}
